package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
class DashboardPageTest {
    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Submissions submissions;

    InventedFigures figures;
    String place;

    @BeforeEach
    void invent() {
        figures = new InventedFigures(jdbc, submissions, 2, 2);
        figures.report(figures.land.communes.get(0).get(0), InventedFigures.FIRST_OF_2024, 10, 20, 0, 1, 3);
        figures.report(figures.land.communes.get(0).get(0), InventedFigures.SECOND_OF_2024, 12, 20, 1, 2, 2);
        figures.report(figures.land.communes.get(1).get(0), InventedFigures.SECOND_OF_2024, 1000, 234, 0, 0, 0);
        figures.reader("thongke", figures.land.country);
        place = "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country + "&m=" + figures.land.staff() + "&m="
                + figures.land.leaders();
    }

    @Test
    void a_dashboard_shows_the_chosen_figures_of_a_unit_each_with_its_table() {
        var page = pages.as("thongke").get("/statistics/figures" + place);
        assertThat(page.select(".board .board-name").eachText())
                .containsExactlyInAnyOrder("Cán bộ (thử)", "Lãnh đạo (thử)");
        assertThat(page.select("[data-figure=" + figures.land.staff() + "] tbody tr")
                        .eachText())
                .containsExactly(
                        "6 tháng cuối năm 2024 1.267 2 trên 4 đã báo cáo",
                        "6 tháng đầu năm 2024 30 1 trên 4 đã báo cáo");
        assertThat(page.select("figure.chart")).hasSize(2);
        assertThat(page.select("input[name=m][checked]")).hasSize(2);
    }

    @Test
    void two_periods_are_compared_with_what_they_rest_on() {
        var page = pages.as("thongke").get("/statistics/figures/compare" + place);
        assertThat(page.select("#compare-table tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Cán bộ (thử) Số người 30 1.267 +1.237 +4.123,3 %")
                        && row.endsWith("1 trên 4 đã báo cáo, sau đó 2 trên 4"));
    }

    @Test
    void every_target_stands_on_the_scorecard_also_those_of_which_no_figure_can_be_had() {
        figures.shareOfWomen();

        var reader = pages.as("thongke");
        var page = reader.get("/statistics/figures/targets?unit=" + figures.land.country);

        var rows =
                new java.util.ArrayList<>(page.select("#targets-table tbody tr").eachText());
        for (var more = page.select("a[rel=next]"); !more.isEmpty(); more = page.select("a[rel=next]")) {
            page = reader.get(more.attr("href"));
            rows.addAll(page.select("#targets-table tbody tr").eachText());
        }
        assertThat(rows).anyMatch(row -> row.startsWith("Tỷ lệ nữ lãnh đạo (thử)") && row.contains("năm 2025"));
        assertThat(rows)
                .anyMatch(row -> row.contains("chưa có biểu nào hỏi đủ các số để tính"))
                .anyMatch(row -> row.contains("Không có giá trị: Chưa có công thức."));
        assertThat(page.select(".figure-big:not(:first-child) b").eachText().stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(rows.size());
    }

    @Test
    void of_more_than_ten_charts_the_page_says_which_it_shows_and_leads_to_the_others() {
        var reader = pages.as("thongke");
        var every = reader.get("/statistics/figures?kind=YEAR&unit=" + figures.land.country);
        var codes = every.select(".board-offers input[name=m]").eachAttr("value");
        assertThat(codes).hasSizeGreaterThan(12);
        assertThat(every.select(".finding").text()).contains("Biểu đồ 1–10 trong ");
        assertThat(every.select(".board-offers input[checked]")).hasSize(10);

        var address = "/statistics/figures?kind=YEAR&unit=" + figures.land.country + "&m="
                + String.join("&m=", codes.subList(0, 12));
        var page = reader.get(address);
        assertThat(page.select(".board .figure-card")).hasSize(10);
        assertThat(page.select(".board-offers input[checked]")).hasSize(12);
        assertThat(page.select(".finding").text())
                .contains("Biểu đồ 1–10 trong 12 số liệu; những biểu đồ còn lại ở trang trước hoặc trang sau.");
        var rest = reader.get(
                Objects.requireNonNull(page.select("a[rel=next]").first()).attr("href"));
        assertThat(rest.select(".board .figure-card")).hasSize(2);
        assertThat(rest.select(".board-offers input[checked]")).hasSize(12);
        assertThat(rest.select(".finding").text()).contains("Biểu đồ 11–12 trong 12 số liệu");
        assertThat(rest.select("a[rel=next]")).isEmpty();
        assertThat(reader.get(rest.select("a[rel=prev]").attr("href"))
                        .select(".board .board-name")
                        .eachText())
                .isEqualTo(page.select(".board .board-name").eachText());
        assertThat(reader.get(address + "&start=-7", "en").select(".finding").text())
                .contains("Charts 1 to 10 of 12 figures");
        assertThat(reader.get("/statistics/figures" + place).select(".finding")).isEmpty();
    }

    @Test
    void bodies_that_units_counted_bear_a_mark_and_a_sentence_on_the_map_of_another_day() {
        jdbc.sql("update stat_element set measure = 'BODIES' where code = :code")
                .param("code", figures.land.staff())
                .update();
        var reader = pages.as("thongke");
        var figure = "/statistics/figures/" + figures.land.staff() + "?kind=HALF&unit=" + figures.land.country;
        for (String path : new String[] {
            figure,
            "/statistics/figures" + place,
            "/statistics/figures/compare" + place,
            "/statistics/figures/pivot" + place
        }) {
            assertThat(reader.get(path).select(".figure-map").text()).as(path).doesNotContain("đếm hơn một lần");
            assertThat(reader.get(path + "&on=01/07/2025").select(".figure-map").text())
                    .as(path)
                    .contains("cơ quan đã hợp nhất có thể được đếm hơn một lần");
        }
        assertThat(reader.get(figure + "&on=01/07/2025").select(".lead").text()).contains("cộng như đã báo cáo");
        assertThat(reader.get("/statistics/figures" + place + "&on=01/07/2025", "en")
                        .select(".board .figure-said")
                        .eachText())
                .anyMatch(words -> words.contains("added as reported"))
                .anyMatch(words -> !words.contains("added as reported"));
        jdbc.sql("update stat_element set about_itself = true where code = :code")
                .param("code", figures.land.staff())
                .update();
        assertThat(reader.get(figure + "&on=01/07/2025").select(".figure-map").text())
                .as("what each says of itself is not added there")
                .doesNotContain("đếm hơn một lần");
    }

    @Test
    void more_periods_than_a_page_shows_are_said_to_be_left_out() {
        var reader = pages.as("thongke");
        var address = "/statistics/figures?unit=" + figures.land.country + "&m=" + figures.land.staff() + "&kind=HALF";
        assertThat(reader.get(address + "&from=1990").select(".figure-map").text())
                .startsWith("Chỉ hiển thị 60 kỳ gần nhất");
        assertThat(reader.get(address).select(".figure-map").text()).doesNotContain("60 kỳ");
    }

    @Test
    void a_table_is_turned_as_one_likes_and_taken_as_a_file() throws Exception {
        var reader = pages.as("thongke");
        var address = "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country + "&m=" + figures.land.staff()
                + "&rows=unit&columns=category";
        var page = reader.get("/statistics/figures/pivot" + address);
        assertThat(page.select("#pivot-table thead th").eachText())
                .containsExactly("Đơn vị / Phân tổ", "Tổng số", "Nữ", "Nam", figures.unknown());
        assertThat(page.select("#pivot-table tbody tr").eachText())
                .hasSize(3)
                .anyMatch(row -> row.equals("Tỉnh Thử 2 1.234 1.000 234 0"));
        var periods = reader.get("/statistics/figures/pivot" + place + "&rows=indicator&columns=period");
        assertThat(periods.select("#pivot-table tbody tr").eachText())
                .anyMatch(row -> row.equals("Cán bộ (thử) 30 1.267"));
        var csv = reader.fetch("/statistics/figures/pivot/table" + address + "&format=csv")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).anyMatch(line -> line.equals("\"Tỉnh Thử 2\",1234,1000,234,0"));
    }

    @Test
    void a_pivot_table_of_several_figures_shows_each_of_them_wherever_they_stand() {
        var page = pages.as("thongke").get("/statistics/figures/pivot" + place + "&rows=unit&columns=period", "en");
        assertThat(page.select("#pivot-table tbody th").eachText())
                .hasSize(6)
                .anyMatch(head -> head.equals("Cán bộ (thử) · Tỉnh Thử 1"))
                .anyMatch(head -> head.equals("Lãnh đạo (thử) · Tỉnh Thử 1"));
        assertThat(page.select("#pivot-table tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Cán bộ (thử) · Tỉnh Thử 2") && row.endsWith(" 1,234"));
    }

    @Test
    void units_out_of_reach_are_not_there_and_without_the_role_nothing_is() {
        figures.reader("khtc", figures.land.provinces.get(0));
        for (String path : new String[] {
            "/statistics/figures",
            "/statistics/figures/compare",
            "/statistics/figures/pivot",
            "/statistics/figures/targets"
        }) {
            assertThat(pages.as("khtc")
                            .fetch(path + "?unit=" + figures.land.country)
                            .getStatus())
                    .isEqualTo(404);
            assertThat(pages.as("congdoan").fetch(path).getStatus()).isEqualTo(403);
        }
    }

    @Test
    void these_pages_ask_the_database_twelve_times_at_most() {
        var reader = pages.as("thongke");
        for (String path : new String[] {
            "/statistics/figures",
            "/statistics/figures/compare",
            "/statistics/figures/pivot",
            "/statistics/figures/targets"
        }) {
            reader.get(path + place, "en");
            var sent = Statements.sentBy(() -> reader.fetch(path + place));
            assertThat(sent.size() + 1).as(path + String.join("\n", sent)).isLessThanOrEqualTo(12);
        }
        assertThat(Objects.requireNonNull(place)).contains("unit=");
    }
}
