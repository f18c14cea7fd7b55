package vn.binhdang.statistics.collection.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.ComputedFigures.Computed;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/**
 * A form of a period for many units: a row for each, a column for each of its cells. Columns bear the numbers of their cells
 * and rows the ids of their units, so that what was moved is still itself.
 */
final class UnitsWorkbook {
    /** In the first column of the row that numbers the columns. */
    static final String KEYS = "#units";

    static final int ID = 0;
    static final int CODE = 1;
    static final int NAME = 2;
    static final int FIRST_COLUMN = 3;

    /** From 0, as POI counts. */
    private static final int KEY_ROW = 4;

    private static final int HEADING = KEY_ROW + 2;
    static final int FIRST_ROW = HEADING + 1;
    private static final int ROWS_IN_MEMORY = 200;

    private UnitsWorkbook() {}

    /**
     * @param entered what stands in its cells so far
     * @param counted what the product has counted, by slot
     */
    record Row(UnitId unit, String code, String name, Cells entered, Map<Integer, Computed> counted) {}

    /** @param sources where the figures of closed columns come from, by slot */
    static byte[] write(
            BookHead head,
            Layout layout,
            FormWorkbook.Title title,
            List<Row> rows,
            Map<Integer, String> sources,
            Text t) {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY);
                var out = new ByteArrayOutputStream()) {
            var pen = new BookWriter(book, t);
            var sheet = book.createSheet(t.of("statistics.collection.units.sheet"));
            headings(sheet, pen, layout, title, sources, t);
            int at = FIRST_ROW;
            for (var row : rows) {
                BookWriter.cell(sheet, at, ID, row.unit().toString(), pen.pale);
                BookWriter.cell(sheet, at, CODE, row.code(), pen.label);
                BookWriter.cell(sheet, at, NAME, row.name(), pen.label);
                int column = FIRST_COLUMN;
                for (var cell : layout.cells()) {
                    pen.answer(sheet, at, column, cell, row.entered());
                    if (row.counted().get(cell.slot()) instanceof Computed figure)
                        pen.counted(sheet.getRow(at).getCell(column), cell, figure.value());
                    column++;
                }
                at++;
            }
            int column = FIRST_COLUMN;
            for (var cell : layout.cells()) {
                if (cell.computedBy() == null && !rows.isEmpty()) pen.check(sheet, FIRST_ROW, at - 1, column, cell);
                column++;
            }
            BookWriter.lock(sheet);
            pen.marks(head);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void headings(
            Sheet sheet,
            BookWriter pen,
            Layout layout,
            FormWorkbook.Title title,
            Map<Integer, String> sources,
            Text t) {
        BookWriter.cell(sheet, 0, NAME, title.form(), pen.strong);
        BookWriter.cell(sheet, 1, NAME, t.of("statistics.collection.units.within", title.unit()), pen.plain);
        BookWriter.cell(sheet, 2, NAME, t.of("statistics.collection.sheet.period", title.period()), pen.plain);
        BookWriter.cell(
                sheet, 3, NAME, t.of("statistics.collection.sheet.howTo", AnswerReader.NOT_APPLICABLE), pen.plain);
        BookWriter.cell(sheet, KEY_ROW, ID, KEYS, pen.pale);
        BookWriter.cell(sheet, HEADING, CODE, t.of("statistics.collection.units.code"), pen.heading);
        BookWriter.cell(sheet, HEADING, NAME, t.of("statistics.collection.unit"), pen.heading);
        int column = FIRST_COLUMN;
        for (var section : layout.sections()) {
            String name = section.name(t.language());
            for (var row : section.rows())
                for (var cell : row.cells()) {
                    if (cell == null) continue;
                    BookWriter.cell(sheet, KEY_ROW, column, FormWorkbook.COLUMN + cell.slot(), pen.pale);
                    // The table is named above its first column only.
                    BookWriter.cell(sheet, KEY_ROW + 1, column, name, pen.strong);
                    name = "";
                    BookWriter.cell(sheet, HEADING, column, heading(cell, sources, t), pen.heading);
                    sheet.setColumnWidth(column++, 16 * BookWriter.WIDTH);
                }
        }
        sheet.getRow(KEY_ROW).setZeroHeight(true);
        sheet.setColumnHidden(ID, true);
        sheet.setColumnWidth(CODE, 14 * BookWriter.WIDTH);
        sheet.setColumnWidth(NAME, 48 * BookWriter.WIDTH);
        sheet.createFreezePane(FIRST_COLUMN, FIRST_ROW);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
    }

    /** A column that is closed says why. */
    private static String heading(Layout.Cell cell, Map<Integer, String> sources, Text t) {
        String name = cell.name(t.language());
        return sources.get(cell.slot()) instanceof String source
                ? name + "\n" + t.of("statistics.collection.sheet.counted", source)
                : name;
    }
}
