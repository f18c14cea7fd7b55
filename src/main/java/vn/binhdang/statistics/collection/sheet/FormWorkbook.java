package vn.binhdang.statistics.collection.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/**
 * A form as a workbook to fill in: a sheet for each of its tables, only the cells that are asked for open, what has been
 * entered so far in them. Each sheet numbers its rows and columns beside the words, so that one that was moved is still the
 * same.
 */
final class FormWorkbook {
    static final String MARKS = "binhdang";

    /** In the first column of the row that numbers the columns, followed by the number of the table. */
    static final String KEYS = "#";

    /** Stands before the number of a column. */
    static final String COLUMN = "@";

    static final int FIRST_COLUMN = 2;

    /** From 0, as POI counts. */
    private static final int KEY_ROW = 4;

    static final int FIRST_ROW = KEY_ROW + 2;
    private static final int WIDTH = 256;
    private static final int LONGEST_NAME = 31;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Text t;
    private final Set<String> names = new HashSet<>(Set.of(MARKS));
    private final CellStyle strong = style(true, HorizontalAlignment.LEFT);
    private final CellStyle plain = style(false, HorizontalAlignment.LEFT);
    private final CellStyle heading = framed(style(true, HorizontalAlignment.CENTER));
    private final CellStyle label = framed(style(false, HorizontalAlignment.LEFT));
    private final CellStyle pale = pale();
    private final CellStyle closed = closed();
    private final CellStyle percent = percent();
    private final CellStyle[] open = new CellStyle[7];
    private final CellStyle[] sum = new CellStyle[7];

    private FormWorkbook(Text t) {
        this.t = t;
        for (int decimals = 0; decimals < open.length; decimals++) {
            open[decimals] = number(decimals, false);
            sum[decimals] = number(decimals, true);
        }
    }

    /** What stands above each table. */
    record Title(String form, String unit, String period) {}

    /** @param entered what stands in the cells so far */
    static byte[] write(BookHead head, Layout layout, Title title, Cells entered, Text t) {
        var form = new FormWorkbook(t);
        try (var out = new ByteArrayOutputStream();
                var book = form.book) {
            for (int no = 0; no < layout.sections().size(); no++)
                form.sheet(no, layout.sections().get(no), title, entered);
            form.marks(head);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(int no, Layout.Section section, Title title, Cells entered) {
        var sheet = book.createSheet(name(no, section));
        cell(sheet, 0, 1, title.form(), strong);
        cell(sheet, 1, 1, t.of("statistics.collection.sheet.unit", title.unit()), plain);
        cell(sheet, 2, 1, t.of("statistics.collection.sheet.period", title.period()), plain);
        cell(sheet, 3, 1, t.of("statistics.collection.sheet.howTo", AnswerReader.NOT_APPLICABLE), plain);
        cell(sheet, KEY_ROW, 0, KEYS + no, pale);
        cell(sheet, KEY_ROW + 1, 0, t.of("statistics.collection.sheet.no"), heading);
        cell(sheet, KEY_ROW + 1, 1, section.name(t.language()), heading);
        var columns = section.columns();
        for (int i = 0; i < columns.size(); i++) {
            cell(sheet, KEY_ROW, FIRST_COLUMN + i, COLUMN + i, pale);
            cell(sheet, KEY_ROW + 1, FIRST_COLUMN + i, columns.get(i).name(t.language()), heading);
            sheet.setColumnWidth(FIRST_COLUMN + i, 16 * WIDTH);
        }
        sheet.getRow(KEY_ROW).setZeroHeight(true);
        for (int row = 0; row < section.rows().size(); row++) row(sheet, no, section, row, entered);
        if (section.sumRow()) sums(sheet, section);
        sheet.setColumnWidth(0, 6 * WIDTH);
        sheet.setColumnWidth(1, 56 * WIDTH);
        sheet.createFreezePane(FIRST_COLUMN, FIRST_ROW);
        // Against slips, not against people: there is no password.
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void row(XSSFSheet sheet, int no, Layout.Section section, int row, Cells entered) {
        int at = FIRST_ROW + row;
        cell(sheet, at, 0, no + 1 + "." + (row + 1), pale);
        cell(sheet, at, 1, section.rows().get(row).name(t.language()), label);
        for (int i = 0; i < section.columns().size(); i++) {
            var asked = section.rows().get(row).cells().get(i);
            var share = section.columns().get(i).share();
            if (asked != null) answer(sheet, at, FIRST_COLUMN + i, asked, entered);
            else if (share != null) share(sheet, at, FIRST_COLUMN + i, share);
            else cell(sheet, at, FIRST_COLUMN + i, "", closed);
        }
    }

    private void answer(XSSFSheet sheet, int row, int column, Layout.Cell asked, Cells entered) {
        boolean typed = asked.computedBy() == null;
        var cell = cell(sheet, row, column, "", (typed ? open : sum)[asked.decimals()]);
        switch (asked.slot() < entered.slots() ? entered.state(asked.slot()) : CellState.MISSING) {
            case VALUE ->
                cell.setCellValue(BigDecimal.valueOf(entered.value(asked.slot()), asked.decimals())
                        .doubleValue());
            case NOT_APPLICABLE -> cell.setCellValue(AnswerReader.NOT_APPLICABLE);
            case MISSING -> cell.setBlank();
        }
        if (!typed) return;
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createCustomConstraint(rule(SheetBook.Sheet.address(row + 1, column), asked)),
                new CellRangeAddressList(row, row, column, column));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
                t.of("statistics.collection.sheet.refused.title"),
                t.of("statistics.collection.sheet.refused.words", AnswerReader.NOT_APPLICABLE));
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    /** A number within the limits with so many decimals, or the mark. */
    private static String rule(String address, Layout.Cell asked) {
        var rule = new StringBuilder(String.format(
                Locale.ROOT,
                "OR(%1$s=\"%2$s\",AND(ISNUMBER(%1$s),ROUND(%1$s,%3$d)=%1$s",
                address,
                AnswerReader.NOT_APPLICABLE,
                asked.decimals()));
        if (asked.lowest() != null)
            rule.append(",").append(address).append(">=").append(printed(asked.lowest(), asked.decimals()));
        if (asked.highest() != null)
            rule.append(",").append(address).append("<=").append(printed(asked.highest(), asked.decimals()));
        return rule.append("))").toString();
    }

    private static String printed(long scaled, int decimals) {
        return BigDecimal.valueOf(scaled, decimals).toPlainString();
    }

    private void share(XSSFSheet sheet, int row, int column, Layout.Share share) {
        String part = SheetBook.Sheet.address(row + 1, FIRST_COLUMN + share.part());
        String whole = SheetBook.Sheet.address(row + 1, FIRST_COLUMN + share.whole());
        var cell = cell(sheet, row, column, "", percent);
        cell.setCellFormula(
                "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),IF(%2$s>0,100*%1$s/%2$s,\"\"),\"\")".formatted(part, whole));
    }

    private void sums(XSSFSheet sheet, Layout.Section section) {
        int at = FIRST_ROW + section.rows().size();
        cell(sheet, at, 0, "", label);
        cell(sheet, at, 1, t.of("statistics.collection.sheet.total"), heading);
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
            cell(sheet, at, column, "", sum[decimals])
                    .setCellFormula("SUM(%s:%s)"
                            .formatted(
                                    SheetBook.Sheet.address(FIRST_ROW + 1, column),
                                    SheetBook.Sheet.address(at, column)));
        }
    }

    /** For the product, not for people: what the file is for. */
    private void marks(BookHead head) {
        var sheet = book.createSheet(MARKS);
        mark(sheet, 0, "kind", BookHead.KIND);
        mark(sheet, 1, "form", head.form());
        mark(sheet, 2, "period", head.period());
        mark(sheet, 3, "unit", head.unit());
        mark(sheet, 4, "shape", head.shape());
        sheet.enableLocking();
        book.setSheetHidden(book.getSheetIndex(sheet), true);
    }

    private void mark(XSSFSheet sheet, int row, String name, String value) {
        cell(sheet, row, 0, name, plain);
        cell(sheet, row, 1, value, plain);
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

    private static XSSFCell cell(XSSFSheet sheet, int row, int column, String value, CellStyle style) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
        cell.setCellStyle(style);
        if (!value.isEmpty()) cell.setCellValue(value);
        return cell;
    }

    private CellStyle style(boolean bold, HorizontalAlignment align) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        style.setFont(font);
        style.setAlignment(align);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static CellStyle framed(CellStyle style) {
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private CellStyle number(int decimals, boolean locked) {
        var style = framed(style(locked, HorizontalAlignment.RIGHT));
        style.setLocked(locked);
        style.setDataFormat(
                book.createDataFormat().getFormat("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals))));
        return style;
    }

    private CellStyle percent() {
        var style = framed(style(false, HorizontalAlignment.RIGHT));
        style.setDataFormat(book.createDataFormat().getFormat("0.0"));
        return style;
    }

    private CellStyle closed() {
        var style = framed(style(false, HorizontalAlignment.CENTER));
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private CellStyle pale() {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setFontHeightInPoints((short) 9);
        font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
