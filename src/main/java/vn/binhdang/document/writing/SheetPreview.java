package vn.binhdang.document.writing;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.binhdang.document.writing.Piece.Columns;
import vn.binhdang.document.writing.Piece.Grid;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Rule;
import vn.binhdang.document.writing.Piece.Sheet;

/**
 * Sheets as part of a web page: the same pieces and words as in the files, without measures, so that a style sheet can
 * set them for a screen of any width. Headings begin at level 2, below the page's own.
 */
final class SheetPreview {
    private static final int LOWEST_HEADING = 6;

    private SheetPreview() {}

    static String of(List<Sheet> sheets) {
        var page = Document.createShell("");
        // Line breaks put in to please readers of the markup would eat the room left for number and day.
        page.outputSettings().prettyPrint(false);
        var root = page.body();
        for (var sheet : sheets) {
            var section = root.appendElement("section").addClass("sheet");
            if (sheet.landscape()) section.addClass(PageCss.LANDSCAPE);
            sheet.pieces().forEach(piece -> add(section, piece));
        }
        return root.html();
    }

    private static void add(Element into, Piece piece) {
        switch (piece) {
            case Paragraph paragraph -> addParagraph(into, paragraph);
            case Rule _ -> into.appendElement("div").addClass("rule");
            case Columns columns -> addColumns(into, columns);
            case Grid grid -> addGrid(into, grid);
        }
    }

    private static void addParagraph(Element into, Paragraph paragraph) {
        int level = paragraph.headingLevel() == 0 ? 0 : Math.min(paragraph.headingLevel() + 1, LOWEST_HEADING);
        var element = into.appendElement(level == 0 ? "p" : "h" + level)
                .addClass(paragraph.style().id());
        for (var run : paragraph.runs()) {
            boolean heavier = run.bold() && !paragraph.style().bold();
            (heavier ? element.appendElement("b") : element).appendText(SheetMarkup.legible(run.text()));
        }
    }

    private static void addColumns(Element into, Columns columns) {
        var whole = into.appendElement("div").addClass("columns");
        for (var pair : columns.rows()) {
            var row = whole.appendElement("div").addClass("row");
            for (var side : List.of(pair.left(), pair.right())) {
                var column = row.appendElement("div").addClass("column");
                side.forEach(piece -> add(column, piece));
            }
        }
    }

    private static void addGrid(Element into, Grid grid) {
        // Wide tables scroll by themselves, also by keyboard, and never push the page sideways.
        var table = into.appendElement("div")
                .addClass("wide-table")
                .attr("tabindex", "0")
                .appendElement("table");
        for (int i = 0; i < grid.rows().size(); i++) {
            var row = table.appendElement("tr");
            for (var cell : grid.rows().get(i)) {
                var element = row.appendElement(i == 0 ? "th" : "td");
                if (i == 0) element.attr("scope", "col");
                element.appendText(SheetMarkup.legible(cell.text()));
            }
        }
    }
}
