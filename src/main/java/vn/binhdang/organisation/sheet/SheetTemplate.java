package vn.binhdang.organisation.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.web.Text;

/** The empty table of a layout as a workbook: headings and one example row, explanations, and the words to choose from. */
public final class SheetTemplate {
    private static final int ROWS_WITH_CHOICES = 5_000;

    private final SheetLayout layout;
    private final Text t;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle bold = book.createCellStyle();
    private final CellStyle text = book.createCellStyle();
    private final CellStyle grey = book.createCellStyle();
    private final CellStyle wrapped = book.createCellStyle();

    private SheetTemplate(SheetLayout layout, Text t) {
        this.layout = layout;
        this.t = t;
        var strong = book.createFont();
        strong.setBold(true);
        bold.setFont(strong);
        // Text, so that Excel takes no zero from a code and turns no date around.
        text.setDataFormat(book.createDataFormat().getFormat("@"));
        var pale = book.createFont();
        pale.setItalic(true);
        pale.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        grey.setFont(pale);
        grey.setDataFormat(text.getDataFormat());
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(org.apache.poi.ss.usermodel.VerticalAlignment.TOP);
    }

    public static byte[] write(SheetLayout layout, Text t) {
        try (var out = new ByteArrayOutputStream()) {
            var template = new SheetTemplate(layout, t);
            try (var book = template.book) {
                var rows = book.createSheet(t.of("organisation.sheet.template.rows"));
                template.explanations();
                template.table(rows);
                book.write(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(XSSFSheet sheet) {
        var headings = sheet.createRow(0);
        var example = sheet.createRow(1);
        int at = 0;
        for (var column : layout.columns()) {
            sheet.setDefaultColumnStyle(at, text);
            sheet.setColumnWidth(at, 24 * 256);
            var heading = headings.createCell(at);
            heading.setCellValue(layout.heading(column.key(), t) + (column.needed() ? " *" : ""));
            heading.setCellStyle(bold);
            var cell = example.createCell(at);
            cell.setCellValue(layout.example(column.key(), t));
            cell.setCellStyle(grey);
            at++;
        }
        sheet.createFreezePane(0, 1);
        choices(sheet);
    }

    private void choices(XSSFSheet sheet) {
        if (layout.columns().stream().allMatch(column -> column.choices().isEmpty())) return;
        String name = t.of("organisation.sheet.template.choices");
        var lists = book.createSheet(name);
        var helper = sheet.getDataValidationHelper();
        int list = 0;
        for (int at = 0; at < layout.columns().size(); at++) {
            var column = layout.columns().get(at);
            if (column.choices().isEmpty()) continue;
            cell(lists, 0, list, layout.heading(column.key(), t), bold);
            int row = 1;
            for (var choice : column.choices()) cell(lists, row++, list, t.of(choice.messageKey()), text);
            lists.setColumnWidth(list, 40 * 256);
            char letter = (char) ('A' + list++);
            var validation = helper.createValidation(
                    helper.createFormulaListConstraint("'%s'!$%c$2:$%c$%d".formatted(name, letter, letter, row)),
                    new CellRangeAddressList(1, ROWS_WITH_CHOICES, at, at));
            validation.setErrorStyle(org.apache.poi.ss.usermodel.DataValidation.ErrorStyle.WARNING);
            sheet.addValidationData(validation);
        }
    }

    private void explanations() {
        var sheet = book.createSheet(t.of("organisation.sheet.template.help"));
        cell(sheet, 0, 0, t.of("organisation.sheet.template.column"), bold);
        cell(sheet, 0, 1, t.of("organisation.sheet.template.needed"), bold);
        cell(sheet, 0, 2, t.of("organisation.sheet.template.meaning"), bold);
        int row = 1;
        for (var column : layout.columns()) {
            cell(sheet, row, 0, layout.heading(column.key(), t), wrapped);
            cell(
                    sheet,
                    row,
                    1,
                    t.of(column.needed() ? "organisation.sheet.template.yes" : "organisation.sheet.template.no"),
                    wrapped);
            cell(sheet, row++, 2, layout.help(column.key(), t), wrapped);
        }
        cell(sheet, row + 1, 0, t.of("organisation.sheet.template.example"), wrapped);
        sheet.setColumnWidth(0, 28 * 256);
        sheet.setColumnWidth(1, 12 * 256);
        sheet.setColumnWidth(2, 90 * 256);
    }

    private static void cell(XSSFSheet sheet, int row, int column, String value, CellStyle style) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }
}
