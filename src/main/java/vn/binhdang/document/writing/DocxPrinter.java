package vn.binhdang.document.writing;

import static vn.binhdang.document.writing.DocxStyles.twips;
import static vn.binhdang.document.writing.DocxStyles.twipsOfMm;

import java.util.List;
import vn.binhdang.document.writing.Piece.Columns;
import vn.binhdang.document.writing.Piece.Grid;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Rule;
import vn.binhdang.document.writing.Piece.Run;
import vn.binhdang.document.writing.Piece.Sheet;

/** Sheets as WordprocessingML (ECMA-376 part 1): styles, sections, tables and fields that a clerk can go on working with. */
final class DocxPrinter {
    /** Rules are the upper border of a paragraph without text, which is as high as Word allows at least. */
    private static final double NEXT_TO_NOTHING_PT = 1;

    private final Xml xml = new Xml();

    private DocxPrinter() {}

    static byte[] print(List<Sheet> sheets, DocumentFacts facts) {
        return DocxParts.file(new DocxPrinter().document(sheets), facts);
    }

    private String document(List<Sheet> sheets) {
        xml.open("w:document", "xmlns:w", DocxParts.WORD, "xmlns:r", DocxParts.RELATIONS);
        xml.open("w:body");
        for (int i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            addAll(sheet.pieces(), DecreeLayout.textWidthMm(sheet.landscape()));
            boolean last = i == sheets.size() - 1;
            // Word wants a paragraph behind a table, and keeps a section's page in its last paragraph
            openSpacer(NEXT_TO_NOTHING_PT);
            if (!last) section(sheet);
            closeSpacer();
            if (last) section(sheet);
        }
        return xml.close().close().toString();
    }

    private void addAll(List<Piece> pieces, double widthMm) {
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            switch (piece) {
                case Paragraph paragraph -> add(paragraph);
                case Rule rule -> add(rule, widthMm);
                case Columns columns -> add(columns);
                case Grid grid -> {
                    if (i > 0) spacer(PartStyle.BODY.abovePt());
                    add(grid);
                }
            }
        }
    }

    private void add(Paragraph paragraph) {
        var style = paragraph.style();
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style.id());
        if (paragraph.keptWithNext() && !style.keptWithNext()) xml.empty("w:keepNext");
        if (paragraph.leftMm() != 0 || paragraph.rightMm() != 0 || paragraph.hangingMm() != 0)
            xml.empty(
                    "w:ind",
                    "w:left",
                    twipsOfMm(paragraph.leftMm()),
                    "w:right",
                    twipsOfMm(paragraph.rightMm()),
                    paragraph.hangingMm() != 0 ? "w:hanging" : "w:firstLine",
                    twipsOfMm(paragraph.hangingMm()));
        if (paragraph.headingLevel() > 0) xml.empty("w:outlineLvl", "w:val", paragraph.headingLevel() - 1);
        xml.close();
        for (var run : paragraph.runs()) add(run, style);
        xml.close();
    }

    private void add(Run run, PartStyle style) {
        xml.open("w:r");
        if (run.bold() && !style.bold())
            xml.open("w:rPr").empty("w:b").empty("w:bCs").close();
        words(run.text());
        xml.close();
    }

    private void words(String text) {
        xml.open("w:t", "xml:space", "preserve").words(text).close();
    }

    private void add(Rule rule, double columnMm) {
        var side = (DecreeLayout.points(columnMm) - rule.widthPt()) / 2;
        xml.open("w:p").open("w:pPr").empty("w:keepNext").open("w:pBdr");
        xml.empty(
                "w:top",
                "w:val",
                "single",
                "w:sz",
                Math.round(DecreeLayout.RULE_THICKNESS_PT * 8),
                "w:space",
                0,
                "w:color",
                "000000");
        xml.close();
        exactly(NEXT_TO_NOTHING_PT, DecreeLayout.RULE_GAP_PT);
        xml.empty("w:ind", "w:left", twips(side), "w:right", twips(side));
        closeSpacer();
    }

    private void spacer(double points) {
        openSpacer(points);
        closeSpacer();
    }

    private void openSpacer(double points) {
        xml.open("w:p").open("w:pPr");
        exactly(points, 0);
    }

    private void closeSpacer() {
        xml.close().close();
    }

    private void exactly(double points, double abovePt) {
        xml.empty(
                "w:spacing", "w:before", twips(abovePt), "w:after", 0, "w:line", twips(points), "w:lineRule", "exact");
    }

    private void add(Columns columns) {
        openTable(List.of(columns.leftMm(), columns.rightMm()), () -> {
            xml.empty("w:tblLayout", "w:type", "fixed");
            cellMargins(0, 0);
        });
        boolean first = true;
        for (var pair : columns.rows()) {
            xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close();
            addColumn(pair.left(), columns.leftMm(), first ? columns.abovePt() : 0);
            addColumn(pair.right(), columns.rightMm(), first ? columns.abovePt() : 0);
            xml.close();
            first = false;
        }
        xml.close();
    }

    private void addColumn(List<Piece> pieces, double widthMm, double abovePt) {
        openCell(widthMm);
        if (abovePt > 0)
            xml.open("w:tcMar")
                    .empty("w:top", "w:w", twips(abovePt), "w:type", "dxa")
                    .close();
        xml.close();
        addAll(pieces, widthMm);
        if (pieces.isEmpty()) spacer(NEXT_TO_NOTHING_PT);
        xml.close();
    }

    private void add(Grid grid) {
        openTable(grid.widthsMm(), () -> {
            xml.open("w:tblBorders");
            for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV"))
                xml.empty("w:" + side, "w:val", "single", "w:sz", 4, "w:space", 0, "w:color", "000000");
            xml.close().empty("w:tblLayout", "w:type", "fixed");
            cellMargins(twipsOfMm(DecreeLayout.CELL_PADDING_MM), twips(DecreeLayout.CELL_BELOW_PT));
        });
        for (int i = 0; i < grid.rows().size(); i++) {
            xml.open("w:tr").open("w:trPr");
            if (grid.isShort(i)) xml.empty("w:cantSplit");
            if (i == 0) xml.empty("w:tblHeader");
            xml.close();
            for (int column = 0; column < grid.widthsMm().size(); column++)
                addCell(grid, grid.rows().get(i).get(column), column);
            xml.close();
        }
        xml.close();
    }

    private void addCell(Grid grid, Piece.Cell cell, int column) {
        openCell(grid.widthsMm().get(column));
        if (cell.style() == PartStyle.TABLE_HEAD) xml.empty("w:vAlign", "w:val", "center");
        xml.close();
        for (var paragraph : cell.paragraphs()) {
            xml.open("w:p")
                    .open("w:pPr")
                    .empty("w:pStyle", "w:val", cell.style().id())
                    .close();
            xml.open("w:r");
            if (grid.sizePt() != cell.style().sizePt()) {
                xml.open("w:rPr");
                DocxStyles.size(xml, grid.sizePt());
                xml.close();
            }
            words(paragraph);
            xml.close().close();
        }
        xml.close();
    }

    private void openTable(List<Double> widthsMm, Runnable properties) {
        xml.open("w:tbl").open("w:tblPr");
        long width = widthsMm.stream().mapToLong(DocxStyles::twipsOfMm).sum();
        xml.empty("w:tblW", "w:w", width, "w:type", "dxa");
        // Word hangs the cell's padding out of the text otherwise
        xml.empty("w:tblInd", "w:w", 0, "w:type", "dxa");
        properties.run();
        xml.close().open("w:tblGrid");
        widthsMm.forEach(column -> xml.empty("w:gridCol", "w:w", twipsOfMm(column)));
        xml.close();
    }

    private void cellMargins(long sides, long below) {
        xml.open("w:tblCellMar")
                .empty("w:left", "w:w", sides, "w:type", "dxa")
                .empty("w:bottom", "w:w", below, "w:type", "dxa")
                .empty("w:right", "w:w", sides, "w:type", "dxa")
                .close();
    }

    private void openCell(double widthMm) {
        xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", twipsOfMm(widthMm), "w:type", "dxa");
    }

    private void section(Sheet sheet) {
        xml.open("w:sectPr").empty("w:headerReference", "w:type", "default", "r:id", DocxParts.HEADER);
        xml.empty("w:type", "w:val", "nextPage");
        long shortEdge = twipsOfMm(DecreeLayout.SHORT_EDGE_MM);
        long longEdge = twipsOfMm(DecreeLayout.LONG_EDGE_MM);
        if (sheet.landscape()) xml.empty("w:pgSz", "w:w", longEdge, "w:h", shortEdge, "w:orient", "landscape");
        else xml.empty("w:pgSz", "w:w", shortEdge, "w:h", longEdge);
        xml.empty(
                "w:pgMar",
                "w:top",
                twipsOfMm(DecreeLayout.TOP_MM),
                "w:right",
                twipsOfMm(DecreeLayout.RIGHT_MM),
                "w:bottom",
                twipsOfMm(DecreeLayout.BOTTOM_MM),
                "w:left",
                twipsOfMm(DecreeLayout.LEFT_MM),
                "w:header",
                twipsOfMm(DecreeLayout.PAGE_NUMBER_MM),
                "w:footer",
                twipsOfMm(DecreeLayout.PAGE_NUMBER_MM),
                "w:gutter",
                0);
        xml.empty("w:pgNumType", "w:start", 1);
        // no number on the first page of a section, since it has no header of its own
        xml.empty("w:titlePg").close();
    }
}
