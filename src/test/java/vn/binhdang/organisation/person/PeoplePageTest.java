package vn.binhdang.organisation.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PeoplePageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void staff_are_listed_by_given_name_as_vietnamese_lists_are() {
        var names = pages.as("vanphong")
                .get("/people")
                .select(".people tbody td:first-child")
                .eachText();
        assertThat(names.subList(0, 4))
                .containsExactly("Hoàng Thu An", "Trần Thị Ngọc Ánh", "Ngô Quốc Bảo", "Lương Thị Bích");
        assertThat(names.indexOf("Trương Thị Dung")).isLessThan(names.indexOf("Phạm Thị Đào"));
    }

    @Test
    void names_offices_and_units_are_found_without_their_marks_and_stand_in_no_address() {
        assertThat(found("q", "mai hong")).containsExactly("Mai Thị Hồng");
        assertThat(found("q", "ke toan truong")).containsExactly("Đinh Thị Cúc");
        assertThat(pages.as("vanphong").get("/people?q=Hồng").select("#q").val())
                .isEmpty();
    }

    @Test
    void the_list_is_narrowed_by_status_sex_and_leaders() {
        assertThat(found("status", "CONTRACT_WORKER")).containsExactly("Bùi Văn Lực");
        assertThat(found("status", "PUBLIC_EMPLOYEE", "sex", "M")).containsExactly("Chu Văn Biên", "Đỗ Mạnh Uy");
        assertThat(found("leader", "1")).containsExactly("Lương Thị Bích", "Đặng Thị Minh Hà", "Vũ Quang Thắng");
        assertThat(found("q", "không ai như thế")).isEmpty();
    }

    @Test
    void before_the_department_was_founded_nobody_is_listed_and_the_page_says_so() {
        var page = pages.as("vanphong").get("/people?on=2010-01-01");
        assertThat(page.select(".empty-state")).isNotEmpty();
        assertThat(page.select(".people tbody tr")).isEmpty();
    }

    @Test
    void a_long_list_is_paged_by_key_and_loses_nobody() {
        jdbc.sql("""
            with added as (
                insert into person (id, family_name, given_name, sex)
                select gen_random_uuid(), 'Nguyễn Văn', 'Đạt', 'M' from generate_series(1, 60) returning id)
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            select gen_random_uuid(), a.id, (select unit_id from unit_name where symbol_abbreviation = 'VP' limit 1), 'MEMBER', 'Chuyên viên', date '2020-01-01'
            from   added a
            """).update();
        int seen = 0;
        String after = "";
        int pagesSeen = 0;
        do {
            var page = search("after", after);
            seen += page.select(".people tbody tr").size();
            after = page.select("button[name=after]").val();
            pagesSeen++;
        } while (!after.isEmpty());
        int all = jdbc.sql("select count(*) from office_held where main and valid_to is null")
                .query(Integer.class)
                .single();
        assertThat(seen).isEqualTo(all);
        assertThat(pagesSeen).isEqualTo(Math.ceilDiv(all, PeopleList.PAGE)).isGreaterThan(1);
    }

    @Test
    void who_may_not_read_people_gets_neither_list_nor_person() {
        var visit = pages.as("thongke");
        assertThat(visit.fetch("/people").getStatus()).isEqualTo(403);
        assertThat(visit.post("/people/search").getStatus()).isEqualTo(403);
        assertThat(visit.fetch("/people/" + id("Hồng")).getStatus()).isEqualTo(403);
    }

    @Test
    void a_person_out_of_reach_and_one_that_does_not_exist_are_the_same_404() {
        jdbc.sql("""
            update role_grant set scope_id = unit_id
            where  role = 'DIVISION_HEAD' and account_id = (select id from account where username = 'qlcn')
            """).update();
        var visit = pages.as("qlcn");
        assertThat(visit.get("/people").select(".people tbody tr")).hasSize(3);
        var foreign = visit.fetch("/people/" + id("Hồng"));
        var absent = visit.fetch("/people/" + Uuid7.create());
        var nonsense = visit.fetch("/people/42");
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(absent.getStatus()).isEqualTo(404);
        assertThat(nonsense.getStatus()).isEqualTo(404);
        assertThat(Pages.parse(foreign).select("main").text())
                .isEqualTo(Pages.parse(absent).select("main").text());
    }

    @Test
    void reading_a_person_is_written_down_with_who_read_and_without_the_name() {
        pages.as("giamdoc").get("/people/" + id("Hồng"));
        var fields = jdbc.sql("""
            select cast(fields as text) from audit_row
            where  action = 'organisation.person.read' and record_id = :id order by no desc limit 1
            """).param("id", id("Hồng")).query(String.class).single();
        assertThat(fields).contains(pages.actor("giamdoc").person().toString()).doesNotContain("Hồng");
    }

    @Test
    void the_page_of_a_person_tells_what_is_kept_and_speaks_english_too() {
        var page = pages.as("vanphong").get("/people/" + id("Hồng"), "en");
        assertThat(page.select("h1").text()).isEqualTo("Mai Thị Hồng");
        assertThat(page.select(".history").text()).contains("01/01/2020", "Phó Trưởng phòng");
        assertThat(page.title()).doesNotContain("Hồng");
    }

    @Test
    void a_head_sees_a_person_but_no_button_to_change_anything() {
        var page = pages.as("giamdoc").get("/people/" + id("Hồng"));
        assertThat(page.select("a[href$=/move], form[action$=/undo]")).isEmpty();
        assertThat(pages.as("giamdoc").fetch("/people/" + id("Hồng") + "/move").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc").post("/people").getStatus()).isEqualTo(403);
    }

    private java.util.List<String> found(String... fields) {
        return search(fields).select(".people tbody td:first-child").eachText();
    }

    private Document search(String... fields) {
        return Pages.parse(pages.as("vanphong").post("/people/search", fields));
    }

    private UUID id(String givenName) {
        return jdbc.sql("select id from person where given_name = :name")
                .param("name", givenName)
                .query(UUID.class)
                .single();
    }
}
