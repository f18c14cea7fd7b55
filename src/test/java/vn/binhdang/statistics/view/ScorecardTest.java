package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class ScorecardTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Submissions submissions;

    private InventedFigures figures;
    private Pages.Visit reader;
    private String address;
    private String share;

    @BeforeEach
    void invent() {
        // rows of the tests before stay
        jdbc.sql("update stat_indicator_version set name_vi = 'Khác', name_en = 'Other' where name_vi like '%(thử)'")
                .update();
        figures = new InventedFigures(jdbc, submissions, 1, 1);
        var commune = figures.land.communes.get(0).get(0);
        figures.report(commune, InventedFigures.FIRST_OF_2024, 10, 20, 0, 1, 3);
        figures.report(commune, InventedFigures.SECOND_OF_2024, 12, 20, 1, 3, 2);
        share = figures.shareOfWomen();
        figures.reader("thongke", figures.land.country);
        reader = pages.as("thongke");
        address = "/statistics/figures/targets?unit=" + figures.land.country;
    }

    private static List<String> rows(Document page) {
        return page.select("#targets-table tbody tr").eachText();
    }

    /** How many the chosen count says. */
    private static int chosen(Document page) {
        return Integer.parseInt(page.select(".figure-big[aria-current] b").text());
    }

    @Test
    void a_target_is_found_by_words_of_its_name_or_its_code_with_and_without_diacritics() {
        for (String words : List.of("tỷ lệ nữ lãnh đạo thử", "TY LE nu lanh dao (thu)", "women who lead trial", share))
            assertThat(rows(reader.get(address + "&q=" + words)))
                    .as(words)
                    .hasSize(2)
                    .allMatch(row -> row.startsWith("Tỷ lệ nữ lãnh đạo (thử)"));
        assertThat(rows(reader.get(address + "&q=ty le nu lanh dao thu", "en")))
                .hasSize(2)
                .allMatch(row -> row.startsWith("Share of women who lead (trial)"));
    }

    @Test
    void each_count_leads_to_its_rows_and_together_they_are_all() {
        var page = reader.get(address);
        int all = chosen(page);
        int sum = 0;
        var counts = page.select(".figure-big");
        assertThat(counts.size()).isGreaterThan(2);
        for (var count : counts.subList(1, counts.size())) {
            var some = reader.get(count.attr("href"));
            int said = Integer.parseInt(count.select("b").text());
            assertThat(chosen(some)).isEqualTo(said);
            assertThat(rows(some))
                    .hasSize(Math.min(50, said))
                    .allMatch(row -> row.contains(count.select("span").text()));
            assertThat(some.select(".figure-big:first-child b").text())
                    .as("all stay in sight")
                    .isEqualTo("" + all);
            sum += said;
        }
        assertThat(sum).isEqualTo(all);
        var met = reader.get(address + "&standing=MET");
        assertThat(rows(met)).hasSize(1).allMatch(row -> row.contains("≥ 40 vào năm 2025") && row.contains("Đạt"));
    }

    @Test
    void it_is_narrowed_by_year_and_theme_and_what_is_chosen_stays_chosen() {
        var page = reader.get(address + "&year=2030&theme=LEADERSHIP&q=(thu)");
        assertThat(rows(page)).hasSize(1).allMatch(row -> row.contains("≥ 75 vào năm 2030"));
        assertThat(page.select("#year option[selected]").text()).isEqualTo("2030");
        assertThat(page.select("#theme option[selected]").val()).isEqualTo("LEADERSHIP");
        assertThat(page.select("#q").val()).isEqualTo("(thu)");
        assertThat(rows(reader.get(address + "&year=2030&theme=MEDIA&q=(thu)"))).isEmpty();
    }

    @Test
    void the_rest_of_a_long_list_is_on_the_pages_that_follow() {
        var page = reader.get(address);
        int all = chosen(page);
        assertThat(all).isGreaterThan(50);
        assertThat(rows(page)).hasSize(50);
        assertThat(page.select("[role=status]").text()).isEqualTo(all + " chỉ tiêu; đang hiển thị 1–50.");
        var seen = new ArrayList<>(rows(page));
        var second = reader.get(page.select("a[rel=next]").attr("href"));
        seen.addAll(rows(second));
        assertThat(new HashSet<>(seen)).hasSize(all);
        assertThat(rows(reader.get(second.select("a[rel=prev]").attr("href")))).isEqualTo(rows(page));
    }

    @Test
    void where_nothing_fits_a_sentence_says_so_and_the_way_back_is_there() {
        var page = reader.get(address + "&q=khong-co-dau");
        assertThat(page.select(".empty-state").text()).isEqualTo("Không có chỉ tiêu nào khớp với bộ lọc.");
        assertThat(rows(reader.get(page.select(".filter-buttons a").attr("href"))))
                .hasSize(50);
        reader.get(address + "&q=khong-co-dau", "en");
    }

    @Test
    void what_no_list_offers_is_as_if_nobody_had_chosen_it() {
        for (String nonsense :
                List.of("&year=abc", "&year=99999", "&theme=<b>", "&standing=GOOD", "&start=-3", "&start=900"))
            assertThat(rows(reader.get(address + nonsense))).as(nonsense).hasSize(50);
    }

    @Test
    void the_file_has_the_rows_of_the_filter_of_all_pages() throws Exception {
        var page = reader.get(address + "&q=lanh dao (thu)&standing=MET");
        var csv = reader.fetch(
                        URLDecoder.decode(page.select(".downloads a").last().attr("href"), StandardCharsets.UTF_8))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1))
                .hasSize(1)
                .allMatch(line -> line.startsWith("\"" + share + "\",\"Tỷ lệ nữ lãnh đạo (thử)\",\"2025\",\"≥ 40\"")
                        && line.contains(",60.0,"));
        var whole = reader.get(address);
        assertThat(reader.fetch(whole.select(".downloads a").last().attr("href"))
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines())
                .hasSize(chosen(whole) + 1);
        assertThat(reader.fetch(whole.select(".downloads a").first().attr("href"))
                        .getContentType())
                .startsWith("application/vnd.openxmlformats");
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'statistics.figure.export' and fields"
                                + " ->> 'table' = 'targets'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(reader.fetch("/statistics/figures/targets/table?format=exe").getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_target_in_words_is_said_in_the_language_of_the_page() {
        var vietnamese = reader.get(address + "&q=chuong trinh giang day");
        assertThat(rows(vietnamese))
                .anyMatch(row -> row.contains("đạt vào năm 2025") && row.contains("Chỉ tiêu bằng lời"));
        var english = reader.get(address + "&q=chuong trinh giang day", "en");
        assertThat(rows(english))
                .anyMatch(row -> row.contains("achieved in 2025") && row.contains("(“achieved”)"))
                .noneMatch(row -> row.contains("đạt"));
        jdbc.sql("update stat_target set printed_en = '' where printed = 'đạt'").update();
        assertThat(reader.get(address + "&q=chuong trinh giang day", "en")
                        .select("[lang=vi]")
                        .eachText())
                .as("nobody has put it into English: the reader aloud is told")
                .contains("đạt");
    }

    @Test
    void where_no_form_gives_a_figure_of_the_year_that_is_the_reason() {
        jdbc.sql("update stat_element set over_time = 'NONE' where code = :code")
                .param("code", figures.land.leaders())
                .update();
        assertThat(rows(reader.get(address + "&q=" + share)))
                .hasSize(2)
                .allMatch(row -> row.contains("các biểu không cho số liệu của cả năm"));
    }

    @Test
    void whoever_may_not_see_the_unit_takes_no_file_of_it() {
        figures.reader("khtc", figures.land.provinces.get(0));
        assertThat(pages.as("khtc")
                        .fetch("/statistics/figures/targets/table?unit=" + figures.land.country)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("congdoan")
                        .fetch("/statistics/figures/targets/table")
                        .getStatus())
                .isEqualTo(403);
    }
}
