package vn.binhdang.organisation.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PersonChangesPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void somebody_is_entered_and_stands_in_the_list() {
        String person = enter("Bế Thị", "Nga", "1990");
        var page = pages.as("vanphong").get(person);
        assertThat(page.select("h1").text()).isEqualTo("Bế Thị Nga");
        assertThat(page.select(".facts").text()).contains("Nữ", "1990", "Công chức", "Đại học");
        assertThat(page.select(".changes").text()).contains("thêm vào danh sách", "Trần Thị Ngọc Ánh");
    }

    @Test
    void every_mistake_is_said_at_once_beside_its_field_and_nothing_typed_is_lost() {
        var answer = pages.as("vanphong")
                .post(
                        "/people",
                        "familyName",
                        "Bế Thị",
                        "givenName",
                        "",
                        "birthYear",
                        "90",
                        "unit",
                        UnitId.create().toString(),
                        "title",
                        "<b>",
                        "from",
                        "31/02/2025");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("#familyName").val()).isEqualTo("Bế Thị");
        assertThat(page.select("#birthYear").val()).isEqualTo("90");
        assertThat(page.select(".field-mistake")).hasSize(8);
        assertThat(page.select("#birthYear-mistake").text()).contains("bốn chữ số");
        assertThat(page.select("#from-mistake").text()).contains("dd/mm/yyyy");
    }

    @Test
    void a_namesake_is_asked_about_and_entered_only_as_another_person() {
        enter("Đàm Văn", "Kiên", "1985");
        String[] again = entry("Đàm Văn", "Kiên", "1985");
        var asked = pages.as("vanphong").post("/people", again);
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(asked).select(".finding").text()).contains("Có phải người này?", "sinh năm 1985");
        assertThat(count("Kiên")).isEqualTo(1);

        var sure = java.util.Arrays.copyOf(again, again.length + 2);
        sure[again.length] = "another";
        sure[again.length + 1] = "true";
        assertThat(pages.as("vanphong").post("/people", sure).getStatus()).isEqualTo(302);
        assertThat(count("Kiên")).isEqualTo(2);
    }

    @Test
    void another_year_of_birth_is_another_person() {
        enter("Đàm Văn", "Khoa", "1985");
        enter("Đàm Văn", "Khoa", "1970");
        assertThat(count("Khoa")).isEqualTo(2);
    }

    @Test
    void a_move_keeps_the_history_and_the_page_of_an_earlier_day_does_not_tell_of_it() {
        String person = enter("Bế Thị", "Nguyệt", "1990");
        assertThat(move(person, "QLKH", "2025-07-01", 1).getStatus()).isEqualTo(302);
        var history = pages.as("vanphong").get(person).select(".history").text();
        assertThat(history).contains("01/07/2025 Chuyển từ Văn phòng sang");
        var before = pages.as("vanphong").get(person + "?on=2025-06-30");
        assertThat(before.select(".history").text()).doesNotContain("Chuyển từ");
        assertThat(before.select(".plain-list").text()).contains("Văn phòng");
        assertThat(before.select("a[href$=/move]")).isEmpty();
    }

    @Test
    void what_the_rules_forbid_is_said_above_the_form_with_everything_typed() {
        String person = enter("Bế Thị", "Nhung", "1990");
        move(person, "QLKH", "2025-07-01", 1);
        var refused = move(person, "QLCN", "2025-03-01", 2);
        assertThat(refused.getStatus()).isEqualTo(409);
        var page = Pages.parse(refused);
        assertThat(page.select("[role=alert]").text()).contains("ngày sau đó");
        assertThat(page.select("#from").val()).isEqualTo("2025-03-01");
    }

    @Test
    void a_form_that_was_overtaken_by_another_change_is_not_stored() {
        String person = enter("Bế Thị", "Nhàn", "1990");
        move(person, "QLKH", "2025-07-01", 1);
        assertThat(move(person, "QLCN", "2025-08-01", 1).getStatus()).isEqualTo(409);
    }

    @Test
    void the_last_change_is_undone_once() {
        String person = enter("Bế Thị", "Nụ", "1990");
        move(person, "QLKH", "2025-07-01", 1);
        assertThat(pages.as("vanphong").post(person + "/undo", "revision", "2").getStatus())
                .isEqualTo(302);
        var page = pages.as("vanphong").get(person);
        assertThat(page.select(".history").text()).doesNotContain("Chuyển từ");
        assertThat(page.select("form[action$=/undo]")).isEmpty();
        assertThat(pages.as("vanphong").post(person + "/undo", "revision", "3").getStatus())
                .isEqualTo(409);
    }

    @Test
    void somebody_entered_by_mistake_is_removed_unless_an_account_names_them() {
        String person = enter("Bế Thị", "Nhầm", "1990");
        assertThat(pages.as("vanphong").post(person + "/undo", "revision", "1").getRedirectedUrl())
                .isEqualTo("/people");
        assertThat(count("Nhầm")).isZero();
        String clerk = "/people/" + pages.actor("vanphong").person();
        var refused = pages.as("vanphong").post(clerk + "/undo", "revision", "1");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("có tài khoản");
    }

    @Test
    void the_words_before_a_correction_are_kept_until_the_next_change_only() {
        String person = enter("Bế Thị", "Sai", "1990");
        correct(person, 1, "Đúng");
        assertThat(kept(person)).isEqualTo(1);
        move(person, "QLKH", "2025-07-01", 2);
        assertThat(kept(person)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from person_change where person_id = :id and before::text like '%Sai%'")
                        .param("id", UUID.fromString(person.substring("/people/".length())))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_status_an_office_beside_and_the_leaving_are_entered_on_their_pages() {
        String person = enter("Bế Thị", "Sen", "1990");
        var visit = pages.as("vanphong");
        visit.get(person + "/fact");
        assertThat(visit.post(
                                person + "/fact",
                                "revision",
                                "1",
                                "choice",
                                "LEGAL_STATUS:PUBLIC_EMPLOYEE",
                                "from",
                                "2025-03-01")
                        .getStatus())
                .isEqualTo(302);
        visit.get(person + "/offices/new");
        assertThat(visit.post(
                                person + "/offices/new",
                                "revision",
                                "2",
                                "unit",
                                unit("CĐCS"),
                                "title",
                                "Phó Chủ tịch Công đoàn",
                                "rank",
                                "DEPUTY_HEAD",
                                "from",
                                "2025-04-01")
                        .getStatus())
                .isEqualTo(302);
        var page = visit.get(person);
        assertThat(page.select(".facts").text()).contains("Viên chức");
        assertThat(page.select(".history").text())
                .contains("Đối tượng: từ Công chức thành Viên chức", "Kiêm nhiệm Phó Chủ tịch Công đoàn");
        String end = page.select("form[action$=/end]").attr("action");
        assertThat(visit.post(end, "revision", "3", "on", "2025-05-01").getStatus())
                .isEqualTo(302);
        visit.get(person + "/leave");
        assertThat(visit.post(person + "/leave", "revision", "4", "from", "2025-09-01")
                        .getStatus())
                .isEqualTo(302);
        var left = visit.get(person);
        assertThat(left.select(".lead").text()).contains("Không còn");
        assertThat(left.select(".history").text()).contains("01/09/2025 Thôi công tác");
    }

    @Test
    void a_choice_that_does_not_exist_is_asked_again() {
        String person = enter("Bế Thị", "Sim", "1990");
        var answer = pages.as("vanphong")
                .post(person + "/fact", "revision", "1", "choice", "GRADE:KING", "from", "2025-03-01");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select(".field-mistake")).hasSize(1);
    }

    @Test
    void a_mistyped_office_is_corrected_in_its_own_line() {
        String person = enter("Bế Thị", "Súng", "1990");
        var visit = pages.as("vanphong");
        String office =
                visit.get(person).select(".plain-list a[href*=/offices/]").attr("href");
        var form = visit.get(office);
        assertThat(form.select("#title").val()).isEqualTo("Chuyên viên");
        assertThat(visit.post(
                                office,
                                "revision",
                                "1",
                                "unit",
                                unit("VP"),
                                "title",
                                "Chuyên viên chính",
                                "rank",
                                "MEMBER",
                                "from",
                                "2024-02-01")
                        .getStatus())
                .isEqualTo(302);
        assertThat(visit.get(person).select(".history li")).hasSize(3);
        assertThat(visit.fetch(person + "/offices/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_staff_code_that_is_somebody_elses_is_not_taken() {
        String first = enter("Bế Thị", "Mận", "1990");
        String second = enter("Bế Thị", "Đào", "1991");
        assertThat(code(first, "K 77").getStatus()).isEqualTo(302);
        var refused = code(second, "k 77");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).select("[role=alert]").text()).contains("đã là của một người khác");
        assertThat(Pages.parse(refused).select("#staffCode").val()).isEqualTo("k 77");
    }

    @Test
    void an_office_in_a_unit_that_has_ended_since_is_corrected_without_losing_the_unit() {
        String person = enter("Bế Thị", "Mơ", "1990");
        move(person, "QLKH", "2024-06-01", 1);
        var ended = UUID.fromString(unit("VP"));
        var visit = pages.as("vanphong");
        var office = jdbc.sql("select id from office_held where person_id = :id and unit_id = :unit")
                .param("id", UUID.fromString(person.substring("/people/".length())))
                .param("unit", ended)
                .query(UUID.class)
                .single();
        var name = jdbc.sql(
                        "update unit_name set valid_to = date '2025-01-01' where unit_id = :unit and valid_to is null")
                .param("unit", ended);
        var life = jdbc.sql("update unit set valid_to = date '2025-01-01' where id = :unit and valid_to is null")
                .param("unit", ended);
        try {
            name.update();
            life.update();
            var form = visit.get(person + "/offices/" + office);
            assertThat(form.select("#unit option[selected]").val()).isEqualTo(ended.toString());
        } finally {
            for (String table : new String[] {"unit_name where unit_id", "unit where id"})
                jdbc.sql("update %s = :unit and valid_to = date '2025-01-01'"
                                .formatted(table.replace(" where", " set valid_to = null where")))
                        .param("unit", ended)
                        .update();
        }
    }

    private MockHttpServletResponse code(String person, String code) {
        var form = pages.as("vanphong").get(person + "/correct");
        return pages.as("vanphong")
                .post(
                        person + "/correct",
                        "revision",
                        form.select("input[name=revision]").val(),
                        "familyName",
                        form.select("#familyName").val(),
                        "givenName",
                        form.select("#givenName").val(),
                        "sex",
                        "F",
                        "birthYear",
                        form.select("#birthYear").val(),
                        "staffCode",
                        code);
    }

    private String enter(String family, String given, String year) {
        var response = pages.as("vanphong").post("/people", entry(family, given, year));
        assertThat(response.getStatus()).isEqualTo(302);
        return java.util.Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String[] entry(String family, String given, String year) {
        return new String[] {
            "familyName",
            family,
            "givenName",
            given,
            "sex",
            "F",
            "birthYear",
            year,
            "legalStatus",
            "CIVIL_SERVANT",
            "degree",
            "BACHELOR",
            "unit",
            unit("VP"),
            "rank",
            "MEMBER",
            "title",
            "Chuyên viên",
            "from",
            "2024-01-01"
        };
    }

    private MockHttpServletResponse move(String person, String unit, String from, int revision) {
        return pages.as("vanphong")
                .post(
                        person + "/move",
                        "revision",
                        Integer.toString(revision),
                        "unit",
                        unit(unit),
                        "title",
                        "Chuyên viên",
                        "rank",
                        "MEMBER",
                        "from",
                        from);
    }

    private void correct(String person, int revision, String given) {
        assertThat(pages.as("vanphong")
                        .post(
                                person + "/correct",
                                "revision",
                                Integer.toString(revision),
                                "familyName",
                                "Bế Thị",
                                "givenName",
                                given,
                                "sex",
                                "F",
                                "birthYear",
                                "1990")
                        .getStatus())
                .isEqualTo(302);
    }

    private int kept(String person) {
        return jdbc.sql("select count(*) from person_change where person_id = :id and before is not null")
                .param("id", UUID.fromString(person.substring("/people/".length())))
                .query(Integer.class)
                .single();
    }

    private int count(String given) {
        return jdbc.sql("select count(*) from person where given_name = :name")
                .param("name", given)
                .query(Integer.class)
                .single();
    }

    private String unit(String abbreviation) {
        return jdbc.sql("""
            select unit_id from unit_name n join unit u on u.id = n.unit_id
            where  n.symbol_abbreviation = :a and n.valid_from <= :day
            """)
                .param("a", abbreviation)
                .param("day", LocalDate.of(2024, 1, 1))
                .query(UUID.class)
                .single()
                .toString();
    }
}
