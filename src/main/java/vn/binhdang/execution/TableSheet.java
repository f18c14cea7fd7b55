package vn.binhdang.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A table of the report as an Excel sheet, A4 across: title, place and days, headings, numbered lines. Written once. */
public final class TableSheet {
    private static final int HEADINGS = 3;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle words = style(false, HorizontalAlignment.LEFT, true);
    private final CellStyle number = style(false, HorizontalAlignment.RIGHT, true);
    private final CellStyle sum = style(true, HorizontalAlignment.RIGHT, true);
    private final XSSFSheet sheet;
    private final int columns;
    private int next = HEADINGS + 1;

    /**
     * @param name of the sheet
     * @param widths of the columns, in characters
     * @param headings of the columns, the first for the number of the line
     */
    public TableSheet(String name, int[] widths, String title, String place, List<String> headings) {
        sheet = book.createSheet(name);
        columns = headings.size();
        for (int i = 0; i < widths.length; i++) sheet.setColumnWidth(i, widths[i] * 256);
        across(sheet.createRow(0), title, style(true, HorizontalAlignment.CENTER, false));
        across(sheet.createRow(1), place, style(false, HorizontalAlignment.CENTER, false));
        var head = sheet.createRow(HEADINGS);
        var heading = style(true, HorizontalAlignment.CENTER, true);
        for (int i = 0; i < columns; i++) cell(head, i, heading).setCellValue(headings.get(i));
    }

    /** @param values texts and whole numbers, without the number of the line */
    public void line(List<?> values) {
        var row = sheet.createRow(next);
        cell(row, 0, number).setCellValue(next - HEADINGS);
        for (int i = 0; i < values.size(); i++)
            if (values.get(i) instanceof Integer figure)
                cell(row, i + 1, number).setCellValue(figure);
            else cell(row, i + 1, words).setCellValue(String.valueOf(values.get(i)));
        next++;
    }

    /**
     * The last line.
     * @param figures of the last columns
     */
    public void total(int labelColumn, String label, List<Integer> figures) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < columns; i++) cell(row, i, sum);
        row.getCell(labelColumn).setCellValue(label);
        for (int i = 0; i < figures.size(); i++)
            row.getCell(columns - figures.size() + i).setCellValue(figures.get(i));
    }

    public byte[] bytes() {
        sheet.createFreezePane(0, HEADINGS + 1);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        try (var out = new ByteArrayOutputStream();
                book) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void across(Row row, String text, CellStyle style) {
        cell(row, 0, style).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, columns - 1));
    }

    private static Cell cell(Row row, int column, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private CellStyle style(boolean strong, HorizontalAlignment align, boolean framed) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(strong);
        style.setFont(font);
        style.setAlignment(align);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
