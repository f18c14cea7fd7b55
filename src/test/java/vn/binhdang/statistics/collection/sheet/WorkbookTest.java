package vn.binhdang.statistics.collection.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Role;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;
import vn.binhdang.web.Text;

@PageTest
@Import(Country.class)
class WorkbookTest {
    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    Submissions submissions;

    @Autowired
    Layouts layouts;

    private Country.Founded country;
    private SubmissionId answer;
    private Pages.Visit clerk;

    @BeforeEach
    void a_commune_has_begun_its_form() {
        country = world.found(2, 1, 30);
        world.warn(country);
        answer = world.answer(country, country.clerk(), country.northern().getFirst(), 12, 8, 125);
        clerk = pages.as(country.clerk());
    }

    private String address() {
        return "/statistics/submissions/" + answer + "/workbook";
    }

    private byte[] template() {
        return clerk.fetch(address() + ".xlsx").getContentAsByteArray();
    }

    private static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
                var out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private MockHttpServletResponse bring(byte[] file, String... fields) {
        return bring("bieu.xlsx", file, fields);
    }

    private MockHttpServletResponse bring(String name, byte[] file, String... fields) {
        return clerk.upload(address(), new MockMultipartFile("file", name, null, file), fields);
    }

    private Cells cells() {
        return submissions
                .of(pages.actor(country.clerk()), answer, Action.READ_STATISTICS)
                .cells();
    }

    private Document shown() {
        return clerk.get(address());
    }

    @Test
    void the_workbook_has_a_sheet_for_each_table_with_what_was_entered_and_only_its_cells_are_open()
            throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.isSheetHidden(2)).isTrue();
            var staff = book.getSheetAt(0);
            assertThat(staff.getSheetName()).isEqualTo("1. Cán bộ");
            assertThat(staff.getRow(1).getCell(1).getStringCellValue()).contains("Xã Suối Đá 001");
            assertThat(staff.getRow(6).getCell(2).getNumericCellValue()).isEqualTo(20);
            assertThat(staff.getRow(6).getCell(3).getNumericCellValue()).isEqualTo(12);
            assertThat(staff.getRow(6).getCell(5).getCellFormula()).contains("100*");
            assertThat(staff.getProtect()).isTrue();
            assertThat(staff.getRow(6).getCell(2).getCellStyle().getLocked()).isFalse();
            assertThat(staff.getRow(5).getCell(2).getCellStyle().getLocked()).isTrue();
            assertThat(staff.getDataValidations()).hasSize(3);
            var training = book.getSheetAt(1);
            assertThat(training.getRow(6).getCell(2).getNumericCellValue()).isEqualTo(12.5);
            assertThat(training.getRow(7).getCell(2).getCellFormula()).isEqualTo("SUM(C7:C7)");
        }
    }

    @Test
    void what_was_filled_in_is_shown_before_it_is_stored_and_then_stored() throws IOException {
        byte[] file = changed(template(), book -> {
            book.getSheetAt(0).getRow(6).getCell(2).setCellValue(30);
            book.getSheetAt(0).getRow(6).getCell(3).setCellValue("22");
            book.getSheetAt(1).getRow(6).getCell(2).setCellValue("x");
        });
        assertThat(bring(file).getRedirectedUrl()).isEqualTo(address() + "#brought");
        assertThat(cells().value(Country.STAFF)).as("nothing is stored yet").isEqualTo(20);
        var page = shown();
        assertThat(page.select("main tbody tr").eachText())
                .containsExactly(
                        "1. Cán bộ!C7 Cán bộ · Tổng số 20 30",
                        "1. Cán bộ!D7 Cán bộ · Nữ 12 22",
                        "2. Tập huấn!C7 Giờ · Tổng số 12,5 Không áp dụng");
        assertThat(page.text()).contains("3 ô sẽ thay đổi, 1 ô giữ nguyên");
        assertThat(clerk.post(address() + "/write", "edition", edition(page)).getRedirectedUrl())
                .endsWith("?saved=workbook");
        assertThat(cells().value(Country.STAFF)).isEqualTo(30);
        assertThat(cells().value(Country.WOMEN)).isEqualTo(22);
        assertThat(cells().state(Country.HOURS)).isEqualTo(CellState.NOT_APPLICABLE);
        assertThat(shown().select("#brought")).isEmpty();
    }

    private static String edition(Document page) {
        return page.select("input[name=edition]").attr("value");
    }

    @Test
    void every_mistake_stands_at_its_cell_and_nothing_is_stored() throws IOException {
        byte[] file = changed(template(), book -> {
            var staff = book.getSheetAt(0).getRow(6);
            staff.getCell(2).setCellValue("khoảng 30");
            staff.getCell(3).setCellValue(12.5);
            staff.getCell(4).setCellValue(-3);
            book.getSheetAt(1).getRow(6).getCell(2).setCellValue("-");
            staff.createCell(7).setCellValue(99);
        });
        bring(file);
        var page = shown();
        assertThat(page.select(".book-mistakes tbody tr").eachText())
                .hasSize(4)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1. Cán bộ!C7").contains("khoảng 30"),
                        one -> assertThat(one).startsWith("1. Cán bộ!D7").contains("12,5 không phải số nguyên"),
                        one -> assertThat(one).startsWith("1. Cán bộ!E7").contains("-3 nhỏ hơn"),
                        one -> assertThat(one).startsWith("2. Tập huấn!C7"));
        assertThat(page.select(".alert-warning").text()).contains("1. Cán bộ!H7");
        assertThat(clerk.post(address() + "/write", "edition", "1").getStatus()).isEqualTo(409);
        assertThat(cells().value(Country.STAFF)).isEqualTo(20);
    }

    @Test
    void an_empty_cell_leaves_what_is_entered_unless_it_is_said_that_it_takes_it_away() throws IOException {
        byte[] file = changed(
                template(), book -> book.getSheetAt(1).getRow(6).getCell(2).setBlank());
        bring(file);
        assertThat(shown().text()).contains("0 ô sẽ thay đổi");
        bring(file, "clears", "true");
        var page = shown();
        assertThat(page.select("main tbody tr").eachText()).containsExactly("2. Tập huấn!C7 Giờ · Tổng số 12,5 –");
        clerk.post(address() + "/write", "edition", edition(page));
        assertThat(cells().state(Country.HOURS)).isEqualTo(CellState.MISSING);
    }

    @Test
    void a_file_of_another_unit_period_form_or_of_no_form_is_refused_in_a_sentence() throws IOException {
        for (var wrong : java.util.Map.of(
                        1, "biểu",
                        2, "kỳ",
                        3, "đơn vị khác",
                        4, "Biểu đã thay đổi")
                .entrySet()) {
            byte[] file = changed(
                    template(),
                    book -> book.getSheet("binhdang")
                            .getRow(wrong.getKey())
                            .getCell(1)
                            .setCellValue("OTHER-9"));
            var answered = bring(file);
            assertThat(answered.getStatus()).isEqualTo(422);
            assertThat(Pages.parse(answered).select(".alert-danger").text()).contains(wrong.getValue());
        }
        byte[] none = changed(template(), book -> book.removeSheetAt(2));
        assertThat(Pages.parse(bring(none)).select(".alert-danger").text()).contains("không phải mẫu");
        assertThat(Pages.parse(bring("bieu.csv", "a,b".getBytes(StandardCharsets.UTF_8)))
                        .select(".alert-danger")
                        .text())
                .contains(".csv");
        assertThat(Pages.parse(bring("bieu.xlsm", template()))
                        .select(".alert-danger")
                        .text())
                .contains("macro");
        assertThat(Pages.parse(bring("bieu.xlsx", bomb()))
                        .select(".alert-danger")
                        .text())
                .contains("nén quá mức");
        assertThat(Pages.parse(clerk.post(address())).select(".alert-danger").text())
                .contains("chọn một tệp");
    }

    /** A small file that would fill the memory. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types>spreadsheetml</Types>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 30; i++) zip.write(block);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void a_file_is_not_written_over_what_somebody_else_entered_meanwhile() throws IOException {
        bring(changed(
                template(), book -> book.getSheetAt(0).getRow(6).getCell(2).setCellValue(30)));
        String seen = edition(shown());
        world.fill(pages.actor(country.clerk()), answer, 13, 8, 125);
        assertThat(clerk.post(address() + "/write", "edition", seen).getStatus())
                .isEqualTo(409);
        assertThat(cells().value(Country.STAFF)).isEqualTo(21);
        assertThat(clerk.post(address() + "/write", "edition", edition(shown())).getStatus())
                .isEqualTo(302);
        assertThat(cells().value(Country.STAFF)).isEqualTo(30);
    }

    @Test
    void a_copied_row_is_told_and_a_moved_one_is_still_itself() throws IOException {
        bring(changed(template(), book -> {
            var sheet = book.getSheetAt(0);
            var copy = sheet.createRow(9);
            copy.createCell(0).setCellValue("1.1");
            copy.createCell(2).setCellValue(7);
        }));
        assertThat(shown().select(".book-mistakes tbody tr").text())
                .contains("1. Cán bộ!C10")
                .contains("C7");
        bring(changed(template(), book -> {
            var sheet = book.getSheetAt(0);
            sheet.getRow(6).getCell(2).setCellValue(40);
            sheet.shiftRows(6, 6, 3);
        }));
        assertThat(shown().select("main tbody tr").eachText()).containsExactly("1. Cán bộ!C10 Cán bộ · Tổng số 20 40");
    }

    @Test
    void what_is_written_is_read_back_for_random_figures() throws Exception {
        var submission = submissions.of(pages.actor(country.clerk()), answer, Action.READ_STATISTICS);
        var ready = layouts.of(submission.form(), submission.period());
        var head = new BookHead(
                BookHead.Kind.ONE_UNIT,
                country.code(),
                country.periodCode(),
                submission.unit().toString(),
                BookHead.shapeOf(ready.layout()));
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var cells = new Cells(4);
            for (int slot = 0; slot < 4; slot++)
                switch (random.nextInt(4)) {
                    case 0 -> cells.setNotApplicable(slot);
                    case 1 -> {}
                    case 2 -> cells.set(slot, random.nextLong(1_000));
                    default -> cells.set(slot, random.nextLong(100_000_000_000_000L));
                }
            var t = Text.in(seed % 2 == 0 ? Text.VIETNAMESE : Text.ENGLISH);
            byte[] file = FormWorkbook.write(
                    head, ready.layout(), new FormWorkbook.Title("Biểu", "Xã", "năm"), cells, Map.of(), t);
            var read = FilledWorkbook.read(
                    SheetBook.read("a.xlsx", new ByteArrayInputStream(file)),
                    ready.layout(),
                    ready.form().shape(),
                    head);
            assertThat(read.mistakes()).as("seed %d", seed).isEmpty();
            var back = new Cells(4);
            read.answers().forEach((slot, said) -> {
                if (said instanceof Answer.Number number) back.set(slot, number.scaled());
                else if (said instanceof Answer.NotApplicable) back.setNotApplicable(slot);
            });
            assertThat(back).as("seed %d", seed).isEqualTo(cells);
        }
    }

    @Test
    void only_who_enters_for_the_unit_brings_a_file_and_only_while_it_is_open() throws IOException {
        byte[] file = template();
        world.account("south" + country.code(), country.south(), Role.STATISTICIAN);
        var south = pages.as("south" + country.code());
        assertThat(south.fetch(address()).getStatus()).isEqualTo(404);
        assertThat(south.fetch(address() + ".xlsx").getStatus()).isEqualTo(404);
        assertThat(south.upload(address(), new MockMultipartFile("file", "a.xlsx", null, file))
                        .getStatus())
                .isEqualTo(404);
        assertThat(south.post(address() + "/leave").getStatus()).isEqualTo(404);
        assertThat(clerk.post(address() + "/leave").getStatus()).isEqualTo(409);
        assertThat(pages.as(country.head()).fetch(address()).getStatus()).isEqualTo(403);
        assertThat(clerk.post(address() + "/write", "edition", "2").getStatus()).isEqualTo(409);
        assertThat(Statements.of(this::shown)).isLessThanOrEqualTo(12);
        assertThat(shown().select("h1").text())
                .isEqualTo("Nhập từ Excel: Cán bộ cấp xã " + country.code().substring(4));
        assertThat(clerk.get(address(), "en").select("h1").text()).startsWith("Fill in with Excel");
    }

    @Test
    void a_formula_counts_as_what_it_last_came_to() throws IOException {
        byte[] file = changed(template(), book -> {
            var cell = book.getSheetAt(0).getRow(6).getCell(2);
            cell.setCellFormula("D7+E7+1");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
            assertThat(cell.getCachedFormulaResultType()).isEqualTo(CellType.NUMERIC);
        });
        bring(file);
        assertThat(shown().select("main tbody tr").eachText()).containsExactly("1. Cán bộ!C7 Cán bộ · Tổng số 20 21");
    }

    @Test
    void a_limit_is_told_with_all_its_decimals() throws IOException {
        world.hoursUpTo(country, 4, 5);
        bring(changed(
                template(), book -> book.getSheetAt(1).getRow(6).getCell(2).setCellValue(0.0009)));
        assertThat(shown().select(".book-mistakes tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("0,0009 lớn hơn mức cao nhất 0,0005");
    }
}
