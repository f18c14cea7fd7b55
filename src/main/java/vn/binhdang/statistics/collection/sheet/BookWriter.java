package vn.binhdang.statistics.collection.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/** What the workbooks of forms are written with: cells in their styles, checks that Excel does, the hidden marks. */
final class BookWriter {
    /** The hidden sheet that says what a workbook is for. */
    static final String MARKS = "binhdang";

    /** A character, as Excel counts widths. */
    static final int WIDTH = 256;

    private static final int MOST_DECIMALS = 6;

    final CellStyle strong;
    final CellStyle plain;
    final CellStyle heading;
    final CellStyle label;
    final CellStyle pale;
    final CellStyle closed;
    final CellStyle percent;
    private final CellStyle[] open = new CellStyle[MOST_DECIMALS + 1];
    private final CellStyle[] sum = new CellStyle[MOST_DECIMALS + 1];
    private final CellStyle[] counted = new CellStyle[MOST_DECIMALS + 1];
    private final Workbook book;
    private final Text t;

    BookWriter(Workbook book, Text t) {
        this.book = book;
        this.t = t;
        strong = style(true, HorizontalAlignment.LEFT);
        plain = style(false, HorizontalAlignment.LEFT);
        heading = framed(style(true, HorizontalAlignment.CENTER));
        label = framed(style(false, HorizontalAlignment.LEFT));
        pale = pale();
        closed = closed();
        percent = percent();
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            open[decimals] = number(decimals, false);
            sum[decimals] = number(decimals, true);
            counted[decimals] = slanted(decimals);
        }
    }

    CellStyle sum(int decimals) {
        return sum[decimals];
    }

    /** What stands in a cell of a form so far; closed where the product knows the figure itself. */
    void answer(Sheet sheet, int row, int column, Layout.Cell asked, Cells entered) {
        var style = (asked.computedBy() == null ? open : sum)[asked.decimals()];
        var cell = cell(sheet, row, column, "", style);
        switch (asked.slot() < entered.slots() ? entered.state(asked.slot()) : CellState.MISSING) {
            case VALUE ->
                cell.setCellValue(BigDecimal.valueOf(entered.value(asked.slot()), asked.decimals())
                        .doubleValue());
            case NOT_APPLICABLE -> cell.setCellValue(AnswerReader.NOT_APPLICABLE);
            case MISSING -> cell.setBlank();
        }
    }

    /** What the product has counted, in a closed cell in which nothing stands yet; slanted, since nobody has confirmed it. */
    void counted(Cell cell, Layout.Cell asked, long value) {
        if (cell.getCellType() != CellType.BLANK) return;
        cell.setCellValue(BigDecimal.valueOf(value, asked.decimals()).doubleValue());
        cell.setCellStyle(counted[asked.decimals()]);
    }

    /** Lets Excel refuse what cannot be an answer, in these rows of a column. */
    void check(Sheet sheet, int firstRow, int lastRow, int column, Layout.Cell asked) {
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createCustomConstraint(rule(SheetBook.Sheet.address(firstRow + 1, column), asked)),
                new CellRangeAddressList(firstRow, lastRow, column, column));
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

    /** For the product, not for people: what the file is for. */
    void marks(BookHead head) {
        var sheet = book.createSheet(MARKS);
        mark(sheet, 0, "kind", head.kind().mark);
        mark(sheet, 1, "form", head.form());
        mark(sheet, 2, "period", head.period());
        mark(sheet, 3, "unit", head.unit());
        mark(sheet, 4, "shape", head.shape());
        lock(sheet);
        book.setSheetHidden(book.getSheetIndex(sheet), true);
    }

    /** Against slips, not against people: there is no password. */
    static void lock(Sheet sheet) {
        switch (sheet) {
            case XSSFSheet whole -> whole.enableLocking();
            case SXSSFSheet streamed -> streamed.enableLocking();
            default -> throw new IllegalArgumentException("no sheet of a workbook that we write");
        }
    }

    private void mark(Sheet sheet, int row, String name, String value) {
        cell(sheet, row, 0, name, plain);
        cell(sheet, row, 1, value, plain);
    }

    static Cell cell(Sheet sheet, int row, int column, String value, CellStyle style) {
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

    private CellStyle slanted(int decimals) {
        var style = number(decimals, true);
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setItalic(true);
        style.setFont(font);
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
