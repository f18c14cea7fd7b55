package vn.binhdang.organisation.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class DataRequestPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everybody_sees_what_is_kept_about_them_and_who_read_it() {
        pages.as("giamdoc").get("/people/" + pages.actor("thongke").person());
        var page = pages.as("thongke").get("/account/record");
        assertThat(page.select("main").text())
                .contains("Ngô Quốc Bảo", "1990", "Công chức", "Đặng Thị Minh Hà, xem hồ sơ");
        assertThat(pages.as("thongke").get("/account/record", "en").select("h1").text())
                .isEqualTo("My record");
        assertThat(page.select(".visitor-menu a[href=/account/record]")).hasSize(1);
    }

    @Test
    void the_own_record_goes_out_as_json_and_as_excel() throws IOException {
        var visit = pages.as("khtc");
        var json = JsonMapper.builder()
                .build()
                .readTree(visit.fetch("/account/record.json").getContentAsByteArray());
        assertThat(json.get("name").asString()).isEqualTo("Lê Thị Em");
        assertThat(json.get("purposes").size()).isEqualTo(PersonField.all().size());
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(visit.fetch("/account/record.xlsx").getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("Lê Thị Em");
        }
        assertThat(visit.get("/account/record").select("main").text()).contains("Lê Thị Em, tải hồ sơ về");
    }

    @Test
    void a_correction_is_asked_for_accepted_and_seen_by_the_person() {
        String id = ask("qlkh", "BIRTH_YEAR", "Tôi sinh năm 1973");
        var visit = pages.as("vanphong");
        assertThat(visit.get("/people/requests").select("tbody").text()).contains("Trịnh Xuân Giang", "Chờ trả lời");
        var page = visit.get("/people/requests/" + id);
        assertThat(page.select(".words").text()).contains("Tôi sinh năm 1973");
        assertThat(page.select("#birthYear").val()).isEqualTo("1972");
        assertThat(accept(id, page.select("input[name=revision]").val(), "Giang", "1973")
                        .getStatus())
                .isEqualTo(302);
        var own = pages.as("qlkh").get("/account/record");
        assertThat(own.select(".facts").text()).contains("1973");
        assertThat(own.select("#requests").text()).contains("Đã đính chính");
        assertThat(accept(id, "2", "Giang", "1974").getStatus()).isEqualTo(409);
    }

    @Test
    void nothing_is_accepted_while_nothing_was_corrected() {
        String id = ask("qlcn", "OFFICE", "Tôi là Trưởng phòng từ năm 2021");
        var page = pages.as("vanphong").get("/people/requests/" + id);
        var same = pages.as("vanphong")
                .post(
                        "/people/requests/" + id + "/accept",
                        "revision",
                        page.select("input[name=revision]").val(),
                        "familyName",
                        "Lưu Thị",
                        "givenName",
                        "Khánh",
                        "sex",
                        "F",
                        "birthYear",
                        "1978");
        assertThat(same.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(same).select("[role=alert]").text()).contains("Chưa có gì được đính chính");
    }

    @Test
    void a_refusal_needs_a_reason_that_the_person_reads() {
        String id = ask("cds", "OTHER", "Xóa tên tôi");
        var visit = pages.as("vanthu");
        var asked = Pages.parse(visit.post("/people/requests/" + id + "/refuse", "reason", "  "));
        assertThat(asked.select(".field-mistake").text()).contains("Hãy ghi lý do");
        assertThat(visit.post("/people/requests/" + id + "/refuse", "reason", "Vẫn đang công tác")
                        .getStatus())
                .isEqualTo(302);
        assertThat(pages.as("cds").get("/account/record").select("#requests").text())
                .contains("Không đính chính", "Vẫn đang công tác");
    }

    @Test
    void a_mistake_in_the_correction_is_said_beside_its_field() {
        String id = ask("tdc", "BIRTH_YEAR", "Năm sinh sai");
        var page = Pages.parse(accept(id, "1", "", "19"));
        assertThat(page.select("#givenName-mistake, #birthYear-mistake")).hasSize(2);
    }

    @Test
    void what_is_not_answered_in_time_is_marked() {
        String id = ask("ttud", "NAME", "Tên sai dấu");
        jdbc.sql("update person_data_request set due_on = current_date - 5 where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        var row = pages.as("vanphong").get("/people/requests").select("tr:has(a[href$=" + id + "])");
        assertThat(row.select(".state-late").text()).isEqualTo("Quá hạn trả lời");
    }

    @Test
    void who_asked_does_not_answer_and_may_withdraw() {
        String id = ask("vanphong", "NAME", "Tên đệm sai");
        var visit = pages.as("vanphong");
        assertThat(visit.get("/people/requests/" + id).select("form[action$=/accept]"))
                .isEmpty();
        assertThat(visit.post("/people/requests/" + id + "/refuse", "reason", "Không")
                        .getStatus())
                .isEqualTo(409);
        assertThat(visit.post("/account/record/requests/" + id + "/withdraw").getStatus())
                .isEqualTo(302);
        assertThat(visit.get("/account/record").select("#requests").text()).contains("Đã rút");
    }

    @Test
    void an_empty_wish_is_asked_for_again_and_a_foreign_one_is_a_404() {
        var page = Pages.parse(pages.as("cds").post("/account/record/requests", "field", "NAME", "words", " "));
        assertThat(page.select(".field-mistake")).hasSize(1);
        String id = ask("ttcntt", "NAME", "Tên sai");
        assertThat(pages.as("cds")
                        .post("/account/record/requests/" + id + "/withdraw")
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .fetch("/people/requests/" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void who_must_answer_and_who_asked_are_told_and_nothing_of_the_record_is_in_it() {
        String id = ask("khtc", "NAME", "Tên đệm của tôi sai");
        assertThat(pages.as("vanphong")
                        .get("/notices")
                        .select(".notice:contains(đính chính hồ sơ)")
                        .text())
                .contains("hạn trả lời")
                .doesNotContain("Lê Thị Em", "Tên đệm");
        assertThat(told("khtc", "access.notice.dataAsked")).isZero();
        pages.as("vanphong").post("/people/requests/" + id + "/refuse", "reason", "Giấy tờ ghi như vậy");
        assertThat(told("khtc", "access.notice.dataAnswered")).isOne();
        assertThat(pages.as("khtc").get("/notices", "en").text())
                .contains("Your request for a correction of your record was answered.")
                .doesNotContain("Giấy tờ");
    }

    @Test
    void a_clerk_who_asks_is_not_told_of_the_own_request() {
        int before = told("vanphong", "access.notice.dataAsked");
        ask("vanphong", "OTHER", "Xin sửa");
        assertThat(told("vanphong", "access.notice.dataAsked")).isEqualTo(before);
    }

    private int told(String username, String kind) {
        return jdbc.sql("""
            select count(*) from notice n join account a on a.id = n.account_id
            where  a.username = :username and n.kind = :kind
            """)
                .param("username", username)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    @Test
    void what_could_not_be_taken_is_still_in_the_form() {
        String longText = "x".repeat(2001);
        var page = Pages.parse(pages.as("cds").post("/account/record/requests", "field", "OFFICE", "words", longText));
        assertThat(page.select("#field option[selected]").val()).isEqualTo("OFFICE");
        assertThat(page.select("#words").val()).isEqualTo(longText);
    }

    @Test
    void only_the_office_answers_and_only_in_its_reach() {
        String id = ask("congdoan", "NAME", "Tên lót sai");
        for (String address : new String[] {"/people/requests", "/people/requests/" + id})
            assertThat(pages.as("giamdoc").fetch(address).getStatus()).isEqualTo(403);
        assertThat(pages.as("giamdoc")
                        .post("/people/requests/" + id + "/accept")
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc")
                        .post("/people/requests/" + id + "/refuse")
                        .getStatus())
                .isEqualTo(403);
        jdbc.sql("""
            update role_grant set scope_id = unit_id
            where  role = 'OFFICE_CLERK' and account_id = (select id from account where username = 'chanhvanphong')
            """).update();
        assertThat(pages.as("chanhvanphong").fetch("/people/requests/" + id).getStatus())
                .isEqualTo(404);
        assertThat(pages.as("chanhvanphong").get("/people/requests").text()).doesNotContain("Trương Thị Dung");
    }

    private String ask(String username, String field, String words) {
        assertThat(pages.as(username)
                        .post("/account/record/requests", "field", field, "words", words)
                        .getStatus())
                .isEqualTo(302);
        return jdbc.sql("select id from person_data_request where words = :words")
                .param("words", words)
                .query(UUID.class)
                .single()
                .toString();
    }

    private MockHttpServletResponse accept(String id, String revision, String given, String birthYear) {
        return pages.as("vanphong")
                .post(
                        "/people/requests/" + id + "/accept",
                        "revision",
                        revision,
                        "familyName",
                        "Trịnh Xuân",
                        "givenName",
                        given,
                        "sex",
                        "M",
                        "birthYear",
                        birthYear);
    }
}
