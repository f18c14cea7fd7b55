package vn.binhdang.statistics.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file. In a workbook numbers are numbers, which Excel writes as the language of its user does; in CSV they have
 * a point and no grouping, for programs. Words never begin like a formula.
 *
 * @param notes what one has to know to read it: of which unit, on which map, from when
 * @param rows of {@link String}, {@link Long}, {@link BigDecimal} or null for an empty cell
 */
record TableFile(String title, List<String> notes, List<String> headings, List<List<@Nullable Object>> rows) {

    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Format> named(String word) {
            for (var format : values()) if (format.ending().equals(word)) return Optional.of(format);
            return Optional.empty();
        }
    }

    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;

    byte[] bytes(Format format) {
        return format == Format.CSV ? csv() : xlsx();
    }

    private byte[] csv() {
        var text = new StringBuilder("\uFEFF"); // without it Excel takes UTF-8 for something else
        text.append(line(headings));
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(TableFile::csv).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String csv(@Nullable Object cell) {
        if (cell == null) return "";
        if (cell instanceof BigDecimal number) return number.toPlainString();
        if (cell instanceof Number number) return number.toString();
        return "\"" + harmless(cell.toString()).replace("\"", "\"\"") + "\"";
    }

    /** A cell that begins like a formula would be run by the program that opens the file. */
    static String harmless(String words) {
        return words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }

    private byte[] xlsx() {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("1");
            var strong = book.createFont();
            strong.setBold(true);
            var heading = book.createCellStyle();
            heading.setFont(strong);
            heading.setWrapText(true);
            int at = 0;
            var first = sheet.createRow(at++).createCell(0);
            first.setCellValue(harmless(title));
            first.setCellStyle(heading);
            for (var note : notes) sheet.createRow(at++).createCell(0).setCellValue(harmless(note));
            at++;
            var head = sheet.createRow(at++);
            for (int i = 0; i < headings.size(); i++) {
                head.createCell(i).setCellValue(harmless(headings.get(i)));
                head.getCell(i).setCellStyle(heading);
                sheet.setColumnWidth(i, width(i) * 256);
            }
            sheet.createFreezePane(0, at);
            for (var row : rows) write(sheet.createRow(at++), row);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int width(int column) {
        int longest = rows.stream()
                .mapToInt(row -> column < row.size() && row.get(column) instanceof String words ? words.length() : 0)
                .max()
                .orElse(0);
        return Math.clamp(Math.max(longest, headings.get(column).length()) + 2, NARROWEST, WIDEST);
    }

    private static void write(Row into, List<@Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell instanceof Number number) into.createCell(i).setCellValue(number.doubleValue());
            else if (cell != null) into.createCell(i).setCellValue(harmless(cell.toString()));
        }
    }
}
