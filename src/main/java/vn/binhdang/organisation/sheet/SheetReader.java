package vn.binhdang.organisation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;
import vn.binhdang.web.Text;

/**
 * Reads one table. The heading row is the first of the top ten rows in which a heading of the layout stands: offices like
 * a title above. Columns may stand in any order, under their Vietnamese or English headings.
 */
public final class SheetReader implements RowTaker {
    public static final int MOST_ROWS = 100_000;

    /** 100,000 rows of twelve columns are about 10 MB. */
    public static final int MOST_BYTES = 30 << 20;

    private static final int HEADING_WITHIN = 10;

    private final SheetLayout layout;
    private final Text t;
    private final Mistakes mistakes;
    private final Consumer<SheetRow> rows;
    private final List<Map<String, String>> examples;
    private final Map<Integer, SheetColumn> columns = new HashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private int headingRow;
    private int count;
    private @Nullable UnreadableSheet refusal;

    private SheetReader(SheetLayout layout, Text t, Mistakes mistakes, Consumer<SheetRow> rows) {
        this.layout = layout;
        this.t = t;
        this.mistakes = mistakes;
        this.rows = rows;
        this.examples = List.of(exampleIn(Text.in(Text.VIETNAMESE)), exampleIn(Text.in(Text.ENGLISH)));
    }

    /**
     * @param rows below the headings
     * @param ignoredColumns headings the layout does not know: shown, so that nobody believes they were taken in
     */
    public record Result(int rows, List<String> ignoredColumns) {}

    /**
     * Hands every row to {@code rows}, sound or not, the untouched example row of the template left out.
     * @param t the language in which a refusal names headings
     * @throws UnreadableSheet for the file as a whole; rows may have been handed over by then
     */
    public static Result read(
            String fileName, InputStream in, SheetLayout layout, Text t, Mistakes mistakes, Consumer<SheetRow> rows)
            throws IOException, UnreadableSheet {
        var file = SheetFile.admit(fileName, in);
        var reader = new SheetReader(layout, t, mistakes, rows);
        if (file.kind() == SheetFile.Kind.XLSX) XlsxRows.read(file.content(), reader);
        else CsvRows.read(file.content(), reader);
        if (reader.refusal != null) throw reader.refusal;
        if (reader.headingRow == 0) throw new UnreadableSheet(Reason.NO_HEADING, reader.headings());
        if (reader.count == 0) throw new UnreadableSheet(Reason.EMPTY);
        return new Result(reader.count, List.copyOf(reader.ignored));
    }

    @Override
    public void row(int number, Map<Integer, Cell> cells) throws UnreadableSheet {
        // After a refusal the rest is still walked through: merged cells are named at the end and are the better
        // reason.
        if (refusal != null) return;
        if (headingRow == 0) {
            if (number <= HEADING_WITHIN) lookForHeadings(number, cells);
            else refusal = new UnreadableSheet(Reason.NO_HEADING, headings());
            return;
        }
        var named = new HashMap<String, Cell>();
        cells.forEach((at, cell) -> {
            var column = columns.get(at);
            if (column != null) named.put(column.key(), cell);
        });
        if (named.isEmpty() || isExample(named)) return;
        if (++count > MOST_ROWS)
            throw new UnreadableSheet(Reason.TOO_MANY_ROWS, t.of("organisation.sheet.count", MOST_ROWS));
        taken.add(number);
        rows.accept(new SheetRow(number, named, layout, mistakes));
    }

    @Override
    public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) throws UnreadableSheet {
        if (headingRow == 0 ? firstRow <= HEADING_WITHIN : firstRow <= headingRow && headingRow <= lastRow)
            throw new UnreadableSheet(Reason.MERGED_HEADING);
        for (int row = firstRow; row <= Math.min(lastRow, firstRow + MOST_ROWS); row++)
            if (taken.contains(row) && columns.containsKey(firstColumn))
                mistakes.add(row, columns.get(firstColumn).key(), "organisation.sheet.mistake.merged");
    }

    private void lookForHeadings(int number, Map<Integer, Cell> cells) {
        var found = new HashMap<Integer, SheetColumn>();
        var unknown = new ArrayList<String>();
        for (var cell : new java.util.TreeMap<>(cells).entrySet()) {
            var column = layout.under(cell.getValue().text());
            if (column.isEmpty()) unknown.add(cell.getValue().text());
            else if (found.containsValue(column.get()))
                refusal = new UnreadableSheet(
                        Reason.DOUBLE_COLUMN, layout.heading(column.get().key(), t));
            else found.put(cell.getKey(), column.get());
        }
        // One word may be a title by chance ("Đơn vị"); a heading row has at least two.
        if (found.size() < Math.min(2, layout.columns().size())) return;
        headingRow = number;
        columns.putAll(found);
        ignored.addAll(unknown);
        String missing = layout.columns().stream()
                .filter(column -> column.needed() && !found.containsValue(column))
                .map(column -> layout.heading(column.key(), t))
                .collect(Collectors.joining(", "));
        if (refusal == null && !missing.isEmpty()) refusal = new UnreadableSheet(Reason.MISSING_COLUMNS, missing);
    }

    private String headings() {
        return layout.columns().stream()
                .filter(SheetColumn::needed)
                .map(column -> layout.heading(column.key(), t))
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> exampleIn(Text language) {
        var example = new HashMap<String, String>();
        for (var column : layout.columns()) {
            String cell = layout.example(column.key(), language);
            if (!cell.isEmpty()) example.put(column.key(), cell);
        }
        return example;
    }

    private boolean isExample(Map<String, Cell> cells) {
        return examples.stream()
                .anyMatch(example -> example.keySet().equals(cells.keySet())
                        && cells.entrySet().stream()
                                .allMatch(cell -> same(cell.getValue(), example.get(cell.getKey()))));
    }

    private static boolean same(Cell cell, @Nullable String example) {
        return example != null
                && (cell.text().equals(example)
                        || cell.date() != null
                                && SheetRow.dateOf(example)
                                        .map(cell.date()::equals)
                                        .orElse(false));
    }
}
