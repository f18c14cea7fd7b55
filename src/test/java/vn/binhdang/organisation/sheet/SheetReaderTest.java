package vn.binhdang.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;
import vn.binhdang.web.Text;

class SheetReaderTest {
    static final Text VI = Text.in(Text.VIETNAMESE);
    static final SheetLayout LAYOUT = new SheetLayout(
            "units",
            List.of(
                    SheetColumn.text("name", true),
                    SheetColumn.date("validFrom", true),
                    SheetColumn.text("code", false)));

    final Mistakes mistakes = new Mistakes();
    final List<String> rows = new ArrayList<>();

    @Test
    void rows_of_a_workbook_come_with_their_numbers_as_excel_counts_them() throws Exception {
        var result = readXlsx(sheet -> {
            line(sheet, 0, "DANH SÁCH XÃ, PHƯỜNG");
            line(sheet, 2, "Mã đơn vị hành chính", "Tên đơn vị *", "Hiệu lực từ ngày (ngày/tháng/năm)", "Ghi chú");
            line(sheet, 3, "00123", "Xã Tân Tiến", "01/7/2025", "x");
            line(sheet, 5, "00126", "Phường Bắc Giang", "2025-07-01", "");
        });
        assertThat(rows).containsExactly("4 Xã Tân Tiến 2025-07-01 00123", "6 Phường Bắc Giang 2025-07-01 00126");
        assertThat(result.rows()).isEqualTo(2);
        assertThat(result.ignoredColumns()).containsExactly("Ghi chú");
        assertThat(mistakes.none()).isTrue();
    }

    @Test
    void a_date_of_excel_is_a_date_and_a_number_says_that_it_is_one() throws Exception {
        readXlsx(sheet -> {
            line(sheet, 0, "Tên đơn vị", "Hiệu lực từ ngày", "Mã đơn vị hành chính");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("Tỉnh Cao Bằng");
            var date = row.createCell(1);
            date.setCellValue(LocalDate.of(2025, 7, 1));
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy"));
            date.setCellStyle(style);
            row.createCell(2).setCellValue(4);
        });
        assertThat(rows).containsExactly("2 Tỉnh Cao Bằng 2025-07-01 4(number)");
    }

    @Test
    void every_mistake_of_every_row_is_in_one_list() throws Exception {
        readCsv("""
            Tên đơn vị,Hiệu lực từ ngày,Mã đơn vị hành chính
            ,01/7/2025,00123
            Xã A,31/02/2025,=1+1
            Xã B,hôm qua,00126
            """);
        assertThat(mistakes.list())
                .extracting(Mistake::row, Mistake::column, Mistake::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "name", "organisation.sheet.mistake.empty"),
                        org.assertj.core.groups.Tuple.tuple(3, "code", "organisation.sheet.mistake.formula"),
                        org.assertj.core.groups.Tuple.tuple(3, "validFrom", "organisation.sheet.mistake.date"),
                        org.assertj.core.groups.Tuple.tuple(4, "validFrom", "organisation.sheet.mistake.date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_csv_file_says_by_its_first_line_what_parts_its_cells(String separator) throws Exception {
        read(
                "xa.csv",
                ("\uFEFFTên đơn vị|Hiệu lực từ ngày|Mã đơn vị hành chính\r\n"
                                + "\"Xã \"\"Mới\"\"\r\n"
                                + "| (tạm)\"|01/7/2025|00123\r\n")
                        .replace("|", separator)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(rows).containsExactly("2 Xã \"Mới\"\r\n" + separator + " (tạm) 2025-07-01 00123");
    }

    @Test
    void english_headings_and_decomposed_letters_are_understood() throws Exception {
        readCsv("Valid from,Name of the unit\n01/7/2025,"
                + java.text.Normalizer.normalize("Xã Tân Tiến", java.text.Normalizer.Form.NFD) + "\n");
        assertThat(rows).containsExactly("2 Xã Tân Tiến 2025-07-01 null");
    }

    @Test
    void the_example_row_of_the_template_is_not_imported() throws Exception {
        assertThatThrownBy(() -> read("mau.xlsx", SheetTemplate.write(LAYOUT, VI)))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
    }

    @Test
    void formulas_and_errors_of_excel_are_mistakes_of_their_cells() throws Exception {
        readXlsx(sheet -> {
            line(sheet, 0, "Tên đơn vị", "Hiệu lực từ ngày", "Mã đơn vị hành chính");
            line(sheet, 1, "Xã A", "01/7/2025");
            sheet.getRow(1).createCell(2).setCellFormula("1+1");
            line(sheet, 2, "Xã B", "01/7/2025");
            sheet.getRow(2).createCell(2).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
        });
        assertThat(mistakes.list())
                .extracting(Mistake::messageKey)
                .containsExactly("organisation.sheet.mistake.formula", "organisation.sheet.mistake.error");
    }

    @Test
    void merged_headings_are_refused_and_merged_cells_of_rows_named() throws Exception {
        assertRefused(Reason.MERGED_HEADING, "gop.xlsx", xlsx(sheet -> {
            line(sheet, 0, "Đơn vị", "", "Ngày");
            line(sheet, 1, "Tên đơn vị", "", "Hiệu lực từ ngày");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1));
            line(sheet, 2, "Xã A", "", "01/7/2025");
        }));
        readXlsx(sheet -> {
            line(sheet, 0, "Tên đơn vị", "Hiệu lực từ ngày");
            line(sheet, 1, "Xã A", "01/7/2025");
            line(sheet, 2, "Xã B", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        });
        assertThat(mistakes.list())
                .extracting(Mistake::row, Mistake::messageKey)
                .contains(org.assertj.core.groups.Tuple.tuple(2, "organisation.sheet.mistake.merged"));
    }

    @Test
    void files_that_are_no_table_are_refused_in_words() throws Exception {
        var good = xlsx(sheet -> {
            line(sheet, 0, "Tên đơn vị", "Hiệu lực từ ngày");
            line(sheet, 1, "Xã A", "01/7/2025");
        });
        assertRefused(Reason.MACRO, "bang.xlsm", good);
        assertRefused(Reason.WRONG_EXTENSION, "bang.csv", good);
        assertRefused(
                Reason.WRONG_EXTENSION, "bang.xlsx", "Tên đơn vị,Hiệu lực từ ngày\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(Reason.UNKNOWN_FORMAT, "bang.pdf", good);
        assertRefused(Reason.CORRUPT, "bang.xlsx", java.util.Arrays.copyOf(good, good.length / 2));
        assertRefused(Reason.EMPTY, "bang.xlsx", new byte[0]);
        assertRefused(Reason.EMPTY, "bang.csv", "\uFEFF \r\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(Reason.EMPTY, "bang.csv", "Tên đơn vị,Hiệu lực từ ngày\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(Reason.NOT_UTF8, "bang.csv", "Tên đơn vị,Hiệu lực\nXã A,1\n".getBytes(StandardCharsets.UTF_16));
        assertRefused(Reason.NOT_UTF8, "bang.csv", new byte[] {'T', (byte) 0xea, 'n', ',', 'a', '\n'});
        assertRefused(Reason.NO_HEADING, "bang.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                Reason.MISSING_COLUMNS,
                "bang.csv",
                "Tên đơn vị,Mã đơn vị hành chính\nXã A,1\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                Reason.DOUBLE_COLUMN,
                "bang.csv",
                "Tên đơn vị,Hiệu lực từ ngày,Tên đơn vị\na,1,b\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                Reason.CORRUPT, "bang.csv", "Tên đơn vị,Hiệu lực từ ngày\n\"Xã A,1\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(Reason.TOO_LARGE, "bang.csv", new byte[SheetReader.MOST_BYTES + 1]);
        try (var old = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("Tên đơn vị");
            old.write(out);
            assertRefused(Reason.OLD_EXCEL, "bang.xls", out.toByteArray());
        }
        for (var reason : Reason.values())
            assertThat(VI.has(new UnreadableSheet(reason).messageKey()))
                    .as(reason.name())
                    .isTrue();
    }

    @Test
    void a_workbook_that_expands_without_end_is_refused_before_it_fills_the_memory() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            put(zip, "[Content_Types].xml", "<Types>spreadsheetml</Types>");
            put(zip, "xl/workbook.xml", """
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="a" r:id="rId1"/></sheets></workbook>\
                """);
            put(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>\
                """);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 300; i++) zip.write(spaces);
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        assertRefused(Reason.EXPANDS_TOO_MUCH, "bom.xlsx", bomb.toByteArray());
    }

    @Test
    void entities_from_outside_are_not_fetched() throws Exception {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            put(zip, "[Content_Types].xml", "<Types>spreadsheetml</Types>");
            put(zip, "xl/workbook.xml", """
                <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">&x;</workbook>\
                """);
        }
        assertRefused(Reason.CORRUPT, "ngoai.xlsx", file.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"01/7/2025,2025-07-01", "1.7.2025,2025-07-01", "1-7-2025,2025-07-01", "2025-07-01,2025-07-01"})
    void days_are_read_as_people_write_them(String written, LocalDate day) {
        assertThat(SheetRow.dateOf(written)).contains(day);
    }

    private void assertRefused(Reason reason, String name, byte[] content) {
        assertThatThrownBy(() -> read(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        UnreadableSheet.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private SheetReader.Result readXlsx(Consumer<XSSFSheet> filling) throws Exception {
        return read("bang.xlsx", xlsx(filling));
    }

    private void readCsv(String text) throws Exception {
        read("bang.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private SheetReader.Result read(String name, byte[] content) throws IOException, UnreadableSheet {
        return SheetReader.read(
                name,
                new ByteArrayInputStream(content),
                LAYOUT,
                VI,
                mistakes,
                row -> rows.add("%d %s %s %s%s"
                        .formatted(
                                row.number(),
                                row.text("name"),
                                row.date("validFrom"),
                                row.text("code"),
                                row.isNumberCell("code") ? "(number)" : "")));
    }

    private static byte[] xlsx(Consumer<XSSFSheet> filling) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            filling.accept(book.createSheet());
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void line(XSSFSheet sheet, int at, String... cells) {
        var row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) row.createCell(i).setCellValue(cells[i]);
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
