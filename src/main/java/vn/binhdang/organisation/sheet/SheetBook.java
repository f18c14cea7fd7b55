package vn.binhdang.organisation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/**
 * All sheets of a workbook (.xlsx) with their cells, hidden ones too. Bombs, macros, passwords and other formats are
 * refused as for a table; no formula is worked out: what Excel last worked out stands for it.
 * @param sheets in the order of the workbook
 */
public record SheetBook(List<Sheet> sheets) {
    /** A form of 60 elements in 8 columns has 480; a table of 3,400 units in 60 columns about 200,000. */
    static final int MOST_CELLS = 400_000;

    /** Their texts together; what many cells share counts once for each. */
    static final long MOST_CHARACTERS = 20_000_000;

    public SheetBook {
        sheets = List.copyOf(sheets);
    }

    /** @param rows by number as Excel counts; the cells of each by column, from 0; empty ones are missing */
    public record Sheet(String name, boolean hidden, Map<Integer, Map<Integer, Value>> rows) {
        /** What stands there; nothing where the cell is empty. */
        public Optional<Value> at(int row, int column) {
            return Optional.ofNullable(rows.getOrDefault(row, Map.of()).get(column));
        }

        /** The text there; empty where the cell is. */
        public String text(int row, int column) {
            return at(row, column).map(Value::text).orElse("");
        }

        /** "C7". */
        public static String address(int row, int column) {
            return CellReference.convertNumToColString(column) + row;
        }
    }

    /** @param text a number without grouping and with a point; a date as ISO */
    public record Value(Kind kind, String text) {}

    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** What a formula came to when the file was stored; empty when it was never worked out. */
        FORMULA,
        /** #REF! and the like. */
        ERROR
    }

    /** @throws UnreadableSheet for the file as a whole */
    public static SheetBook read(String fileName, InputStream in) throws IOException, UnreadableSheet {
        var file = SheetFile.admit(fileName, in);
        if (file.kind() != SheetFile.Kind.XLSX) throw new UnreadableSheet(Reason.NO_WORKBOOK);
        var sheets = new ArrayList<Sheet>();
        var room = new Room();
        XlsxRows.readAll(file.content(), named -> {
            var sheet = new Sheet(named.name(), named.hidden(), new TreeMap<>());
            sheets.add(sheet);
            return new Keeping(sheet, room);
        });
        return new SheetBook(sheets);
    }

    /** What all sheets have taken so far. */
    private static final class Room {
        private int cells;
        private long characters;

        void take(Map<Integer, Cell> row) throws UnreadableSheet {
            cells += row.size();
            for (var cell : row.values()) characters += cell.text().length();
            if (cells > MOST_CELLS || characters > MOST_CHARACTERS) throw new UnreadableSheet(Reason.EXPANDS_TOO_MUCH);
        }
    }

    private record Keeping(Sheet sheet, Room room) implements RowTaker {
        @Override
        public void row(int number, Map<Integer, Cell> cells) throws UnreadableSheet {
            room.take(cells);
            var row = new TreeMap<Integer, Value>();
            cells.forEach((column, cell) ->
                    row.put(column, new Value(Kind.valueOf(cell.kind().name()), cell.text())));
            sheet.rows().put(number, row);
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            // A title across the table; what stands in it stands in its first cell.
        }
    }
}
