package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

/** Dashboards that people make for a unit. */
@PageTest
class NamedDashboardTest {
    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Submissions submissions;

    InventedFigures figures;
    Pages.Visit clerk;
    String country;

    @BeforeEach
    void invent() {
        figures = new InventedFigures(jdbc, submissions, 2, 2);
        figures.report(figures.land.communes.get(0).get(0), InventedFigures.FIRST_OF_2024, 10, 20, 0, 1, 3);
        figures.report(figures.land.communes.get(1).get(0), InventedFigures.SECOND_OF_2024, 1000, 234, 0, 0, 0);
        figures.reader("thongke", figures.land.country);
        clerk = pages.as("thongke");
        country = "Nước " + figures.land.formCode();
        jdbc.sql("update unit_name set name = :name where unit_id = :id")
                .param("name", country)
                .param("id", figures.land.country.value())
                .update();
        jdbc.sql("delete from stat_dashboard").update();
    }

    @Test
    void somebody_makes_a_dashboard_with_charts_in_an_order_and_everybody_who_sees_the_unit_sees_it() {
        var start = clerk.get("/statistics/figures?unit=" + figures.land.country + "&m=" + figures.land.staff());
        var form = clerk.get(start.select("a[href^=/statistics/dashboards/new]").attr("href"));
        assertThat(form.select("#code-1 option[selected]").attr("value")).isEqualTo(figures.land.staff());
        assertThat(form.select("#unit").attr("value")).isEqualTo(country);
        String address =
                make("Cán bộ, lãnh đạo", "2", figures.land.staff(), "SIDES", "1", figures.land.leaders(), "RANKS");
        figures.reader("khtc", figures.land.country);
        var page = pages.as("khtc").get(address + "?kind=HALF&from=2024&to=2024");
        assertThat(page.select("h1").text()).isEqualTo("Cán bộ, lãnh đạo");
        assertThat(page.select(".board-name").eachText()).containsExactly("Lãnh đạo (thử)", "Cán bộ (thử)");
        assertThat(page.select("#table-0 thead th").first().text()).isEqualTo("Đơn vị");
        assertThat(page.select("#table-0 tbody th").eachText()).containsExactlyInAnyOrder("Tỉnh Thử 1", "Tỉnh Thử 2");
        assertThat(page.select("#table-1 thead th").eachText())
                .containsExactly("Kỳ", "Giá trị", "Nữ", "Nam", figures.unknown(), "Báo cáo");
        assertThat(page.select("#table-1 tbody tr").first().text())
                .startsWith("6 tháng cuối năm 2024 1.234 1.000 234 0");
        assertThat(page.select("#chart-board-1").attr("data-chart")).contains("\"kind\":\"BARS\"");
        assertThat(deeds()).containsExactly("statistics.dashboard.make");
        assertThat(clerk.get(address + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.provinces.get(1), "en")
                        .text())
                .contains("1,234");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
        var answer = clerk.post(
                "/statistics/dashboards",
                fields("", "Nơi không có", List.of("x", figures.land.staff(), "LINES", "1", "KHONG_CO", "LINES")));
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select(".field-problem").eachText())
                .contains("Hãy đặt tên cho bảng.", "Thứ tự là một số từ 0 đến 999.")
                .contains("Không có số liệu này. Hãy chọn trong danh sách.");
        assertThat(page.select("#unit").attr("value")).isEqualTo("Nơi không có");
        assertThat(page.select("#unit").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#place-1").attr("value")).isEqualTo("x");
        assertThat(page.select("#code-2 option[selected]").attr("value")).isEqualTo("KHONG_CO");
        var none = Pages.parse(clerk.post("/statistics/dashboards", fields("Tên", country, List.of("", "", "LINES"))));
        assertThat(none.select(".field-problem").text()).isEqualTo("Hãy chọn từ 1 đến 12 biểu đồ.");
        var longer = clerk.post(
                "/statistics/dashboards",
                fields("ă".repeat(121), country, List.of("", figures.land.staff(), "<script>")));
        assertThat(Pages.parse(longer).select(".field-problem").eachText())
                .contains("Tên dài nhất 120 ký tự.", "Không có cách vẽ này. Hãy chọn trong danh sách.");
        assertThat(jdbc.sql("select count(*) from stat_dashboard")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_two_who_change_it_at_once_the_second_sees_what_the_first_stored_and_loses_nothing() {
        String address = make("Một", "1", figures.land.staff(), "LINES");
        var one = change("Của người thứ nhất", "1", List.of("1", figures.land.leaders(), "BARS"));
        var other = change("Của người thứ hai", "1", List.of("1", figures.land.staff(), "TABLE"));
        assertThat(clerk.post(address + "/change", one).getRedirectedUrl()).startsWith(address);
        var answer = clerk.post(address + "/change", other);
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select("[role=alert] li").eachText())
                .containsExactly("Của người thứ nhất", "Lãnh đạo (thử): Cột qua các kỳ");
        assertThat(page.select("#name").attr("value")).isEqualTo("Của người thứ hai");
        assertThat(page.select("#look-1 option[selected]").attr("value")).isEqualTo("TABLE");
        assertThat(clerk.get(address).select("h1").text()).isEqualTo("Của người thứ nhất");
        other[3] = page.select("[name=version]").attr("value");
        assertThat(clerk.post(address + "/change", other).getRedirectedUrl()).startsWith(address);
        assertThat(clerk.get(address).select("h1").text()).isEqualTo("Của người thứ hai");
        assertThat(clerk.post(address + "/delete", "version", "1").getStatus()).isEqualTo(409);
        assertThat(deeds())
                .containsExactly(
                        "statistics.dashboard.make", "statistics.dashboard.change", "statistics.dashboard.change");
    }

    @Test
    void it_is_copied_found_by_its_name_deleted_and_brought_back() {
        String address = make("Bảng 100 % của tôi", "1", figures.land.staff(), "LINES");
        var copy = clerk.get(clerk.get(address).select("a[href*=like]").attr("href"));
        assertThat(copy.select("#name").attr("value")).isEqualTo("Bảng 100 % của tôi (bản sao)");
        make("Bảng khác", "1", figures.land.leaders(), "LINES");
        assertThat(clerk.get("/statistics/dashboards")
                        .select("#dashboards tbody a")
                        .eachText())
                .containsExactly("Bảng tổng hợp số liệu", "Bảng 100 % của tôi", "Bảng khác");
        assertThat(clerk.get("/statistics/dashboards?q=cua BANG")
                        .select("#dashboards tbody a")
                        .eachText())
                .containsExactly("Bảng 100 % của tôi");
        assertThat(clerk.get("/statistics/dashboards?q=100 %")
                        .select("#dashboards tbody a")
                        .eachText())
                .containsExactly("Bảng 100 % của tôi");
        var nothing = clerk.get("/statistics/dashboards?q=không có");
        assertThat(nothing.select(".empty-state").text()).startsWith("Không có bảng nào có tên như vậy.");
        var deleted = clerk.post(address + "/delete", "version", "1");
        var list = clerk.get(Objects.requireNonNull(deleted.getRedirectedUrl()));
        assertThat(list.select("#dashboards tbody a").eachText()).doesNotContain("Bảng 100 % của tôi");
        assertThat(clerk.fetch(address).getStatus()).isEqualTo(404);
        var restore = list.select("form[action$=restore]").attr("action");
        assertThat(clerk.post(restore).getRedirectedUrl()).startsWith(address);
        assertThat(clerk.post(restore).getRedirectedUrl()).startsWith(address);
        assertThat(clerk.get(address).select("h1").text()).isEqualTo("Bảng 100 % của tôi");
        assertThat(deeds())
                .containsExactly(
                        "statistics.dashboard.make",
                        "statistics.dashboard.make",
                        "statistics.dashboard.delete",
                        "statistics.dashboard.restore");
    }

    @Test
    void a_figure_that_is_gone_is_said_and_stays_until_somebody_changes_it() {
        String address = make("Một", "1", figures.land.staff(), "LINES");
        jdbc.sql("update stat_dashboard set codes = '{GONE_AWAY}'").update();
        assertThat(clerk.get(address).select(".figure-card").text())
                .contains("GONE_AWAY")
                .contains("không còn biểu nào thu thập");
        var form = clerk.get(address + "/change");
        assertThat(form.select("#code-1 option[selected]").attr("value")).isEqualTo("GONE_AWAY");
    }

    @Test
    void dashboards_of_units_out_of_reach_are_not_there_and_without_the_role_nobody_makes_one() {
        String address = make("Một", "1", figures.land.staff(), "LINES");
        figures.reader("khtc", figures.land.provinces.get(0));
        var other = pages.as("khtc");
        for (String path : List.of(address, address + "/change", "/statistics/dashboards/new?like=" + id(address)))
            assertThat(other.fetch(path).getStatus()).as(path).isEqualTo(404);
        assertThat(other.post(address + "/delete", "version", "1").getStatus()).isEqualTo(404);
        assertThat(other.post(address + "/restore").getStatus()).isEqualTo(404);
        assertThat(other.post(address + "/change", change("Hai", "1", List.of("1", figures.land.staff(), "LINES")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(other.get("/statistics/dashboards")
                        .select("#dashboards tbody a")
                        .eachText())
                .containsExactly("Bảng tổng hợp số liệu");
        assertThat(other.post(
                                "/statistics/dashboards",
                                fields("Hai", country, List.of("1", figures.land.staff(), "LINES")))
                        .getStatus())
                .isEqualTo(422);
        var leader = pages.as("giamdoc");
        assertThat(leader.fetch("/statistics/dashboards").getStatus()).isEqualTo(200);
        assertThat(leader.fetch("/statistics/dashboards/new").getStatus()).isEqualTo(403);
        assertThat(pages.as("congdoan").fetch("/statistics/dashboards").getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_dashboard_of_every_kind_of_chart_asks_the_database_twelve_times_at_most() {
        var lines = new ArrayList<String>();
        for (var look : Dashboard.Look.values()) {
            lines.addAll(List.of("", figures.land.staff(), look.name()));
            lines.addAll(List.of("", figures.land.leaders(), look.name()));
        }
        String address = make("Mười", lines.toArray(String[]::new)) + "?kind=HALF&from=2023&to=2025";
        clerk.get(address);
        var sent = Statements.sentBy(() -> clerk.fetch(address));
        assertThat(sent.size() + 1).as(String.join("\n", sent)).isLessThanOrEqualTo(12);
        clerk.get("/statistics/dashboards");
        var listed = Statements.sentBy(() -> clerk.fetch("/statistics/dashboards"));
        assertThat(listed.size() + 1).as(String.join("\n", listed)).isLessThanOrEqualTo(12);
    }

    /** Places, codes and looks in turn. */
    private String make(String name, String... lines) {
        var answer = clerk.post("/statistics/dashboards", fields(name, country, List.of(lines)));
        assertThat(answer.getStatus())
                .as(Pages.parse(answer).select(".field-problem").text())
                .isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl()).replaceAll("\\?.*", "");
    }

    private static String[] fields(String name, String unit, List<String> lines) {
        return sent(List.of("name", name, "unit", unit), lines);
    }

    private static String[] change(String name, String version, List<String> lines) {
        return sent(List.of("name", name, "version", version), lines);
    }

    private static String[] sent(List<String> head, List<String> lines) {
        var fields = new ArrayList<>(head);
        String[] names = {"place", "code", "look"};
        for (int i = 0; i < lines.size(); i++) fields.addAll(List.of(names[i % 3], lines.get(i)));
        return fields.toArray(String[]::new);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private List<String> deeds() {
        return jdbc.sql("""
            select action from audit_row
            where  action like 'statistics.dashboard.%' and record_id in (select id from stat_dashboard) order by at, no
            """).query(String.class).list();
    }
}
