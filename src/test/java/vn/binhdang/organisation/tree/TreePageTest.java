package vn.binhdang.organisation.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
class TreePageTest {
    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_day_before_the_reform_nothing_is_marked_and_both_provinces_stand() {
        var page = pages.as("qlkh").get("/units/tree?on=2025-06-30");
        assertThat(page.select(".tree-words > a").eachText()).contains("Tỉnh Bắc Giang", "Tỉnh Bắc Ninh");
        assertThat(page.select(".tree-mark-ends, .tree-mark-begins, .tree-count"))
                .isEmpty();
        assertThat(page.select("a[rel=next]").attr("href")).startsWith("/units/tree?on=2025-07-01");
        assertThat(page.select("a[rel=prev]").attr("href")).startsWith("/units/tree?on=2025-03-01");
    }

    @Test
    void on_the_day_of_the_reform_the_merger_is_seen_in_its_place_with_the_count() {
        var page = pages.as("qlkh").get("/units/tree?on=01/07/2025");
        assertThat(page.select(".tree-count").eachText()).contains("63 → 34 tỉnh, thành phố");
        assertThat(line(page, "tree-ends", "Tỉnh Bắc Giang")).contains("kết thúc, kế thừa: Tỉnh Bắc Ninh");
        assertThat(line(page, "tree-begins", "Tỉnh Bắc Ninh")).contains("mới, từ Tỉnh Bắc Giang, Tỉnh Bắc Ninh");
        assertThat(page.select(".tree-changes").text())
                .contains("Hợp nhất Tỉnh Bắc Giang + Tỉnh Bắc Ninh → Tỉnh Bắc Ninh");
        assertThat(line(page, "tree-begins", "Tỉnh Gia Lai")).contains("chưa xác minh");
        assertThat(line(page, "tree-begins", "Tỉnh Bắc Ninh")).doesNotContain("chưa xác minh");
        assertThat(pages.as("qlkh")
                        .get("/units/tree?on=2025-07-01", "en")
                        .select(".tree-count")
                        .text())
                .contains("63 → 34 provinces and cities");
    }

    @Test
    void a_branch_is_opened_by_a_link_and_by_the_scripts_alike() {
        var before = pages.as("qlkh").get("/units/tree?on=2025-06-30");
        var toggle = before.select("#toggle-" + id("Tỉnh Bắc Giang"));
        assertThat(toggle.attr("aria-expanded")).isEqualTo("false");
        var opened = pages.as("qlkh").get(toggle.attr("href").replaceAll("#.*", ""));
        assertThat(opened.select("#unit-" + id("Tỉnh Bắc Giang") + " > ul > li > .tree-line .tree-words > a")
                        .eachText())
                .containsExactly("Sở Khoa học và Công nghệ", "Sở Nội vụ");
        var part = pages.as("qlkh").part(toggle.attr("hx-get"));
        assertThat(part.select("li li .tree-words > a").eachText())
                .containsExactly("Sở Khoa học và Công nghệ", "Sở Nội vụ");
        assertThat(part.select("#toggle-" + id("Tỉnh Bắc Giang")).attr("aria-expanded"))
                .isEqualTo("true");
    }

    @Test
    void what_ends_on_the_day_can_still_be_opened_and_long_branches_go_on_without_scripts() {
        var ended = pages.as("qlkh").get("/units/tree?on=2025-03-01");
        assertThat(ended.select(".tree-changes").text())
                .contains("Giải thể Bộ Lao động - Thương binh và Xã hội → Bộ Nội vụ");
        String province = id("Tỉnh Bắc Giang");
        assertThat(pages.as("qlkh")
                        .part("/units/tree/branch/" + province + "?on=2025-07-01&open=false")
                        .select("li.tree-ends"))
                .hasSize(1);
        assertThat(pages.as("qlkh")
                        .get("/units/tree/below/" + province + "?on=2025-06-30")
                        .select(".tree-words > a")
                        .eachText())
                .containsExactly("Sở Khoa học và Công nghệ", "Sở Nội vụ");
    }

    @Test
    void the_slider_without_scripts_and_the_search_lead_to_their_day_and_place() {
        var visit = pages.as("qlkh");
        var page = visit.get("/units/tree?on=2025-06-30&q=bac giang");
        assertThat(page.select(".tree-found li").eachText()).anyMatch(found -> found.startsWith("Tỉnh Bắc Giang"));
        var found = visit.get(page.select(".tree-found a").attr("href").replaceAll("#.*", ""));
        assertThat(found.select(".tree-sought .tree-words > a").eachText()).contains("Tỉnh Bắc Giang");
        var stops = java.util.List.of(page.select("#stop").attr("data-days").split(","));
        int reform = stops.indexOf("2025-07-01");
        assertThat(visit.fetch("/units/tree?stop=" + reform).getRedirectedUrl())
                .startsWith("/units/tree?on=2025-07-01");
    }

    @Test
    void what_is_no_day_is_said_and_what_is_no_unit_is_not_found() {
        assertThat(pages.as("qlkh")
                        .get("/units/tree?on=31/02/2025")
                        .select("[role=alert]")
                        .text())
                .isNotEmpty();
        assertThat(pages.as("qlkh")
                        .get("/units/tree?on=1990-01-01")
                        .select(".empty-state")
                        .text())
                .contains("chưa có đơn vị nào");
        String nobody = "00000000-0000-0000-0000-000000000000";
        assertThat(pages.as("qlkh").fetch("/units/tree/below/" + nobody).getStatus())
                .isEqualTo(404);
        assertThat(pages.as("qlkh").fetch("/units/tree?show=" + nobody).getStatus())
                .isEqualTo(200);
    }

    @Test
    void on_the_day_of_the_reform_with_thirty_branches_open_and_a_search_twelve_questions_are_enough() {
        var visit = pages.as("qlkh");
        var reform = visit.get("/units/tree?on=2025-07-01");
        String open = reform.select("li.tree-unit").stream()
                .limit(30)
                .map(unit -> unit.id().substring("unit-".length()))
                .collect(Collectors.joining(","));
        assertThat(Statements.of(() -> visit.get("/units/tree?on=2025-07-01&q=bac giang&open=" + open)))
                .isLessThanOrEqualTo(12);
        String ended = "/units/" + id("Tỉnh Bắc Giang") + "?on=2025-07-01";
        assertThat(Statements.of(() -> visit.get(ended)))
                .as("a unit that ended")
                .isLessThanOrEqualTo(12);
        String begun = reform.select("li.tree-begins .tree-words > a").first().attr("href");
        assertThat(Statements.of(() -> visit.get(begun)))
                .as("a unit that began with a merger")
                .isLessThanOrEqualTo(12);
    }

    private String line(Document page, String mark, String name) {
        return page.select("li." + mark + " > .tree-line").stream()
                .filter(line -> line.select(".tree-words > a").text().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private String id(String name) {
        return jdbc.sql("select unit_id from unit_name where name = :name and valid_to = date '2025-07-01'")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
