package vn.binhdang.document.reading.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText.Cell;

/** Where in which table of a page the reading stands, with cells that span rows and columns. */
final class HtmlTables {
    /** Of columns and rows that a cell spans; the columns are counted one by one. */
    private static final int WIDEST = 100;

    /** Tables within each other; pages that leave out the closing tags nest without end. */
    private static final int DEEPEST = 50;

    private static final class Table {
        final int number;
        int row = -1;
        int next;

        @Nullable
        Cell cell;

        /** For each column, the row before which a cell from above still fills it. */
        final Map<Integer, Integer> filledBefore = new HashMap<>();

        Table(int number) {
            this.number = number;
        }
    }

    private final Deque<Table> open = new ArrayDeque<>();
    private int count;
    private int tooDeep;

    void table() {
        if (open.size() == DEEPEST) tooDeep++;
        else open.push(new Table(count++));
    }

    void endTable() {
        if (tooDeep > 0) tooDeep--;
        else open.poll();
    }

    void row() {
        Table table = open.peek();
        if (table == null) return;
        table.row++;
        table.next = 0;
    }

    void cell(Element element) {
        Table table = open.peek();
        if (table == null) return;
        int row = Math.max(0, table.row);
        while (table.filledBefore.getOrDefault(table.next, 0) > row) table.next++;
        table.cell = new Cell(table.number, row, table.next);
        int columns = span(element, "colspan");
        int rows = span(element, "rowspan");
        for (int i = 0; i < columns; i++) if (rows > 1) table.filledBefore.put(table.next + i, row + rows);
        table.next += columns;
    }

    void endCell() {
        Table table = open.peek();
        if (table != null) table.cell = null;
    }

    /** Null outside tables, and between their cells. */
    @Nullable
    Cell cell() {
        Table table = open.peek();
        return table == null ? null : table.cell;
    }

    private static int span(Element element, String attribute) {
        try {
            return Math.clamp(Integer.parseInt(element.attr(attribute).strip()), 1, WIDEST);
        } catch (NumberFormatException _) {
            return 1;
        }
    }
}
