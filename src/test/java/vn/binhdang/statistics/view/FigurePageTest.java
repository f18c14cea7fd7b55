package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
class FigurePageTest {
    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Submissions submissions;

    InventedFigures figures;
    String staff;

    @BeforeEach
    void invent() {
        figures = new InventedFigures(jdbc, submissions, 2, 2);
        staff = "/statistics/figures/" + figures.land.staff();
        figures.report(commune(0, 0), InventedFigures.FIRST_OF_2024, 10, 20, 0, 1, 3);
        figures.report(commune(0, 0), InventedFigures.SECOND_OF_2024, 12, 20, 1, 2, 2);
        figures.report(commune(1, 0), InventedFigures.SECOND_OF_2024, 1000, 234, 0, 0, 0);
        figures.reader("thongke", figures.land.country);
    }

    @Test
    void the_figure_of_a_unit_stands_over_time_with_women_and_men_beside_each_other() {
        var page = pages.as("thongke").get(staff + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country);
        assertThat(page.select("h1").text()).isEqualTo("Cán bộ (thử)");
        assertThat(page.select("#trend-table thead th").eachText())
                .containsExactly("Kỳ", "Giá trị", "Nữ", "Nam", figures.unknown(), "Báo cáo");
        assertThat(page.select("#trend-table tbody tr").eachText())
                .containsExactly(
                        "6 tháng cuối năm 2024 1.267 1.012 254 1 2 trên 4 đã báo cáo",
                        "6 tháng đầu năm 2024 30 10 20 0 1 trên 4 đã báo cáo");
        assertThat(page.select("#chart-trend").attr("data-chart")).contains("\"values\":[30,1267]");
        assertThat(page.select("#chart-sides").attr("data-chart"))
                .contains("\"name\":\"Nữ\"")
                .contains("[10,1012]");
        assertThat(page.text()).contains("Số người").contains("Mỗi kỳ theo tổ chức, địa bàn của chính kỳ đó");
    }

    @Test
    void a_year_is_what_its_last_half_says_of_a_state() {
        var page = pages.as("thongke").get(staff + "?from=2024&to=2024&unit=" + figures.land.country);
        assertThat(page.select("#trend-table tbody tr").eachText())
                .containsExactly("năm 2024 1.267 1.012 254 1 2 trên 4 đã báo cáo");
    }

    @Test
    void one_goes_down_from_the_country_to_the_answer_of_a_commune() {
        var reader = pages.as("thongke");
        var country = reader.get(staff + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country);
        assertThat(country.select("#units-table tbody tr").eachText())
                .containsExactly(
                        "1 Tỉnh Thử 2 1.234 1.000 234 0 1 trên 2 đã báo cáo",
                        "2 Tỉnh Thử 1 33 12 20 1 1 trên 2 đã báo cáo");
        var province = reader.get(
                country.select("#units-table tbody tr:nth-child(2) a").attr("href"));
        assertThat(province.select("#units-table tbody tr").eachText())
                .containsExactly(
                        "1 Xã Thử 1.1 33 12 20 1 1 trên 1 đã báo cáo " + figures.land.formCode(),
                        "Xã Thử 1.2 Chưa có số liệu Chưa có số liệu Chưa có số liệu Chưa có số liệu 0 trên 1 đã báo"
                                + " cáo");
        var source = province.select("#units-table a[href^=/statistics/submissions/]");
        assertThat(source).hasSize(1);
        var commune = reader.get(
                province.select("#units-table tbody tr:nth-child(1) a").attr("href"));
        assertThat(commune.select("#units-table")).isEmpty();
        assertThat(commune.select("#trend-table a[href^=/statistics/submissions/]")
                        .eachAttr("href"))
                .contains(source.attr("href"))
                .hasSize(2);
    }

    @Test
    void all_units_of_a_kind_can_be_compared_however_deep_they_are() {
        var page = pages.as("thongke")
                .get(staff + "?kind=HALF&from=2024&to=2024&level=COMMUNE&unit=" + figures.land.country);
        assertThat(page.select("#units-table tbody th").eachText()).hasSize(4).startsWith("Xã Thử 2.1", "Xã Thử 1.1");
    }

    /** An indicator of the women who lead. */
    private String womenWhoLead(String code, String overUnits, String numerator, String denominator) {
        jdbc.sql("""
            with i as (insert into stat_indicator (id, code, theme) values (:id, :code, 'LEADERSHIP') returning id)
            insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, direction, kind, numerator, denominator,
                   factor, share_of, over_units, decimals, state, formula_state, valid_from)
            select :version, id, 1, :code, :code, 'MORE', :kind, :numerator, :denominator, :factor, 'BODIES', :overUnits, 0,
                   'OFFICIAL', 'OFFICIAL', date '2020-01-01'
            from   i
            """)
                .param("id", Uuid7.create())
                .param("version", Uuid7.create())
                .param("code", code)
                .param("kind", denominator.isEmpty() ? "AMOUNT" : "RATIO")
                .param("numerator", numerator)
                .param("denominator", denominator.isEmpty() ? null : denominator)
                .param("factor", denominator.isEmpty() ? 1 : 100)
                .param("overUnits", overUnits)
                .update();
        return "/statistics/figures/" + code;
    }

    @Test
    void what_does_not_add_up_stands_with_each_unit_and_its_superior_is_told_why_it_has_none() {
        var leaders = "#{" + figures.land.leaders() + ".SEX=F}";
        var median = womenWhoLead("MEDIAN." + figures.land.formCode(), "NONE", leaders, "");
        var range = "?kind=HALF&from=2024&to=2024&unit=";
        var reader = pages.as("thongke");
        var province = reader.get(median + range + figures.land.provinces.get(0));
        assertThat(province.select("#trend-table tbody tr").eachText())
                .allMatch(row -> row.contains("Không cộng được từ các đơn vị"));
        assertThat(province.select("#units-table tbody tr").eachText().getFirst())
                .startsWith("1 Xã Thử 1.1 2");
        var commune = reader.get(median + range + commune(0, 0));
        assertThat(commune.select("#trend-table tbody tr").eachText().getFirst())
                .startsWith("6 tháng cuối năm 2024 2");
    }

    @Test
    void how_many_bodies_have_at_least_one_is_asked_of_each_of_them() {
        var leaders = "#{" + figures.land.leaders() + ".SEX=F}";
        var share = womenWhoLead("BODIES." + figures.land.formCode(), "EACH", "if(" + leaders + " > 0, 1, 0)", "1");
        var page = pages.as("thongke").get(share + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country);
        assertThat(page.select("#trend-table tbody tr").eachText().getFirst())
                .startsWith("6 tháng cuối năm 2024 50 1 2");
        assertThat(page.select("#units-table tbody tr").eachText())
                .first()
                .asString()
                .startsWith("1 Tỉnh Thử 1 100 1 1");
    }

    @Test
    void provinces_are_also_shown_on_equal_tiles() {
        figures.code(figures.land.provinces.get(0), "24");
        figures.code(figures.land.provinces.get(1), "27");
        var page = pages.as("thongke").get(staff + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country);
        assertThat(page.select(".tile-map svg a").eachAttr("aria-label"))
                .containsExactlyInAnyOrder("Tỉnh Thử 1: 33", "Tỉnh Thử 2: 1.234");
        assertThat(page.select(".tile-map svg a text").eachText()).contains("BG", "BN");
    }

    @Test
    void on_the_map_of_a_day_the_page_says_so_and_the_choice_is_kept() {
        var page = pages.as("thongke")
                .get(staff + "?kind=HALF&from=2024&to=2024&on=1/7/2025&unit=" + figures.land.country);
        assertThat(page.text()).contains("Mọi kỳ được quy về tổ chức, địa bàn ngày 01/07/2025");
        assertThat(page.select("#on").attr("value")).isEqualTo("01/07/2025");
        assertThat(page.select("#units-table a").first().attr("href")).contains("on=2025-07-01");
        var wrong = pages.as("thongke").get(staff + "?on=31/02/2025&unit=" + figures.land.country);
        assertThat(wrong.select("#on").attr("value")).isEqualTo("31/02/2025");
        assertThat(wrong.select("#on-mistake").text()).startsWith("Không có ngày này");
    }

    @Test
    void the_tables_are_files_with_numbers_that_are_numbers() throws IOException {
        var reader = pages.as("thongke");
        var address = staff + "/table?kind=HALF&from=2024&to=2024&unit=" + figures.land.country;
        var csv = reader.fetch(address + "&of=units&format=csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1)).first().asString().startsWith("1,\"Tỉnh Thử 2\",1234,1000,234,0,1,2");
        var xlsx = reader.fetch(address + "&of=trend&format=xlsx").getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = book.getSheetAt(0);
            var last = sheet.getRow(sheet.getLastRowNum());
            assertThat(last.getCell(0).getStringCellValue()).isEqualTo("6 tháng cuối năm 2024");
            assertThat(last.getCell(1).getNumericCellValue()).isEqualTo(1267);
        }
        assertThat(reader.fetch(address + "&format=pdf").getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'statistics.figure.export'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void figures_of_units_out_of_reach_are_not_there() {
        figures.reader("khtc", figures.land.provinces.get(0));
        var reader = pages.as("khtc");
        assertThat(reader.fetch(staff + "?unit=" + figures.land.provinces.get(0))
                        .getStatus())
                .isEqualTo(200);
        for (var unit :
                new UnitId[] {figures.land.country, figures.land.provinces.get(1), commune(1, 0), UnitId.create()})
            assertThat(reader.fetch(staff + "?unit=" + unit).getStatus()).isEqualTo(404);
        assertThat(reader.fetch("/statistics/figures/NOTHING_OF_THE_KIND").getStatus())
                .isEqualTo(404);
        assertThat(pages.as("congdoan").fetch(staff).getStatus()).isEqualTo(403);
    }

    @Test
    void a_page_asks_the_database_twelve_times_at_most() {
        figures.code(figures.land.provinces.get(0), "24");
        var reader = pages.as("thongke");
        var address = staff + "?kind=HALF&from=2023&to=2025&unit=" + figures.land.country;
        reader.get(address);
        var sent = Statements.sentBy(() -> reader.fetch(address));
        assertThat(sent.size() + 1).as(String.join("\n", sent)).isLessThanOrEqualTo(12);
    }

    @Test
    void everything_is_said_in_english_too() {
        var page = pages.as("thongke").get(staff + "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country, "en");
        assertThat(page.select("#trend-table tbody tr").first().text())
                .isEqualTo("second half of 2024 1,267 1,012 254 1 2 of 4 reported");
    }

    private UnitId commune(int province, int number) {
        return figures.land.communes.get(province).get(number);
    }
}
