package vn.binhdang.statistics.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class FigureEntryPageTest {
    /** A year for which the sample has no answer yet. */
    private static final ReportingPeriod YEAR = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, 2022);

    @Autowired
    private Pages pages;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit clerk;
    private FormShape staff;
    private String address;

    @BeforeEach
    void begin() {
        clerk = pages.as("vanphong");
        staff = catalogues.current().form("BDG-01").orElseThrow().shape();
        jdbc.sql("delete from stat_submission_hand").update();
        jdbc.sql("delete from stat_computed").update();
        jdbc.sql("delete from stat_cell_note").update();
        jdbc.sql("delete from stat_rule_note").update();
        jdbc.sql("delete from stat_submission where state = 'DRAFT' or period = 202251")
                .update();
        var actor = pages.actor("vanphong");
        address = "/statistics/submissions/"
                + submissions.draft(actor, staff.id(), YEAR, actor.agency()).id();
    }

    private String slot(String element, String combination) {
        return String.valueOf(staff.slot(element, combination).orElseThrow());
    }

    private static String value(Document page, String slot) {
        return Objects.requireNonNull(page.getElementById("c" + slot)).val();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void the_start_page_lists_what_is_to_be_filled_in_and_begins_it() {
        var page = clerk.get("/statistics");
        assertThat(page.select(".expected td").eachText()).contains("Sở Khoa học và Công nghệ");
        clerk.get("/statistics", "en");
        var begun = clerk.post(
                "/statistics/submissions",
                "form",
                staff.id().toString(),
                "period",
                "2021",
                "unit",
                pages.actor("vanphong").agency().toString());
        assertThat(begun.getRedirectedUrl()).startsWith("/statistics/submissions/");
        assertThat(clerk.get(Objects.requireNonNull(begun.getRedirectedUrl())).text())
                .contains("năm 2021", "số liệu từ 15/12/2020 đến hết 14/12/2021");
        assertThat(pages.as("giamdoc").get("/statistics").text()).contains("không nhập số liệu");
        assertThat(clerk.post(
                                "/statistics/submissions",
                                "form",
                                staff.id().toString(),
                                "period",
                                "2021X",
                                "unit",
                                pages.actor("vanphong").agency().toString())
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void without_a_script_everything_that_can_be_stored_is_and_every_mistake_stands_at_its_cell() {
        String total = slot("STAFF", "");
        String women = slot("STAFF", "SEX=F");
        String civil = slot("STAFF", "LEGAL_STATUS=CIVIL_SERVANT");
        var refused = clerk.post(
                address,
                "c" + total,
                "1.030",
                "w" + total,
                "",
                "c" + women,
                "mười",
                "w" + women,
                "",
                "c" + civil,
                "-5");
        assertThat(refused.getStatus()).isEqualTo(422);
        var again = Pages.parse(refused);
        assertThat(value(again, women)).isEqualTo("mười");
        assertThat(value(again, civil)).isEqualTo("-5");
        assertThat(again.select("#m" + women).text()).contains("không phải là số");
        assertThat(again.select("#m" + civil).text()).contains("nhỏ nhất là 0");
        assertThat(value(clerk.get(address), total)).isEqualTo("1.030");

        var saved = clerk.post(address, "c" + women, "x", "w" + women, "", "c" + total, "1030", "w" + total, "1.030");
        assertThat(saved.getRedirectedUrl()).endsWith("?saved=1");
        var page = clerk.get(address + "?saved=1");
        assertThat(value(page, women)).isEqualTo("x");
        assertThat(page.select("[data-stored]").text()).contains("Đã lưu");
        clerk.get(address, "en");
    }

    @Test
    void an_english_page_writes_english_numbers_which_are_read_as_the_same_figures() {
        String total = slot("STAFF", "");
        String women = slot("STAFF", "SEX=F");
        clerk.post(address, "c" + total, "1.030", "w" + total, "", "c" + women, "515", "w" + women, "");
        var page = clerk.get(address, "en");
        assertThat(value(page, total)).isEqualTo("1030");
        assertThat(page.select(".entry-shown").eachText()).contains("50.0").doesNotContain("50,0");
        assertThat(clerk.get(address).select(".entry-shown").eachText()).contains("50,0");
        clerk.post(
                address, "c" + total, "1030", "w" + total, value(page, total), "c" + women, "516", "w" + women, "515");
        assertThat(value(clerk.get(address), total)).isEqualTo("1.030");
    }

    @Test
    void what_is_only_shown_is_written_as_numbers_are_read_in_each_language() {
        String total = slot("STAFF", "");
        clerk.post(address, "c" + total, "1234567", "w" + total, "");
        jdbc.sql("update stat_submission set state = 'SUBMITTED' where id = cast(:id as uuid)")
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .update();
        assertThat(clerk.get(address, "en").select("td.entry-shown").eachText())
                .contains("1,234,567")
                .doesNotContain("1234567");
        assertThat(clerk.get(address).select("td.entry-shown").eachText()).contains("1.234.567");
    }

    @Test
    void zero_missing_and_not_applicable_are_three_things() throws Exception {
        String total = slot("STAFF", "");
        for (String typed : new String[] {"0", "x", ""}) {
            var answer = json(clerk.post(address + "/cells", "c" + total, typed));
            assertThat(answer.get("stands").get(total).asString()).isEqualTo(typed);
        }
        assertThat(json(clerk.post(address + "/cells", "c" + total, "-"))
                        .get("mistakes")
                        .get(total)
                        .asString())
                .contains("hãy ghi 0 hoặc x");
    }

    @Test
    void a_cell_that_somebody_else_has_changed_is_left_alone_and_told() throws Exception {
        String total = slot("STAFF", "");
        String women = slot("STAFF", "SEX=F");
        clerk.post(address + "/cells", "c" + total, "30", "w" + total, "");
        var other = pages.as("chanhvanphong");
        var answer = json(
                other.post(address + "/cells", "c" + total, "31", "w" + total, "", "c" + women, "12", "w" + women, ""));
        assertThat(answer.get("conflicts").get(0).asString()).isEqualTo(total);
        assertThat(answer.get("stands").get(total).asString()).isEqualTo("30");
        assertThat(answer.get("stands").get(women).asString()).isEqualTo("12");

        var page = other.post(address, "c" + total, "31", "w" + total, "");
        assertThat(page.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(page).select("#s" + total).text()).contains("vừa ghi 30");
        assertThat(value(Pages.parse(page), total)).isEqualTo("31");
        assertThat(other.post(address, "c" + total, "31", "w" + total, "30").getRedirectedUrl())
                .endsWith("?saved=1");
    }

    @Test
    void rules_are_told_and_a_warning_is_explained() throws Exception {
        String total = slot("STAFF", "");
        String women = slot("STAFF", "SEX=F");
        var answer = json(clerk.post(address + "/cells", "c" + total, "10", "c" + women, "11"));
        assertThat(answer.get("findings").toString()).contains("NU:" + women, "không được nhiều hơn tổng số");
        var page = clerk.get(address);
        assertThat(page.select(".finding-error").text()).contains("Số nữ không được nhiều hơn tổng số");
        assertThat(Objects.requireNonNull(page.getElementById("entry")).attr("data-rules"))
                .contains("\"mark\":\"NU:" + women + "\"");
        clerk.post(address + "/cells", "rNU:" + women, "Đã kiểm tra");
        assertThat(jdbc.sql("select note from stat_rule_note")
                        .query(String.class)
                        .single())
                .isEqualTo("Đã kiểm tra");
    }

    @Test
    void what_the_product_knows_is_confirmed_with_one_press_or_another_figure_needs_a_note() throws Exception {
        String total = slot("STAFF", "");
        var page = clerk.get(address);
        assertThat(page.select("#k" + total).text()).contains("Theo hồ sơ nhân sự ngày 14/12/2022");
        String counted = page.select("#k" + total).attr("data-computed");
        assertThat(counted).isNotEqualTo("0");
        assertThat(clerk.post(address, "confirm", "all").getRedirectedUrl()).endsWith("?saved=1");
        page = clerk.get(address);
        assertThat(value(page, total)).isEqualTo(counted);
        assertThat(page.select("#k" + total).text()).contains("đã xác nhận");

        var answer = json(clerk.post(address + "/cells", "c" + total, "99", "w" + total, counted));
        assertThat(answer.get("findings").toString()).contains("computed:" + total);
        answer = json(clerk.post(address + "/cells", "n" + total, "Thêm người biệt phái"));
        assertThat(answer.get("findings").toString()).doesNotContain("computed:");
        assertThat(clerk.get(address).select("#n" + total).text()).isEqualTo("Thêm người biệt phái");
    }

    @Test
    void what_is_unusual_for_the_unit_is_told_and_keeps_nothing_back() throws Exception {
        var actor = pages.actor("vanphong");
        var later = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, 2026);
        String form = "/statistics/submissions/"
                + submissions.draft(actor, staff.id(), later, actor.agency()).id();
        var answer = json(clerk.post(form + "/cells", "c" + slot("STAFF", ""), "80"));
        assertThat(answer.get("hints").get(slot("STAFF", "")).asString()).isEqualTo("năm 2025: 31; nay gấp 2,6 lần");
        assertThat(answer.get("findings").toString()).contains("KYTRUOC");
    }

    @Test
    void a_form_that_was_handed_in_is_only_looked_at() {
        var accepted = jdbc.sql("select id from stat_submission where state = 'ACCEPTED' limit 1")
                .query(UUID.class)
                .single();
        var page = clerk.get("/statistics/submissions/" + accepted);
        assertThat(page.select("input.entry-input")).isEmpty();
        assertThat(page.text()).contains("chỉ để xem");
        assertThat(clerk.post("/statistics/submissions/" + accepted, "c0", "1").getStatus())
                .isEqualTo(409);
    }

    @Test
    void who_only_reads_sees_no_fields_and_who_is_elsewhere_sees_nothing() {
        assertThat(pages.as("giamdoc").get(address).select("input.entry-input")).isEmpty();
        assertThat(pages.as("giamdoc").post(address, "c0", "1").getStatus()).isEqualTo(403);
        assertThat(pages.as("quantri").fetch(address).getStatus()).isEqualTo(403);
        // The head of one division does not reach the department's form.
        assertThat(pages.as("khtc").fetch(address).getStatus()).isEqualTo(404);
        assertThat(pages.as("khtc").post(address, "c0", "1").getStatus()).isEqualTo(404);
        assertThat(clerk.fetch("/statistics/submissions/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
    }
}
