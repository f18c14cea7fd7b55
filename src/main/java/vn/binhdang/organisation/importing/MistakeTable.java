package vn.binhdang.organisation.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.binhdang.web.Text;

/** The mistakes of an import as a file of their own. */
record MistakeTable(List<SheetImportPage.MistakeLine> lines, Text t) {
    private static final int ROWS_IN_MEMORY = 200;

    byte[] workbook() {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY);
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(t.of("organisation.import.mistakes.file"));
            int at = 0;
            for (var cells : rows()) {
                var row = sheet.createRow(at++);
                for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
            }
            sheet.setColumnWidth(1, 30 * 256);
            sheet.setColumnWidth(2, 100 * 256);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the mark that lets Excel see UTF-8. */
    byte[] csv() {
        var text = new StringBuilder("\uFEFF");
        for (var cells : rows()) {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) text.append(',');
                text.append('"')
                        .append(harmless(cells.get(i)).replace("\"", "\"\""))
                        .append('"');
            }
            text.append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<List<String>> rows() {
        var rows = new java.util.ArrayList<List<String>>();
        rows.add(List.of(
                t.of("organisation.import.mistakes.row"),
                t.of("organisation.import.mistakes.column"),
                t.of("organisation.import.mistakes.what")));
        for (var line : lines) rows.add(List.of(line.row(), line.column(), line.sentence()));
        return rows;
    }

    /** A sentence may begin with what stood in a cell; a table program must not take it for a formula. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
