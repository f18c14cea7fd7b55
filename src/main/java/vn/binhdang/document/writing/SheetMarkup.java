package vn.binhdang.document.writing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.binhdang.document.writing.Piece.Columns;
import vn.binhdang.document.writing.Piece.Grid;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Rule;
import vn.binhdang.document.writing.Piece.Sheet;

/** Sheets as the marked-up text that {@link PdfPrinter} lays out; its element names become the tags of the PDF. */
final class SheetMarkup {
    private final Document page = Document.createShell("");

    private SheetMarkup() {}

    static org.w3c.dom.Document of(List<Sheet> sheets, DocumentFacts facts) {
        var markup = new SheetMarkup();
        markup.head(facts);
        sheets.forEach(markup::add);
        return new W3CDom().fromJsoup(markup.page);
    }

    private void head(DocumentFacts facts) {
        page.child(0).attr("lang", DocumentFacts.LANGUAGE);
        page.title(legible(facts.title()));
        page.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode(PageCss.TEXT));
        meta("title", facts.title());
        meta("subject", facts.description());
        if (facts.author() != null) meta("author", facts.author());
    }

    private void meta(String name, String content) {
        page.head().appendElement("meta").attr("name", name).attr("content", legible(content));
    }

    private void add(Sheet sheet) {
        var section = page.body()
                .appendElement("section")
                .addClass("sheet")
                .addClass(sheet.landscape() ? PageCss.LANDSCAPE : PageCss.UPRIGHT);
        section.appendElement("div")
                .addClass("page-number")
                .addClass(PartStyle.PAGE_NUMBER.id())
                .appendElement("span");
        addAll(section, sheet.pieces());
    }

    /** Items that follow each other are read aloud as one list. */
    private void addAll(Element into, List<Piece> pieces) {
        Element list = null;
        for (var piece : pieces) {
            boolean listed =
                    piece instanceof Paragraph paragraph && paragraph.style().listed();
            if (!listed) list = null;
            else if (list == null) list = into.appendElement("ul");
            add(list == null ? into : list, piece);
        }
    }

    private void add(Element into, Piece piece) {
        switch (piece) {
            case Paragraph paragraph -> addParagraph(into, paragraph);
            case Rule rule ->
                into.appendElement("div").addClass("rule").attr("style", length("width", rule.widthPt(), "pt"));
            case Columns columns -> addColumns(into, columns);
            case Grid grid -> addGrid(into, grid);
        }
    }

    private static void addParagraph(Element into, Paragraph paragraph) {
        var element =
                into.appendElement(tag(paragraph)).addClass(paragraph.style().id());
        if (paragraph.keptWithNext()) element.addClass("kept");
        var style = new StringBuilder();
        if (paragraph.leftMm() != 0) style.append(length("margin-left", paragraph.leftMm(), "mm"));
        if (paragraph.rightMm() != 0) style.append(length("margin-right", paragraph.rightMm(), "mm"));
        if (paragraph.hangingMm() != 0) style.append(length("text-indent", -paragraph.hangingMm(), "mm"));
        if (!style.isEmpty()) element.attr("style", style.toString());
        for (var run : paragraph.runs()) {
            boolean heavier = run.bold() && !paragraph.style().bold();
            (heavier ? element.appendElement("b") : element).appendText(legible(run.text()));
        }
    }

    private static String tag(Paragraph paragraph) {
        if (paragraph.style().listed()) return "li";
        return paragraph.headingLevel() == 0 ? "p" : "h" + paragraph.headingLevel();
    }

    private void addColumns(Element into, Columns columns) {
        var table = into.appendElement("div")
                .addClass("columns")
                .attr(
                        "style",
                        length("margin-top", columns.abovePt(), "pt")
                                + length("width", columns.leftMm() + columns.rightMm(), "mm"));
        for (var pair : columns.rows()) {
            var row = table.appendElement("div").addClass("row");
            addColumn(row, columns.leftMm(), pair.left());
            addColumn(row, columns.rightMm(), pair.right());
        }
    }

    private void addColumn(Element row, double widthMm, List<Piece> pieces) {
        var column = row.appendElement("div").addClass("column").attr("style", length("width", widthMm, "mm"));
        addAll(column, pieces);
    }

    private static void addGrid(Element into, Grid grid) {
        var table = into.appendElement("table")
                .attr(
                        "style",
                        length(
                                "width",
                                grid.widthsMm().stream().mapToDouble(w -> w).sum(),
                                "mm"));
        var columns = table.appendElement("colgroup");
        grid.widthsMm().forEach(width -> columns.appendElement("col").attr("style", length("width", width, "mm")));
        int rows = grid.rows().size();
        // PDF/UA allows no heading without rows below it: a lone row is the table's body
        addRows(table.appendElement(rows > 1 ? "thead" : "tbody"), grid, "th", 0, 1);
        if (rows > 1) addRows(table.appendElement("tbody"), grid, "td", 1, rows);
    }

    private static void addRows(Element group, Grid grid, String tag, int from, int to) {
        for (int i = from; i < to; i++) {
            var row = group.appendElement("tr");
            if (grid.isShort(i)) row.addClass("short");
            for (var cell : grid.rows().get(i)) {
                var element = row.appendElement(tag);
                if (tag.equals("th")) element.attr("scope", "col");
                for (var paragraph : cell.paragraphs())
                    element.appendElement("p")
                            .addClass(cell.style().id())
                            .attr("style", length("font-size", grid.sizePt(), "pt"))
                            .appendText(legible(paragraph));
            }
        }
    }

    private static String length(String property, double value, String unit) {
        return String.format(Locale.ROOT, "%s:%.3f%s;", property, value, unit);
    }

    /** Without what XML and PDF/A cannot hold: control characters and halves of surrogate pairs. */
    static String legible(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= ' ' && !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000)))
                .filter(c -> c != 0xfffe && c != 0xffff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
