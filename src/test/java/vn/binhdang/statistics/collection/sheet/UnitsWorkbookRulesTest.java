package vn.binhdang.statistics.collection.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Country.class)
class UnitsWorkbookRulesTest {
    private static final String PAGE = "/statistics/board/workbook";

    /** Columns of the workbook: D staff, E women, F men, G hours, H leaders, which the product counts. */
    private static final int LEADERS = 4;

    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    Submissions submissions;

    @Autowired
    Layouts layouts;

    @Autowired
    ComputedFigures computed;

    @Autowired
    Checks checks;

    @Autowired
    JdbcClient jdbc;

    private Country.Founded country;
    private SubmissionId begun;
    private Pages.Visit provincial;

    @BeforeEach
    void the_form_has_rules_between_forms_and_periods_and_asks_what_the_product_counts() {
        country = world.found(3, 1, 30);
        String no = country.code().substring(country.code().indexOf('-') + 1);
        var posts = element("TRYPOSTS" + no, "LEADERS");
        slot(country.form().value(), LEADERS, posts);
        var elsewhere = Uuid7.create();
        jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
            select :id, :code, 'Biên chế', 'Posts', id, 'YEAR', date '2020-01-01' from stat_regime where code = 'ND09'
            """).param("id", elsewhere).param("code", "TRYB-" + no).update();
        slot(elsewhere, 0, element("TRYLIMIT" + no, null));
        jdbc.sql("""
            insert into stat_form_version (id, form_id, number, state, valid_from, definition, changed_at, changed_by)
            values (:id, :form, 1, 'IN_FORCE', date '2020-01-01', cast(:definition as jsonb), now(), :account)
            """)
                .param("id", Uuid7.create())
                .param("form", country.form().value())
                .param("definition", """
                    {"sections": [{"nameVi": "Cán bộ", "nameEn": "Staff", "hintVi": "", "hintEn": "", "sumRow": false,
                      "rows": [{"asks": "TRYSTAFF#", "nameVi": "Cán bộ", "nameEn": "Staff"}],
                      "columns": [{"asks": "[]", "nameVi": "Tổng số", "nameEn": "Total"},
                                  {"asks": "[TRYSEX#=F]", "nameVi": "Nữ", "nameEn": "Women"},
                                  {"asks": "[TRYSEX#=M]", "nameVi": "Nam", "nameEn": "Men"}]},
                     {"nameVi": "Khác", "nameEn": "Other", "hintVi": "", "hintEn": "", "sumRow": false,
                      "rows": [{"asks": "TRYHOURS#", "nameVi": "Giờ", "nameEn": "Hours"},
                               {"asks": "TRYPOSTS#", "nameVi": "Lãnh đạo", "nameEn": "Leaders"}],
                      "columns": [{"asks": "[]", "nameVi": "Tổng số", "nameEn": "Total"}]}],
                     "settings": [],
                     "rules": [{"code": "limit", "says": "TRYSTAFF# <= TRYLIMIT#", "severity": "ERROR",
                                "nameVi": "Cán bộ nhiều hơn biên chế được giao", "nameEn": "More staff than posts"},
                               {"code": "jump", "says": "TRYSTAFF# <= 2 * TRYSTAFF#@-1", "severity": "WARNING",
                                "nameVi": "Cán bộ nhiều hơn gấp đôi kỳ trước", "nameEn": "More than twice as before"},
                               {"code": "women", "says": "TRYSTAFF#[TRYSEX#=F] <= TRYSTAFF#", "severity": "ERROR",
                                "nameVi": "Nữ nhiều hơn tổng số", "nameEn": "More women than staff"}]}
                    """.replace("#", no))
                .param("account", UUID.randomUUID())
                .update();
        begun = world.answer(country, country.clerk(), commune(0), 12, 8, 125);
        answered(elsewhere, commune(0), country.period(), "DRAFT", 30);
        answered(elsewhere, commune(1), country.period(), "ACCEPTED", 9);
        var before =
                ReportingPeriod.of(ReportingPeriod.Kind.YEAR, country.period().year() - 1);
        answered(country.form().value(), commune(0), before, "ACCEPTED", 10);
        answered(country.form().value(), commune(2), before, "DRAFT", 1);
        provincial = pages.as(country.provincial());
    }

    private UnitId commune(int place) {
        return country.northern().get(place);
    }

    private UUID element(String code, @org.jspecify.annotations.Nullable String computedBy) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_element (id, code, name_vi, name_en, measure, computed_by)
            values (:id, :code, :code, :code, 'PEOPLE', :by)
            """)
                .param("id", id)
                .param("code", code)
                .param("by", computedBy)
                .update();
        return id;
    }

    private void slot(UUID form, int slot, UUID element) {
        jdbc.sql("""
            insert into stat_slot (form_id, slot, element_id, combination) values (:form, :slot, :element, '')
            """)
                .param("form", form)
                .param("slot", slot)
                .param("element", element)
                .update();
    }

    /** The first figure of a form of a unit. */
    private void answered(UUID form, UnitId unit, ReportingPeriod period, String state, long value) {
        var cells = new Cells(1);
        cells.set(0, value);
        jdbc.sql("""
            insert into stat_submission (id, form_id, period, unit_id, state, reference_day, cells, changed_at, changed_by)
            values (:id, :form, :period, :unit, :state, make_date(:year, 12, 14), :cells, now(), :by)
            """)
                .param("id", Uuid7.create())
                .param("form", form)
                .param("period", PeriodCode.number(period))
                .param("unit", unit.value())
                .param("state", state)
                .param("year", period.year())
                .param("cells", cells.pack())
                .param("by", UUID.randomUUID())
                .update();
    }

    private String[] fields(String... more) {
        var fields = new ArrayList<String>(List.of(
                "form",
                country.code(),
                "period",
                country.periodCode(),
                "unit",
                country.north().toString()));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String address(String page) {
        return page + "?form=" + country.code() + "&period=" + country.periodCode() + "&unit=" + country.north();
    }

    private byte[] template() {
        return provincial.fetch(address(PAGE + ".xlsx")).getContentAsByteArray();
    }

    private void bring(Consumer<XSSFSheet> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()));
                var out = new ByteArrayOutputStream()) {
            change.accept(book.getSheetAt(0));
            book.write(out);
            provincial.upload(PAGE, new MockMultipartFile("file", "xa.xlsx", null, out.toByteArray()), fields());
        }
    }

    private static void enter(XSSFSheet sheet, int commune, double staff, double women) {
        var row = sheet.getRow(UnitsWorkbook.FIRST_ROW + commune);
        row.getCell(3).setCellValue(staff);
        row.getCell(4).setCellValue(women);
    }

    private Document shown() {
        return provincial.get(address(PAGE));
    }

    private MockHttpServletResponse write(Document page, String... more) {
        var with = new ArrayList<String>(
                List.of("stand", page.select("input[name=stand]").attr("value")));
        with.addAll(List.of(more));
        return provincial.post(PAGE + "/write", fields(with.toArray(String[]::new)));
    }

    private static List<String> said(Document page, int row) {
        return page.select(".book-units tbody tr").get(row).select(".finding").eachText();
    }

    @Test
    void a_row_that_breaks_a_rule_between_forms_or_periods_is_told_at_its_cell_as_on_the_page_of_the_form()
            throws IOException {
        bring(sheet -> {
            enter(sheet, 0, 24, 25);
            enter(sheet, 1, 10, 4);
            enter(sheet, 2, 50, 4);
        });
        var page = shown();
        assertThat(page.select(".book-units tbody tr td:first-child").eachText())
                .as("those with something to mend stand first")
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Xã Suối Đá 001"),
                        one -> assertThat(one).startsWith("Xã Suối Đá 002"),
                        one -> assertThat(one).startsWith("Xã Suối Đá 003"));
        assertThat(said(page, 0)).containsExactly("E8 Nữ nhiều hơn tổng số", "D8 Cán bộ nhiều hơn gấp đôi kỳ trước");
        assertThat(said(page, 1)).containsExactly("D9 Cán bộ nhiều hơn biên chế được giao");
        assertThat(said(page, 2))
                .as("what was never handed in before is compared with nothing")
                .isEmpty();
        assertThat(page.select(".alert-warning").text())
                .contains("2 đơn vị có số chưa đúng quy tắc, 0 đơn vị có số cần giải thích");
        assertThat(Statements.of(this::shown)).isLessThanOrEqualTo(12);
        // The same sentences on the page of the form, once it is written.
        write(page);
        assertThat(pages.as(country.clerk())
                        .get("/statistics/submissions/" + begun)
                        .select("#entry-findings .finding a")
                        .eachText())
                .containsExactly("Nữ nhiều hơn tổng số", "Cán bộ nhiều hơn gấp đôi kỳ trước");
        assertThat(provincial.get(address(PAGE), "en").select("h1").text()).contains("several units");
    }

    @Test
    void what_the_product_counts_says_where_it_comes_from_and_is_confirmed_when_that_is_wanted() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(UnitsWorkbook.FIRST_ROW - 1).getCell(7).getStringCellValue())
                    .startsWith("Lãnh đạo · Tổng số")
                    .contains("Hệ thống tính. Theo hồ sơ nhân sự ngày 14/12/");
            var cell = sheet.getRow(UnitsWorkbook.FIRST_ROW).getCell(7);
            assertThat(cell.getNumericCellValue()).as("clerk and head lead").isEqualTo(2);
            assertThat(cell.getCellStyle().getLocked()).isTrue();
        }
        bring(sheet -> {
            enter(sheet, 0, 19, 12);
            enter(sheet, 1, 5, 4);
            sheet.getRow(UnitsWorkbook.FIRST_ROW).getCell(7).setCellValue(77);
        });
        var page = shown();
        assertThat(page.select(".book-units tbody tr").get(0).text())
                .contains("H8 Lãnh đạo · Tổng số: hệ thống tính 2. Theo hồ sơ nhân sự ngày 14/12/");
        assertThat(page.select("label:has(input[name=confirm])").text())
                .isEqualTo("Xác nhận luôn 3 số hệ thống đã tính");
        assertThat(write(page, "confirm", "true").getRedirectedUrl()).endsWith("&stored=3-6-0");
        assertThat(confirmed())
                .containsExactly("Xã Suối Đá 001 2 LEADERS", "Xã Suối Đá 002 0 LEADERS", "Xã Suối Đá 003 0 LEADERS");
        var entry = pages.as(country.clerk()).get("/statistics/submissions/" + begun);
        assertThat(entry.select("#c" + LEADERS).val()).isEqualTo("2");
        assertThat(entry.select("#k" + LEADERS).text()).contains("đã xác nhận");
    }

    @Test
    void without_that_wish_the_cell_stays_open_and_another_figure_asks_for_a_note() throws IOException {
        bring(sheet -> enter(sheet, 0, 19, 12));
        assertThat(write(shown()).getRedirectedUrl()).endsWith("&stored=1-1-0");
        assertThat(confirmed()).isEmpty();
        submissions.fill(
                pages.actor(country.clerk()),
                begun,
                List.of(new Submissions.CellChange(LEADERS, null, CellEntry.of(7))));
        bring(sheet -> enter(sheet, 0, 18, 12));
        var page = shown();
        assertThat(said(page, 0))
                .singleElement()
                .asString()
                .startsWith("H8 Lãnh đạo · Tổng số: khác số hệ thống tính (2)");
        assertThat(page.select("label:has(input[name=confirm])").text())
                .as("what somebody entered is not written over")
                .isEqualTo("Xác nhận luôn 2 số hệ thống đã tính");
    }

    @Test
    void of_units_whose_rows_say_nothing_new_only_the_tick_stores_what_was_counted() throws IOException {
        String office = "office" + country.code();
        world.account(office, country.north(), Role.OFFICE_CLERK, Role.STATISTICIAN);
        provincial = pages.as(office);
        bring(sheet -> enter(sheet, 1, 5, 4));
        var page = shown();
        assertThat(page.text()).contains("1 đơn vị có thay đổi với 2 ô; 2 đơn vị giữ nguyên");
        assertThat(page.select("#confirm-hint").text())
                .contains("2 đơn vị không có thay đổi trong tệp chỉ được ghi khi chọn xác nhận");
        assertThat(page.select(".book-units tbody tr").eachText())
                .as("those that change stand first")
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Xã Suối Đá 002"),
                        one -> assertThat(one)
                                .startsWith("Xã Suối Đá 001")
                                .contains("H8 Lãnh đạo · Tổng số: hệ thống tính 2")
                                .endsWith("–"),
                        one -> assertThat(one).startsWith("Xã Suối Đá 003"));
        assertThat(page.select("button:contains(Ghi vào)").text()).isEqualTo("Ghi vào biểu của 1 đơn vị");
        assertThat(page.select("input[name=confirm][required]")).isEmpty();
        assertThat(write(page).getRedirectedUrl()).endsWith("&stored=1-2-0");
        assertThat(confirmed()).isEmpty();

        bring(_ -> {});
        page = shown();
        assertThat(page.text()).contains("0 đơn vị có thay đổi");
        assertThat(page.select("button:contains(Ghi vào)").text()).isEqualTo("Ghi vào biểu của 3 đơn vị");
        assertThat(page.select("input[name=confirm][required]")).hasSize(1);
        assertThat(write(page, "confirm", "true", "submit", "true").getRedirectedUrl())
                .as("nothing goes up of which the file says nothing")
                .endsWith("&stored=3-3-0");
        assertThat(confirmed()).hasSize(3);
        bring(_ -> {});
        assertThat(shown().select("form[action$=/write]")).isEmpty();
    }

    @Test
    void a_cell_that_only_the_product_fills_in_is_not_missed_where_it_has_counted() throws IOException {
        jdbc.sql("""
            update stat_form_version
            set    definition = jsonb_set(definition, '{settings}', jsonb_build_array(jsonb_build_object(
                       'cell', cast(:cell as text), 'asked', true, 'required', true, 'lowest', null, 'highest', null)))
            where  form_id = :form
            """)
                .param(
                        "cell",
                        "TRYPOSTS" + country.code().substring(country.code().indexOf('-') + 1))
                .param("form", country.form().value())
                .update();
        bring(sheet -> enter(sheet, 0, 19, 12));
        var page = shown();
        assertThat(said(page, 0)).isEmpty();
        assertThat(page.select(".alert-warning")).isEmpty();
        write(page);
        assertThat(pages.as(country.clerk())
                        .get("/statistics/submissions/" + begun)
                        .select("#entry-findings")
                        .text())
                .as("to be sent up it has to be confirmed")
                .contains("Lãnh đạo");
    }

    @Test
    void a_counted_figure_that_its_cell_cannot_hold_does_not_keep_the_others_of_the_file() throws IOException {
        jdbc.sql("update stat_slot set highest = 1 where form_id = :form and slot = :slot")
                .param("form", country.form().value())
                .param("slot", LEADERS)
                .update();
        bring(sheet -> {
            enter(sheet, 0, 19, 12);
            enter(sheet, 1, 5, 4);
        });
        var page = shown();
        assertThat(page.select(".book-units tbody tr").get(0).text())
                .contains("Xã Suối Đá 001")
                .doesNotContain("hệ thống tính");
        assertThat(write(page, "confirm", "true").getRedirectedUrl()).endsWith("&stored=3-5-0");
        assertThat(confirmed()).containsExactly("Xã Suối Đá 002 0 LEADERS", "Xã Suối Đá 003 0 LEADERS");
    }

    @Test
    void of_a_unit_that_does_not_exist_yet_nothing_is_counted() {
        // A year whose window begins after today, so that it is counted today.
        var later =
                ReportingPeriod.of(ReportingPeriod.Kind.YEAR, country.period().year() + 3);
        var unit = world.unit(UnitKind.COMMUNE, "Xã Lập Sau", country.north(), LocalDate.of(later.year(), 2, 1));
        var actor = pages.actor(country.provincial());
        var draft = submissions.draft(actor, country.form(), later, unit);
        var ready = layouts.of(country.form(), later);
        assertThat(computed.of(draft, ready)).isEmpty();
        var filled = submissions.fill(
                actor, draft.id(), List.of(new Submissions.CellChange(LEADERS, CellEntry.MISSING, CellEntry.of(5))));
        assertThat(checks.of(filled.now())).isEmpty();
        var before = submissions.draft(actor, country.form(), later, commune(1));
        assertThat(computed.of(before, ready))
                .as("one that exists and has nobody has nobody")
                .containsOnlyKeys(LEADERS)
                .allSatisfy((_, figure) -> assertThat(figure.value()).isZero());
    }

    @Test
    void a_figure_that_was_counted_anew_after_it_was_shown_is_not_stored_unseen() throws IOException {
        bring(sheet -> enter(sheet, 0, 19, 12));
        var seen = shown();
        jdbc.sql("update office_held set rank = 'MEMBER' where unit_id = :unit")
                .param("unit", commune(0).value())
                .update();
        assertThat(write(seen, "confirm", "true").getStatus()).isEqualTo(409);
        assertThat(confirmed()).isEmpty();
        assertThat(write(seen).getRedirectedUrl())
                .as("what is not written keeps nobody from writing")
                .endsWith("&stored=1-1-0");
    }

    private List<String> confirmed() {
        return jdbc.sql("""
            select n.name || ' ' || c.value || ' ' || c.source
            from   stat_computed c join stat_submission s on s.id = c.submission_id join unit_name n on n.unit_id = s.unit_id
            where  s.form_id = :form order by 1
            """)
                .param("form", country.form().value())
                .query(String.class)
                .list();
    }
}
