package vn.binhdang.statistics.collection.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.statistics.collection.submission.SubmissionDesk;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Country.class)
class UnitsWorkbookTest {
    private static final String PAGE = "/statistics/board/workbook";

    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Country.Founded country;
    private SubmissionId begun;
    private Pages.Visit provincial;

    @BeforeEach
    void the_province_collects_for_four_communes_of_which_one_has_begun() {
        country = world.found(4, 1, 30);
        world.warn(country);
        begun = world.answer(country, country.clerk(), country.northern().getFirst(), 12, 8, 125);
        provincial = pages.as(country.provincial());
    }

    private String[] fields(UnitId unit, String... more) {
        var fields = new java.util.ArrayList<String>(
                List.of("form", country.code(), "period", country.periodCode(), "unit", unit.toString()));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String address(String page, UnitId unit) {
        return page + "?form=" + country.code() + "&period=" + country.periodCode() + "&unit=" + unit;
    }

    private byte[] template() {
        return provincial.fetch(address(PAGE + ".xlsx", country.north())).getContentAsByteArray();
    }

    private static byte[] changed(byte[] file, Consumer<XSSFSheet> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
                var out = new ByteArrayOutputStream()) {
            change.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    /** The row of the nth commune of the north; columns D to G are staff, women, men, hours. */
    private static XSSFRow row(XSSFSheet sheet, int commune) {
        return sheet.getRow(UnitsWorkbook.FIRST_ROW + commune);
    }

    private static void enter(XSSFSheet sheet, int commune, double women, double men, double hours) {
        row(sheet, commune).getCell(3).setCellValue(women + men);
        row(sheet, commune).getCell(4).setCellValue(women);
        row(sheet, commune).getCell(5).setCellValue(men);
        row(sheet, commune).getCell(6).setCellValue(hours);
    }

    private MockHttpServletResponse bring(Pages.Visit visit, byte[] file, String... more) {
        return visit.upload(PAGE, new MockMultipartFile("file", "xa.xlsx", null, file), fields(country.north(), more));
    }

    private Document shown(Pages.Visit visit) {
        return visit.get(address(PAGE, country.north()));
    }

    private MockHttpServletResponse write(Pages.Visit visit, Document page, String... more) {
        var with = new java.util.ArrayList<String>(
                List.of("stand", page.select("input[name=stand]").attr("value")));
        with.addAll(List.of(more));
        return visit.post(PAGE + "/write", fields(country.north(), with.toArray(String[]::new)));
    }

    /** "Xã Suối Đá 002 DRAFT" of all that have begun. */
    private List<String> states() {
        return jdbc.sql("""
            select n.name || ' ' || s.state from stat_submission s join unit_name n on n.unit_id = s.unit_id
            where  s.form_id = :form order by 1
            """)
                .param("form", country.form().value())
                .query(String.class)
                .list();
    }

    private static List<String> mistakes(Document page) {
        return page.select(".book-mistakes tbody tr").eachText();
    }

    @Test
    void the_workbook_has_a_row_for_each_unit_and_a_column_for_each_cell() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.isSheetHidden(1)).isTrue();
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Các đơn vị");
            assertThat(sheet.getRow(UnitsWorkbook.FIRST_ROW - 2).getCell(3).getStringCellValue())
                    .isEqualTo("Cán bộ");
            assertThat(sheet.getRow(UnitsWorkbook.FIRST_ROW - 2).getCell(6).getStringCellValue())
                    .isEqualTo("Tập huấn");
            assertThat(sheet.getRow(UnitsWorkbook.FIRST_ROW - 1).getCell(4).getStringCellValue())
                    .isEqualTo("Cán bộ · Nữ");
            assertThat(sheet.getLastRowNum()).isEqualTo(UnitsWorkbook.FIRST_ROW + 3);
            assertThat(row(sheet, 0).getCell(2).getStringCellValue()).isEqualTo("Xã Suối Đá 001");
            assertThat(row(sheet, 0).getCell(3).getNumericCellValue()).isEqualTo(20);
            assertThat(row(sheet, 0).getCell(6).getNumericCellValue()).isEqualTo(12.5);
            assertThat(row(sheet, 1).getCell(4).toString()).isEmpty();
            assertThat(sheet.isColumnHidden(0)).isTrue();
            assertThat(sheet.getProtect()).isTrue();
            assertThat(row(sheet, 1).getCell(4).getCellStyle().getLocked()).isFalse();
            assertThat(row(sheet, 1).getCell(2).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getDataValidations()).hasSize(4);
        }
    }

    @Test
    void all_units_are_shown_before_anything_is_stored_and_then_all_are_stored_as_being_entered() throws IOException {
        byte[] file = changed(template(), sheet -> {
            enter(sheet, 1, 1, 1, 5);
            enter(sheet, 2, 4, 6, 7.5);
            row(sheet, 2).getCell(6).setCellValue("x");
        });
        assertThat(bring(provincial, file).getRedirectedUrl()).endsWith("#brought");
        assertThat(states()).as("nothing is stored yet").containsExactly("Xã Suối Đá 001 DRAFT");
        assertThat(Statements.of(() -> shown(provincial))).isLessThanOrEqualTo(12);
        var page = shown(provincial);
        assertThat(page.text()).contains("2 đơn vị có thay đổi với 8 ô; 2 đơn vị giữ nguyên");
        assertThat(page.select(".book-units tbody tr").eachText())
                .hasSize(2)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("Xã Suối Đá 002")
                                .contains("D9 Cán bộ · Tổng số: – → 2")
                                .contains("Ít hơn 3 cán bộ"),
                        one -> assertThat(one)
                                .contains("E10 Cán bộ · Nữ: – → 4")
                                .contains("G10 Giờ · Tổng số: – → Không áp dụng")
                                .contains("Không có điểm cần lưu ý"));
        assertThat(page.select("input[name=submit]"))
                .as("a statistician submits nothing")
                .isEmpty();
        assertThat(write(provincial, page).getRedirectedUrl()).endsWith("&stored=2-8-0");
        assertThat(states()).containsExactly("Xã Suối Đá 001 DRAFT", "Xã Suối Đá 002 DRAFT", "Xã Suối Đá 003 DRAFT");
        assertThat(provincial
                        .get(address(PAGE, country.north()) + "&stored=2-8-0")
                        .select(".alert-success")
                        .text())
                .contains("Đã ghi biểu của 2 đơn vị, 8 ô");
        assertThat(shown(provincial).select("#brought")).isEmpty();
        assertThat(write(provincial, page).getStatus()).as("written once").isEqualTo(409);
    }

    @Test
    void who_may_submit_sends_up_what_the_rules_are_silent_about_and_does_not_accept_it() throws IOException {
        String office = "office" + country.code();
        world.account(office, country.north(), Role.OFFICE_CLERK, Role.STATISTICIAN);
        var clerk = pages.as(office);
        bring(clerk, changed(template(), sheet -> {
            enter(sheet, 1, 1, 1, 5);
            enter(sheet, 2, 4, 6, 7.5);
        }));
        write(clerk, shown(clerk), "submit", "true");
        assertThat(states())
                .containsExactly("Xã Suối Đá 001 DRAFT", "Xã Suối Đá 002 DRAFT", "Xã Suối Đá 003 SUBMITTED");
        var sent = SubmissionId.of(
                jdbc.sql("select cast(id as text) from stat_submission where form_id = :form and state = 'SUBMITTED'")
                        .param("form", country.form().value())
                        .query(String.class)
                        .single());
        assertThat(clerk.post("/statistics/submissions/" + sent + "/accept", "edition", "" + world.edition(sent))
                        .getStatus())
                .as("nobody accepts what they entered")
                .isEqualTo(409);
        desk.accept(pages.actor(country.provincial()), sent, world.edition(sent));
        assertThat(states()).contains("Xã Suối Đá 003 ACCEPTED");
    }

    @Test
    void every_mistake_stands_at_its_cell_and_nothing_of_any_unit_is_stored() throws IOException {
        byte[] file = changed(template(), sheet -> {
            enter(sheet, 1, 4, 6, 5);
            row(sheet, 0).getCell(4).setCellValue(-1);
            row(sheet, 1).getCell(6).setCellValue("khoảng 5");
            row(sheet, 2).getCell(3).setCellValue(2.5);
            row(sheet, 3).getCell(2).setCellValue("Xã Suối Đá 002");
            unit(sheet, 4, country.southern().getFirst().toString(), "", 1);
            unit(sheet, 5, country.northern().get(1).toString(), "", 2);
            unit(sheet, 6, "", "99999", 3);
            unit(sheet, 7, "", "", 4);
            unit(sheet, 8, "không phải mã", "", 5);
            row(sheet, 1).createCell(9).setCellValue(7);
        });
        bring(provincial, file);
        var page = shown(provincial);
        assertThat(mistakes(page))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Các đơn vị!E8").contains("-1 nhỏ hơn"),
                        one -> assertThat(one).startsWith("Các đơn vị!G9").contains("khoảng 5"),
                        one -> assertThat(one).startsWith("Các đơn vị!D10").contains("2,5 không phải số nguyên"),
                        one -> assertThat(one).startsWith("Các đơn vị!C11").contains("sắp xếp lệch cột"),
                        one -> assertThat(one).startsWith("Các đơn vị!C12").contains("Xã Bờ Cát 001 không thuộc"),
                        one -> assertThat(one)
                                .startsWith("Các đơn vị!C13")
                                .contains("Xã Suối Đá 002 đã có ở Các đơn vị!C9"),
                        one -> assertThat(one).startsWith("Các đơn vị!C14").contains("“99999”"),
                        one -> assertThat(one).startsWith("Các đơn vị!C15").contains("không ghi đơn vị nào"),
                        one -> assertThat(one).startsWith("Các đơn vị!C16").contains("không ghi đơn vị nào"));
        assertThat(page.select(".alert-warning").text()).contains("Các đơn vị!J9");
        assertThat(page.select("form[action$=/write]")).isEmpty();
        assertThat(write(provincial, page, "stand", "0").getStatus()).isEqualTo(409);
        assertThat(states()).containsExactly("Xã Suối Đá 001 DRAFT");
        assertThat(provincial.post(PAGE + "/leave", fields(country.north())).getStatus())
                .isEqualTo(302);
        assertThat(shown(provincial).select("#brought")).isEmpty();
    }

    private static void unit(XSSFSheet sheet, int place, String id, String code, int staff) {
        var row = sheet.createRow(UnitsWorkbook.FIRST_ROW + place);
        if (!id.isEmpty()) row.createCell(0).setCellValue(id);
        if (!code.isEmpty()) row.createCell(1).setCellValue(code);
        row.createCell(3).setCellValue(staff);
    }

    @Test
    void what_was_submitted_or_accepted_meanwhile_is_told_and_left_alone() throws IOException {
        byte[] file = changed(template(), sheet -> {
            enter(sheet, 0, 14, 8, 12.5);
            enter(sheet, 1, 4, 6, 5);
        });
        bring(provincial, file);
        var before = shown(provincial);
        desk.submit(pages.actor(country.clerk()), begun, world.edition(begun));
        assertThat(mistakes(shown(provincial)))
                .singleElement()
                .asString()
                .startsWith("Các đơn vị!C8")
                .contains("đang chờ nhận");
        assertThat(write(provincial, before).getStatus()).isEqualTo(409);
        desk.accept(pages.actor(country.provincial()), begun, world.edition(begun));
        assertThat(mistakes(shown(provincial))).singleElement().asString().contains("đã được nhận");
        assertThat(states()).as("of the others nothing either").containsExactly("Xã Suối Đá 001 ACCEPTED");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            assertThat(row(book.getSheetAt(0), 0).getCell(2).getStringCellValue())
                    .as("the next template leaves it out")
                    .isEqualTo("Xã Suối Đá 002");
        }
        // With the figures that stand, its row says nothing.
        bring(provincial, changed(file, sheet -> enter(sheet, 0, 12, 8, 12.5)));
        assertThat(mistakes(shown(provincial))).isEmpty();
    }

    @Test
    void a_file_is_not_written_over_what_somebody_else_entered_after_it_was_shown() throws IOException {
        bring(provincial, changed(template(), sheet -> {
            enter(sheet, 0, 14, 8, 12.5);
            enter(sheet, 1, 4, 6, 5);
        }));
        var seen = shown(provincial);
        world.fill(pages.actor(country.clerk()), begun, 13, 8, 125);
        assertThat(write(provincial, seen).getStatus()).isEqualTo(409);
        assertThat(states()).containsExactly("Xã Suối Đá 001 DRAFT");
        var now = shown(provincial);
        assertThat(now.text()).contains("D8 Cán bộ · Tổng số: 21 → 22");
        assertThat(write(provincial, now).getStatus()).isEqualTo(302);
    }

    @Test
    void an_empty_cell_leaves_what_is_entered_unless_it_is_said_that_it_takes_it_away() throws IOException {
        byte[] file = changed(template(), sheet -> row(sheet, 0).getCell(6).setBlank());
        bring(provincial, file);
        assertThat(shown(provincial).text()).contains("0 đơn vị có thay đổi");
        bring(provincial, file, "clears", "true");
        assertThat(shown(provincial).text()).contains("G8 Giờ · Tổng số: 12,5 → –");
    }

    @Test
    void the_workbook_of_one_unit_and_that_of_several_are_told_apart() throws IOException {
        var clerk = pages.as(country.clerk());
        String one = "/statistics/submissions/" + begun + "/workbook";
        byte[] ofOne = clerk.fetch(one + ".xlsx").getContentAsByteArray();
        assertThat(refusal(bring(provincial, ofOne))).contains("Tệp này của một đơn vị");
        assertThat(refusal(clerk.upload(one, new MockMultipartFile("file", "a.xlsx", null, template()))))
                .contains("Tệp này của nhiều đơn vị");
        assertThat(refusal(provincial.post(PAGE, fields(country.north())))).contains("chọn một tệp");
        // Of the ministry, with the province in it.
        byte[] above = pages.as(country.national())
                .fetch(address(PAGE + ".xlsx", country.ministry()))
                .getContentAsByteArray();
        assertThat(refusal(bring(provincial, above))).contains("đơn vị khác");
    }

    private static String refusal(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Pages.parse(answer).select(".alert-danger").text();
    }

    @Test
    void only_who_enters_figures_for_the_units_takes_and_brings_the_file() throws IOException {
        String south = "south" + country.code();
        world.account(south, country.south(), Role.STATISTICIAN);
        var elsewhere = pages.as(south);
        assertThat(elsewhere.fetch(address(PAGE, country.north())).getStatus()).isEqualTo(404);
        assertThat(elsewhere.fetch(address(PAGE + ".xlsx", country.north())).getStatus())
                .isEqualTo(404);
        assertThat(bring(elsewhere, template()).getStatus()).isEqualTo(404);
        assertThat(elsewhere
                        .post(PAGE + "/write", fields(country.north(), "stand", "0"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(elsewhere.post(PAGE + "/leave", fields(country.north())).getStatus())
                .isEqualTo(404);
        assertThat(pages.as(country.head())
                        .fetch(address(PAGE, country.northern().getFirst()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(provincial
                        .fetch(address(PAGE, country.north()).replace(country.periodCode(), "1999"))
                        .getStatus())
                .as("figures never go into another period")
                .isEqualTo(404);
        assertThat(Statements.of(() -> shown(provincial))).isLessThanOrEqualTo(12);
        var board = provincial.get(address("/statistics/board", country.north()));
        assertThat(board.select("a[href^=" + PAGE + "]").text()).isEqualTo("Nhập cho nhiều đơn vị");
        assertThat(provincial
                        .get(address(PAGE, country.north()), "en")
                        .select("h1")
                        .text())
                .startsWith("Enter for several units");
    }

    @Test
    void a_limit_is_told_with_all_its_decimals() throws IOException {
        world.hoursUpTo(country, 4, 5);
        bring(provincial, changed(template(), sheet -> row(sheet, 0).getCell(6).setCellValue(0.0009)));
        assertThat(mistakes(shown(provincial)))
                .singleElement()
                .asString()
                .startsWith("Các đơn vị!G8")
                .contains("0,0009 lớn hơn mức cao nhất 0,0005");
    }
}
