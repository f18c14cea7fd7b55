package vn.binhdang.statistics.collection.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/**
 * A form as a workbook to fill in: a sheet for each of its tables, only the cells that are asked for open, what has been
 * entered so far in them. Each sheet numbers its rows and columns beside the words, so that one that was moved is still the
 * same.
 */
final class FormWorkbook {
    /** In the first column of the row that numbers the columns, followed by the number of the table. */
    static final String KEYS = "#";

    /** Stands before the number of a column. */
    static final String COLUMN = "@";

    static final int FIRST_COLUMN = 2;

    /** From 0, as POI counts. */
    private static final int KEY_ROW = 4;

    static final int FIRST_ROW = KEY_ROW + 2;
    private static final int LONGEST_NAME = 31;

    private final BookWriter pen;
    private final XSSFWorkbook book;
    private final Text t;
    private final Map<Integer, String> sources;
    private final Set<String> names = new HashSet<>(Set.of(BookWriter.MARKS));

    private FormWorkbook(Map<Integer, String> sources, Text t) {
        this.t = t;
        this.sources = sources;
        book = new XSSFWorkbook();
        pen = new BookWriter(book, t);
    }

    /** What stands above each table. */
    record Title(String form, String unit, String period) {}

    /**
     * @param entered what stands in the cells so far
     * @param sources where the figures of closed cells come from, by slot
     */
    static byte[] write(
            BookHead head, Layout layout, Title title, Cells entered, Map<Integer, String> sources, Text t) {
        var form = new FormWorkbook(sources, t);
        try (var out = new ByteArrayOutputStream();
                var book = form.book) {
            for (int no = 0; no < layout.sections().size(); no++)
                form.sheet(no, layout.sections().get(no), title, entered);
            form.pen.marks(head);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(int no, Layout.Section section, Title title, Cells entered) {
        var sheet = book.createSheet(name(no, section));
        pen.cell(sheet, 0, 1, title.form(), pen.strong);
        pen.cell(sheet, 1, 1, t.of("statistics.collection.sheet.unit", title.unit()), pen.plain);
        pen.cell(sheet, 2, 1, t.of("statistics.collection.sheet.period", title.period()), pen.plain);
        pen.cell(sheet, 3, 1, t.of("statistics.collection.sheet.howTo", AnswerReader.NOT_APPLICABLE), pen.plain);
        pen.cell(sheet, KEY_ROW, 0, KEYS + no, pen.pale);
        pen.cell(sheet, KEY_ROW + 1, 0, t.of("statistics.collection.sheet.no"), pen.heading);
        pen.cell(sheet, KEY_ROW + 1, 1, section.name(t.language()), pen.heading);
        var columns = section.columns();
        for (int i = 0; i < columns.size(); i++) {
            pen.cell(sheet, KEY_ROW, FIRST_COLUMN + i, COLUMN + i, pen.pale);
            pen.cell(sheet, KEY_ROW + 1, FIRST_COLUMN + i, columns.get(i).name(t.language()), pen.heading);
            sheet.setColumnWidth(FIRST_COLUMN + i, 16 * BookWriter.WIDTH);
        }
        sheet.getRow(KEY_ROW).setZeroHeight(true);
        for (int row = 0; row < section.rows().size(); row++) row(sheet, no, section, row, entered);
        if (section.sumRow()) sums(sheet, section);
        sheet.setColumnWidth(0, 6 * BookWriter.WIDTH);
        sheet.setColumnWidth(1, 56 * BookWriter.WIDTH);
        sheet.createFreezePane(FIRST_COLUMN, FIRST_ROW);
        BookWriter.lock(sheet);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void row(XSSFSheet sheet, int no, Layout.Section section, int row, Cells entered) {
        int at = FIRST_ROW + row;
        pen.cell(sheet, at, 0, no + 1 + "." + (row + 1), pen.pale);
        pen.cell(sheet, at, 1, label(section.rows().get(row)), pen.label);
        for (int i = 0; i < section.columns().size(); i++) {
            var asked = section.rows().get(row).cells().get(i);
            var share = section.columns().get(i).share();
            if (asked != null) answer(sheet, at, FIRST_COLUMN + i, asked, entered);
            else if (share != null) share(sheet, at, FIRST_COLUMN + i, share);
            else pen.cell(sheet, at, FIRST_COLUMN + i, "", pen.closed);
        }
    }

    /** A row with cells that are closed says why. */
    private String label(Layout.Row row) {
        var label = new StringBuilder(row.name(t.language()));
        row.cells().stream()
                .filter(Objects::nonNull)
                .map(cell -> sources.get(cell.slot()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(source -> label.append('\n').append(t.of("statistics.collection.sheet.counted", source)));
        return label.toString();
    }

    private void answer(XSSFSheet sheet, int row, int column, Layout.Cell asked, Cells entered) {
        pen.answer(sheet, row, column, asked, entered);
        if (asked.computedBy() == null) pen.check(sheet, row, row, column, asked);
    }

    private void share(XSSFSheet sheet, int row, int column, Layout.Share share) {
        String part = SheetBook.Sheet.address(row + 1, FIRST_COLUMN + share.part());
        String whole = SheetBook.Sheet.address(row + 1, FIRST_COLUMN + share.whole());
        var cell = pen.cell(sheet, row, column, "", pen.percent);
        cell.setCellFormula(
                "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),IF(%2$s>0,100*%1$s/%2$s,\"\"),\"\")".formatted(part, whole));
    }

    private void sums(XSSFSheet sheet, Layout.Section section) {
        int at = FIRST_ROW + section.rows().size();
        pen.cell(sheet, at, 0, "", pen.label);
        pen.cell(sheet, at, 1, t.of("statistics.collection.sheet.total"), pen.heading);
        for (int i = 0; i < section.columns().size(); i++) {
            int column = FIRST_COLUMN + i;
            var share = section.columns().get(i).share();
            if (share != null) {
                share(sheet, at, column, share);
                continue;
            }
            int decimals = 0;
            for (var row : section.rows())
                if (row.cells().get(i) instanceof Layout.Cell asked) decimals = Math.max(decimals, asked.decimals());
            pen.cell(sheet, at, column, "", pen.sum(decimals))
                    .setCellFormula("SUM(%s:%s)"
                            .formatted(
                                    SheetBook.Sheet.address(FIRST_ROW + 1, column),
                                    SheetBook.Sheet.address(at, column)));
        }
    }

    /** Excel allows 31 characters, some signs not, and no name twice. */
    private String name(int no, Layout.Section section) {
        String words = section.name(t.language()).isBlank()
                ? t.of("statistics.collection.sheet.table")
                : section.name(t.language());
        String name =
                WorkbookUtil.createSafeSheetName(no + 1 + ". " + words, ' ').strip();
        if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME);
        return names.add(name) ? name : String.valueOf(no + 1);
    }
}
