package vn.binhdang.organisation.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.SexSplit;
import vn.binhdang.organisation.StaffCount;
import vn.binhdang.organisation.StaffCount.Cell;
import vn.binhdang.organisation.person.Days;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.web.Text;

/** Tables PL2 (staff) and PL3 (leaders) of the report, as Excel; always in Vietnamese, as the report is. */
final class AnnexTables {
    private static final int LABEL_WIDTH = 48 * 256;
    private static final int NUMBER_WIDTH = 15 * 256;

    private final StaffCount count;
    private final String unitName;
    private final Text t = Text.in(Text.VIETNAMESE);
    private final FigureLines lines;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle title = style(true, HorizontalAlignment.CENTER, false, null);
    private final CellStyle place = style(false, HorizontalAlignment.CENTER, false, null);
    private final CellStyle note = style(false, HorizontalAlignment.LEFT, false, null);
    private final CellStyle heading = style(true, HorizontalAlignment.CENTER, true, null);
    private final CellStyle section = style(true, HorizontalAlignment.LEFT, true, null);
    private final CellStyle label = style(false, HorizontalAlignment.LEFT, true, null);
    private final CellStyle number = style(false, HorizontalAlignment.RIGHT, true, "#,##0");
    private final CellStyle share = style(false, HorizontalAlignment.RIGHT, true, "0.0");
    private int next;

    AnnexTables(StaffCount count, String unitName) {
        this.count = count;
        this.unitName = unitName;
        this.lines = new FigureLines(count, t);
    }

    /** PL2: grade, degree, age group; total, women, share of women. */
    byte[] staff() {
        var sheet = sheet("PL2", List.of("total", "women", "share"));
        section(sheet, t.of("organisation.figures.annex.all"), 4);
        line(sheet, t.of("organisation.figures.total"), count.total(), List.of());
        section(sheet, t.of("organisation.figures.by.grade"), 4);
        lines(sheet, lines.fact(FactKind.GRADE));
        section(sheet, t.of("organisation.figures.by.degree"), 4);
        lines(sheet, lines.fact(FactKind.DEGREE));
        section(sheet, t.of("organisation.figures.by.age"), 4);
        lines(sheet, lines.ages());
        return written();
    }

    /**
     * PL3: rank; total, women, share of women, succession list, newly appointed. The succession list is no part of the
     * register, so its column is left for the office to fill in and a line below the table says so.
     */
    byte[] leaders() {
        var sheet = sheet("PL3", List.of("total", "women", "share", "succession", "appointed", "appointedWomen"));
        section(sheet, t.of("organisation.figures.annex.top", unitName), 7);
        leaders(sheet, "topHead", cell -> cell.own() && heads(cell));
        leaders(sheet, "topDeputy", cell -> cell.own() && cell.rank() == Rank.DEPUTY_HEAD);
        section(sheet, t.of("organisation.figures.annex.below"), 7);
        leaders(sheet, "head", cell -> !cell.own() && heads(cell));
        leaders(sheet, "deputy", cell -> !cell.own() && cell.rank() == Rank.DEPUTY_HEAD);
        section(sheet, t.of("organisation.figures.annex.other"), 7);
        leaders(sheet, "keyLeaders", Cell::keyLeader);
        leaders(sheet, "partyCommittee", Cell::partyCommittee, Cell::partyRecent);
        next++;
        across(sheet, t.of("organisation.figures.annex.noSuccession"), note, 6);
        return written();
    }

    private static boolean heads(Cell cell) {
        return cell.rank() == Rank.HEAD || cell.rank() == Rank.ACTING_HEAD;
    }

    private void leaders(XSSFSheet sheet, String word, Predicate<Cell> which) {
        leaders(sheet, word, which, Cell::recent);
    }

    /** @param recent those of them who are new there */
    private void leaders(XSSFSheet sheet, String word, Predicate<Cell> which, Predicate<Cell> recent) {
        line(sheet, t.of("organisation.figures.annex." + word), count.of(which), List.of(count.of(which.and(recent))));
    }

    private XSSFSheet sheet(String name, List<String> columns) {
        var sheet = book.createSheet(name);
        sheet.setColumnWidth(0, LABEL_WIDTH);
        for (int i = 1; i <= columns.size(); i++) sheet.setColumnWidth(i, NUMBER_WIDTH);
        across(sheet, t.of("organisation.figures.annex." + name), title, columns.size());
        across(
                sheet,
                t.of("organisation.figures.annex.place", unitName, Days.print(count.day())),
                place,
                columns.size());
        next++;
        var row = sheet.createRow(next++);
        cell(row, 0, heading).setCellValue(t.of("organisation.figures.annex.column.what"));
        for (int i = 0; i < columns.size(); i++)
            cell(row, i + 1, heading).setCellValue(t.of("organisation.figures.annex.column." + columns.get(i)));
        sheet.createFreezePane(0, next);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return sheet;
    }

    private void across(XSSFSheet sheet, String words, CellStyle style, int columns) {
        cell(sheet.createRow(next), 0, style).setCellValue(words);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns));
        next++;
    }

    private void section(XSSFSheet sheet, String words, int columns) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < columns; i++) cell(row, i, section);
        row.getCell(0).setCellValue(words);
    }

    private void lines(XSSFSheet sheet, Map<String, SexSplit> sums) {
        sums.forEach((words, split) -> line(sheet, words, split, List.of()));
    }

    /** @param appointed those newly appointed among them; empty in tables without these columns */
    private void line(XSSFSheet sheet, String words, SexSplit split, List<SexSplit> appointed) {
        var row = sheet.createRow(next++);
        cell(row, 0, label).setCellValue(words);
        cell(row, 1, number).setCellValue(split.total());
        cell(row, 2, number).setCellValue(split.women());
        var percent = cell(row, 3, share);
        split.shareOfWomen()
                .ifPresentOrElse(value -> percent.setCellValue(value.doubleValue()), () -> percent.setCellValue("–"));
        for (var added : appointed) {
            cell(row, 4, number);
            cell(row, 5, number).setCellValue(added.total());
            cell(row, 6, number).setCellValue(added.women());
        }
    }

    private static org.apache.poi.ss.usermodel.Cell cell(
            org.apache.poi.ss.usermodel.Row row, int column, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private CellStyle style(
            boolean strong,
            HorizontalAlignment align,
            boolean framed,
            @org.jspecify.annotations.Nullable String format) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(strong);
        style.setFont(font);
        style.setAlignment(align);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (format != null) style.setDataFormat(book.createDataFormat().getFormat(format));
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private byte[] written() {
        try (var out = new ByteArrayOutputStream();
                book) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
