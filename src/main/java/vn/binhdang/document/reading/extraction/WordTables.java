package vn.binhdang.document.reading.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText.Cell;

/** Where in which table the reading stands; tables within cells are tables of their own. */
final class WordTables {
    private static final class Table {
        final int number;
        int row = -1;
        int column;
        int span = 1;
        boolean hiddenCell;
        boolean hiddenRow;

        Table(int number) {
            this.number = number;
        }
    }

    private final Deque<Table> open = new ArrayDeque<>();
    private int count;

    void table() {
        open.push(new Table(count++));
    }

    void endTable() {
        if (!open.isEmpty()) open.pop();
    }

    void row() {
        Table table = open.peek();
        if (table == null) return;
        table.row++;
        table.column = 0;
        table.span = 1;
        table.hiddenRow = false;
        table.hiddenCell = false;
    }

    void endCell() {
        Table table = open.peek();
        if (table == null) return;
        table.column += table.span;
        table.span = 1;
        table.hiddenCell = false;
    }

    /** Grid columns left free before the first cell of the row. */
    void skipColumns(int columns) {
        if (!open.isEmpty()) open.peek().column += clamp(columns);
    }

    void span(int columns) {
        if (!open.isEmpty()) open.peek().span = clamp(columns);
    }

    /** The cell is the lower part of a merged one: Word does not show what it may hold. */
    void hideCell() {
        if (!open.isEmpty()) open.peek().hiddenCell = true;
    }

    /** The row was deleted with tracked changes. */
    void hideRow() {
        if (!open.isEmpty()) open.peek().hiddenRow = true;
    }

    boolean isHidden() {
        for (Table table : open) if (table.hiddenCell || table.hiddenRow) return true;
        return false;
    }

    /** Null outside tables. */
    @Nullable
    Cell cell() {
        Table table = open.peek();
        return table == null ? null : new Cell(table.number, Math.max(0, table.row), table.column);
    }

    /** Word's own limit is 63 columns; a stranger's file may claim anything. */
    private static int clamp(int columns) {
        return Math.clamp(columns, 1, 63);
    }
}
