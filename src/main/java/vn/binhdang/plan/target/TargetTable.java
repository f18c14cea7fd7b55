package vn.binhdang.plan.target;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.web.Text;

/** The matrix as Excel: line by line, and as a grid; empty cells say so and are coloured. */
final class TargetTable implements AutoCloseable {
    private static final int NARROW = 14 * 256;
    private static final int WIDE = 48 * 256;

    private final TargetMatrix matrix;
    private final Text t;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle heading = style(true, false);
    private final CellStyle plain = style(false, false);
    private final CellStyle flagged = style(true, true);

    TargetTable(TargetMatrix matrix, Text t) {
        this.matrix = matrix;
        this.t = t;
    }

    void write(String title, OutputStream out) throws IOException {
        lines(title);
        grid(title);
        book.write(out);
    }

    private void lines(String title) {
        var sheet = sheet("lines", title, List.of(NARROW, WIDE, NARROW, WIDE, WIDE, NARROW, WIDE));
        row(
                sheet,
                heading,
                t.of("plan.target.column.number"),
                t.of("plan.target.column.purpose"),
                t.of("plan.target.column.target"),
                t.of("plan.target.column.name"),
                t.of("plan.target.column.value"),
                t.of("plan.target.column.mark"),
                t.of("plan.target.column.tasks"));
        for (var row : matrix.purposes()) {
            var purpose = row.purpose();
            if (row.empty())
                row(sheet, flagged, purpose.label(), purpose.text(), "", t.of(TargetPages.none(purpose)), "", "", "");
            for (var cell : row.cells()) line(sheet, purpose.label(), purpose.text(), cell);
        }
        for (var cell : matrix.unnamed()) line(sheet, "", t.of("plan.target.unnamed.short"), cell);
        for (var task : matrix.idle())
            row(sheet, flagged, "", "", "", t.of("plan.target.idle.short"), "", "", task.label() + " " + task.text());
    }

    private void line(XSSFSheet sheet, String label, String purpose, TargetMatrix.Cell cell) {
        var target = cell.target();
        row(
                sheet,
                cell.empty() ? flagged : plain,
                label,
                purpose,
                target.number(),
                t.language().equals("en") ? target.nameInEnglish() : target.name(),
                TargetPages.value(target, t) + " (" + TargetPages.document(target, t) + ")",
                t.of(target.verified() ? "plan.target.official" : "plan.target.unverified"),
                cell.empty()
                        ? t.of("plan.target.empty")
                        : cell.tasks().stream()
                                .map(task -> (task.label() + " " + task.text()).strip())
                                .collect(Collectors.joining("\n")));
    }

    private void grid(String title) {
        var targets = matrix.targets();
        var widths = new java.util.ArrayList<Integer>(List.of(NARROW, WIDE));
        targets.forEach(target -> widths.add(NARROW));
        var sheet = sheet("grid", title, widths);
        var names = new java.util.ArrayList<String>(
                List.of(t.of("plan.target.column.number"), t.of("plan.target.column.purpose")));
        targets.forEach(target -> names.add(target.number()));
        row(sheet, heading, names.toArray(String[]::new));
        for (var row : matrix.purposes()) {
            var shown = TargetPages.gridRow(row, targets, t);
            var made = sheet.createRow(sheet.getLastRowNum() + 1);
            cell(made, 0, plain, shown.label());
            cell(made, 1, shown.flagged() ? flagged : plain, shown.text());
            for (int i = 0; i < shown.cells().size(); i++) {
                var cell = shown.cells().get(i);
                cell(made, i + 2, cell.flagged() ? flagged : plain, cell.words());
            }
        }
    }

    private XSSFSheet sheet(String name, String title, List<Integer> widths) {
        var sheet = book.createSheet(t.of("plan.target.sheet." + name));
        for (int i = 0; i < widths.size(); i++) sheet.setColumnWidth(i, widths.get(i));
        cell(sheet.createRow(0), 0, style(true, false), title);
        sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 0, 0, Math.max(1, widths.size() - 1)));
        sheet.createFreezePane(0, 2);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return sheet;
    }

    private static void row(XSSFSheet sheet, CellStyle style, String... words) {
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < words.length; i++) cell(row, i, style, words[i]);
    }

    private static void cell(org.apache.poi.ss.usermodel.Row row, int column, CellStyle style, String words) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(words);
    }

    private CellStyle style(boolean strong, boolean coloured) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(strong);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (coloured) {
            style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
