package vn.binhdang.statistics.collection.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.sheet.FilledWorkbook.Mistake;

/**
 * What a workbook of several units says. Which units its rows are is not asked here: a row keeps its words.
 * @param sheet name of the sheet the rows stand in
 * @param columns letters of the column of each slot
 * @param outside cells with a number in them that belong to no cell of the form
 */
record FilledUnits(String sheet, Map<Integer, String> columns, List<Row> rows, List<String> outside) {
    private static final int MOST_OUTSIDE = 50;

    FilledUnits {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
        outside = List.copyOf(outside);
    }

    /**
     * @param number as Excel counts
     * @param id of the unit as the template wrote it; empty in a row that somebody added
     * @param answers by slot; only those that can be taken, empty cells among them
     */
    record Row(int number, String id, String code, String name, Map<Integer, Answer> answers, List<Mistake> mistakes) {
        boolean saysSomething() {
            return !mistakes.isEmpty() || answers.values().stream().anyMatch(one -> one != Answer.NOTHING);
        }
    }

    /** @throws FilledWorkbook.WrongBook when it is for something else */
    static FilledUnits read(SheetBook book, Layout layout, FormShape shape, BookHead wanted)
            throws FilledWorkbook.WrongBook {
        FilledWorkbook.mustBeFor(book, wanted);
        for (var sheet : book.sheets()) {
            if (sheet.hidden()) continue;
            for (int row : sheet.rows().keySet())
                if (sheet.text(row, UnitsWorkbook.ID).equals(UnitsWorkbook.KEYS))
                    return new Reading(sheet, row, layout, shape).read();
        }
        throw new FilledWorkbook.WrongBook("foreign");
    }

    private static final class Reading {
        private final SheetBook.Sheet sheet;
        private final int headings;
        private final Layout layout;
        private final FormShape shape;
        private final Map<Integer, Layout.Cell> columns = new TreeMap<>();
        private final List<String> outside = new ArrayList<>();

        Reading(SheetBook.Sheet sheet, int keys, Layout layout, FormShape shape) {
            this.sheet = sheet;
            this.layout = layout;
            this.shape = shape;
            headings = keys + 2;
            sheet.rows()
                    .getOrDefault(keys, Map.of())
                    .forEach((at, value) -> cell(value.text()).ifPresent(cell -> columns.put(at, cell)));
        }

        private java.util.Optional<Layout.Cell> cell(String key) {
            return key.matches(FormWorkbook.COLUMN + "\\d{1,5}")
                    ? layout.cell(Integer.parseInt(key.substring(1)))
                    : java.util.Optional.empty();
        }

        FilledUnits read() {
            var rows = new ArrayList<Row>();
            sheet.rows().forEach((number, cells) -> {
                if (number > headings) row(number, cells, rows);
            });
            var letters = new HashMap<Integer, String>();
            columns.forEach((at, cell) -> letters.putIfAbsent(cell.slot(), CellReference.convertNumToColString(at)));
            return new FilledUnits(sheet.name(), letters, rows, outside);
        }

        private void row(int number, Map<Integer, SheetBook.Value> cells, List<Row> rows) {
            var answers = new LinkedHashMap<Integer, Answer>();
            var mistakes = new ArrayList<Mistake>();
            var first = new HashMap<Integer, String>();
            columns.forEach((at, cell) -> {
                if (cell.computedBy() == null) answer(number, at, cell, cells.get(at), answers, mistakes, first);
            });
            for (int at : cells.keySet())
                if (at >= UnitsWorkbook.FIRST_COLUMN && !columns.containsKey(at)) outside(number, at);
            var row = new Row(
                    number,
                    sheet.text(number, UnitsWorkbook.ID).strip(),
                    sheet.text(number, UnitsWorkbook.CODE).strip(),
                    sheet.text(number, UnitsWorkbook.NAME).strip(),
                    answers,
                    mistakes);
            if (!row.id().isEmpty() || row.saysSomething()) rows.add(row);
        }

        private void answer(
                int row,
                int column,
                Layout.Cell cell,
                SheetBook.@Nullable Value value,
                Map<Integer, Answer> answers,
                List<Mistake> mistakes,
                Map<Integer, String> first) {
            String address = sheet.name() + "!" + SheetBook.Sheet.address(row, column);
            String before = first.putIfAbsent(cell.slot(), address);
            if (before != null) {
                // A column that was copied: nobody can tell which of the two is meant.
                if (value != null && !value.text().isEmpty()) wrong(address, Answer.wrong("twice", before), mistakes);
                return;
            }
            var answer = value == null
                    ? Answer.NOTHING
                    : AnswerReader.read(value, cell, shape.slots().get(cell.slot()));
            if (answer instanceof Answer.Wrong) wrong(address, answer, mistakes);
            else answers.put(cell.slot(), answer);
        }

        private static void wrong(String address, Answer what, List<Mistake> mistakes) {
            if (what instanceof Answer.Wrong mistake) mistakes.add(new Mistake(address, mistake));
        }

        private void outside(int row, int column) {
            boolean number = sheet.at(row, column)
                    .filter(value -> value.kind() == SheetBook.Kind.NUMBER)
                    .isPresent();
            if (number && outside.size() < MOST_OUTSIDE)
                outside.add(sheet.name() + "!" + SheetBook.Sheet.address(row, column));
        }
    }
}
