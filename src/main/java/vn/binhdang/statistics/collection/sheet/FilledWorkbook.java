package vn.binhdang.statistics.collection.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.collection.Layout;

/**
 * What a workbook of a form says, once somebody has filled it in.
 * @param answers by slot; only those that can be taken, empty cells among them
 * @param addresses where each slot stands: "1. Cán bộ!C7"
 * @param mistakes all that is wrong, in the order of the file
 * @param outside cells with a number in them that belong to no cell of the form
 */
record FilledWorkbook(
        Map<Integer, Answer> answers, Map<Integer, String> addresses, List<Mistake> mistakes, List<String> outside) {
    private static final int MOST_OUTSIDE = 50;

    FilledWorkbook {
        answers = Map.copyOf(answers);
        addresses = Map.copyOf(addresses);
        mistakes = List.copyOf(mistakes);
        outside = List.copyOf(outside);
    }

    record Mistake(String address, Answer.Wrong what) {}

    /** A file that is for something else, or for nothing we know; said in one sentence, nothing of it is taken. */
    static final class WrongBook extends Exception {
        private static final long serialVersionUID = 1L;
        private final String word;
        private final transient List<Object> arguments;

        WrongBook(String word, Object... arguments) {
            super(word);
            this.word = word;
            this.arguments = List.of(arguments);
        }

        String messageKey() {
            return "statistics.collection.sheet.book." + word;
        }

        List<Object> arguments() {
            return arguments;
        }
    }

    /**
     * What the file says it is for.
     * @throws WrongBook when it says nothing, or is a workbook of the other kind
     */
    private static BookHead headOf(SheetBook book, BookHead.Kind wanted) throws WrongBook {
        var marks = book.sheets().stream()
                .filter(sheet -> sheet.name().equals(BookWriter.MARKS))
                .findFirst()
                .orElseThrow(() -> new WrongBook("foreign"));
        var said = new HashMap<String, String>();
        for (int row : marks.rows().keySet()) said.put(marks.text(row, 0), marks.text(row, 1));
        for (var kind : BookHead.Kind.values())
            if (kind != wanted && kind.mark.equals(said.get("kind"))) throw new WrongBook(kind.refusal);
        if (!wanted.mark.equals(said.get("kind"))) throw new WrongBook("foreign");
        return new BookHead(
                wanted,
                said.getOrDefault("form", ""),
                said.getOrDefault("period", ""),
                said.getOrDefault("unit", ""),
                said.getOrDefault("shape", ""));
    }

    /**
     * Checks that a file is for what is wanted.
     * @throws WrongBook when it is for another form, period or unit, or for the form as it was
     */
    static void mustBeFor(SheetBook book, BookHead wanted) throws WrongBook {
        var head = headOf(book, wanted.kind());
        if (!head.form().equals(wanted.form())) throw new WrongBook("form", head.form(), wanted.form());
        if (!head.period().equals(wanted.period())) throw new WrongBook("period", head.period(), wanted.period());
        if (!head.unit().equals(wanted.unit())) throw new WrongBook("unit");
        if (!head.shape().equals(wanted.shape())) throw new WrongBook("shape");
    }

    /**
     * @param wanted what the file has to be for
     * @throws WrongBook when it is for another form, period or unit, or for the form as it was
     */
    static FilledWorkbook read(SheetBook book, Layout layout, FormShape shape, BookHead wanted) throws WrongBook {
        mustBeFor(book, wanted);
        var reading = new Reading(layout, shape);
        for (var sheet : book.sheets()) if (!sheet.hidden()) reading.read(sheet);
        return new FilledWorkbook(reading.answers, reading.addresses, reading.mistakes, reading.outside);
    }

    private static final class Reading {
        private static final Pattern ROW = Pattern.compile("(\\d{1,3})\\.(\\d{1,4})");

        private final Layout layout;
        private final FormShape shape;
        private final Map<Integer, Answer> answers = new HashMap<>();
        private final Map<Integer, String> addresses = new HashMap<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final List<String> outside = new ArrayList<>();

        Reading(Layout layout, FormShape shape) {
            this.layout = layout;
            this.shape = shape;
        }

        void read(SheetBook.Sheet sheet) {
            var keys = keysOf(sheet);
            if (keys.isEmpty()) {
                sheet.rows().forEach((row, cells) -> cells.keySet().forEach(column -> outside(sheet, row, column)));
                return;
            }
            int headings = keys.get().row() + 1;
            var columns = keys.get().columns();
            sheet.rows().forEach((row, cells) -> {
                if (row > headings) row(sheet, row, cells, columns);
            });
        }

        private void row(
                SheetBook.Sheet sheet, int row, Map<Integer, SheetBook.Value> cells, Map<Integer, Integer> columns) {
            var asked = rowOf(sheet.text(row, 0));
            for (int column : cells.keySet())
                if (column >= FormWorkbook.FIRST_COLUMN && (asked == null || !columns.containsKey(column)))
                    outside(sheet, row, column);
            if (asked == null) return;
            columns.forEach((at, number) -> {
                if (number >= asked.cells().size()) return;
                String address = address(sheet, row, at);
                var cell = asked.cells().get(number);
                var value = cells.get(at);
                if (cell == null) {
                    // Shares and sums are formulas of ours.
                    if (value != null && value.kind() != SheetBook.Kind.FORMULA) wrong(address, Answer.wrong("closed"));
                } else if (cell.computedBy() == null) {
                    answer(cell, address, value == null ? new SheetBook.Value(SheetBook.Kind.TEXT, "") : value);
                }
            });
        }

        private Layout.@Nullable Row rowOf(String number) {
            var m = ROW.matcher(number);
            if (!m.matches()) return null;
            int section = Integer.parseInt(m.group(1)) - 1;
            int row = Integer.parseInt(m.group(2)) - 1;
            if (section < 0 || section >= layout.sections().size()) return null;
            var rows = layout.sections().get(section).rows();
            return row < 0 || row >= rows.size() ? null : rows.get(row);
        }

        private void answer(Layout.Cell cell, String address, SheetBook.Value value) {
            String before = addresses.putIfAbsent(cell.slot(), address);
            if (before != null) {
                // A row that was copied: nobody can tell which of the two is meant.
                if (!value.text().isEmpty()) wrong(address, Answer.wrong("twice", before));
                return;
            }
            var answer = AnswerReader.read(value, cell, shape.slots().get(cell.slot()));
            if (answer instanceof Answer.Wrong) wrong(address, answer);
            else answers.put(cell.slot(), answer);
        }

        private void wrong(String address, Answer what) {
            if (what instanceof Answer.Wrong mistake) mistakes.add(new Mistake(address, mistake));
        }

        private void outside(SheetBook.Sheet sheet, int row, int column) {
            boolean number = sheet.at(row, column)
                    .filter(value -> value.kind() == SheetBook.Kind.NUMBER)
                    .isPresent();
            if (number && outside.size() < MOST_OUTSIDE) outside.add(address(sheet, row, column));
        }

        private static String address(SheetBook.Sheet sheet, int row, int column) {
            return sheet.name() + "!" + SheetBook.Sheet.address(row, column);
        }

        /** @param columns number of the column in the table, by where it stands */
        private record Keys(int row, Map<Integer, Integer> columns) {}

        private static Optional<Keys> keysOf(SheetBook.Sheet sheet) {
            for (var row : sheet.rows().entrySet()) {
                if (!sheet.text(row.getKey(), 0).startsWith(FormWorkbook.KEYS)) continue;
                var columns = new TreeMap<Integer, Integer>();
                row.getValue().forEach((at, value) -> {
                    if (value.text().matches(FormWorkbook.COLUMN + "\\d{1,3}"))
                        columns.put(at, Integer.valueOf(value.text().substring(1)));
                });
                return Optional.of(new Keys(row.getKey(), columns));
            }
            return Optional.empty();
        }
    }
}
