package vn.binhdang.execution.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.web.Text;

/** Table PL7 of the report, as Excel; always in Vietnamese, as the report is. */
final class TablePl7 {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);
    private static final List<String> COLUMNS =
            List.of("no", "kind", "body", "subject", "unit", "day", "findings", "recommendations", "done");
    private static final int[] WIDTHS = {6, 14, 28, 40, 36, 14, 14, 14, 14};

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle title = style(true, HorizontalAlignment.CENTER, false);
    private final CellStyle place = style(false, HorizontalAlignment.CENTER, false);
    private final CellStyle heading = style(true, HorizontalAlignment.CENTER, true);
    private final CellStyle words = style(false, HorizontalAlignment.LEFT, true);
    private final CellStyle number = style(false, HorizontalAlignment.RIGHT, true);
    private final CellStyle sum = style(true, HorizontalAlignment.RIGHT, true);

    /**
     * One visit that took place in the period.
     * @param body who carried it out: the agency, or the other body that did
     * @param findings shortcomings and violations that stand
     * @param recommendations of an issued conclusion, without those withdrawn
     * @param done of them by the end of the period
     */
    record Line(
            OversightKind kind,
            String body,
            String subject,
            String unit,
            LocalDate day,
            int findings,
            int recommendations,
            int done) {}

    byte[] write(String agency, LocalDate from, LocalDate last, List<Line> lines) {
        var sheet = book.createSheet("PL7");
        for (int i = 0; i < WIDTHS.length; i++) sheet.setColumnWidth(i, WIDTHS[i] * 256);
        across(sheet.createRow(0), say("title"), title);
        across(sheet.createRow(1), say("place", agency, TypedDay.print(from), TypedDay.print(last)), place);
        var head = sheet.createRow(3);
        for (int i = 0; i < COLUMNS.size(); i++) cell(head, i, heading).setCellValue(say(COLUMNS.get(i)));
        int next = 4;
        for (var line : lines) {
            var row = sheet.createRow(next++);
            cell(row, 0, number).setCellValue(next - 4.0);
            cell(row, 1, words).setCellValue(WORDS.of(line.kind().messageKey()));
            cell(row, 2, words).setCellValue(line.body());
            cell(row, 3, words).setCellValue(line.subject());
            cell(row, 4, words).setCellValue(line.unit());
            cell(row, 5, words).setCellValue(TypedDay.print(line.day()));
            cell(row, 6, number).setCellValue(line.findings());
            cell(row, 7, number).setCellValue(line.recommendations());
            cell(row, 8, number).setCellValue(line.done());
        }
        var total = sheet.createRow(next);
        for (int i = 0; i < COLUMNS.size(); i++) cell(total, i, sum);
        total.getCell(3).setCellValue(say("total"));
        total.getCell(6).setCellValue(lines.stream().mapToInt(Line::findings).sum());
        total.getCell(7)
                .setCellValue(lines.stream().mapToInt(Line::recommendations).sum());
        total.getCell(8).setCellValue(lines.stream().mapToInt(Line::done).sum());
        sheet.createFreezePane(0, 4);
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
        row.getSheet().addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, COLUMNS.size() - 1));
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Row row, int column, CellStyle style) {
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

    private static String say(String key, Object... arguments) {
        return WORDS.of("execution.oversight.pl7." + key, arguments);
    }
}
