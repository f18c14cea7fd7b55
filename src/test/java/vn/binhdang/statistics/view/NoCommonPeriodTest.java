package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** An indicator whose parts are asked for, one each half and the other each year, and do not add up over time. */
@PageTest
class NoCommonPeriodTest {
    private static final String REASON = "Không có giá trị: các biểu hỏi những số để tính không có kỳ nào chung.";

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Submissions submissions;

    private InventedFigures figures;
    private Pages.Visit reader;
    private String share;
    private String unit;

    @BeforeEach
    void invent() {
        figures = new InventedFigures(jdbc, submissions, 1, 1);
        share = figures.shareOfWomen();
        String yearly = figures.land.staff().replace("_STAFF", "_YEARLY");
        jdbc.sql("""
            with form as (
                insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
                select gen_random_uuid(), :code, 'Biểu năm', 'Yearly form', id, 'YEAR', date '2020-01-01'
                from   stat_regime where code = 'ND09' returning id),
            element as (
                insert into stat_element (id, code, name_vi, name_en, measure, over_time)
                values (gen_random_uuid(), :code, 'Cả năm', 'Of the year', 'PEOPLE', 'NONE') returning id)
            insert into stat_slot (form_id, slot, element_id, combination) select form.id, 0, element.id, '' from form, element
            """).param("code", yearly).update();
        jdbc.sql("update stat_element set over_time = 'NONE' where code = :code")
                .param("code", figures.land.leaders())
                .update();
        jdbc.sql("""
            update stat_indicator_version set denominator = :denominator
            where  indicator_id = (select id from stat_indicator where code = :code)
            """)
                .param("denominator", "#{" + yearly + "}")
                .param("code", share)
                .update();
        figures.reader("thongke", figures.land.country);
        reader = pages.as("thongke");
        unit = "unit=" + figures.land.country;
    }

    @Test
    void every_page_says_that_and_none_that_it_is_gone() {
        assertThat(reader.get("/statistics/figures/" + share + "?" + unit)
                        .select(".finding")
                        .text())
                .isEqualTo(REASON);
        assertThat(reader.get("/statistics/figures?" + unit + "&m=" + share)
                        .select(".board .figure-card")
                        .text())
                .startsWith("Tỷ lệ nữ lãnh đạo (thử)")
                .contains(REASON)
                .doesNotContain("không còn");
        assertThat(reader.get("/statistics/figures/targets?" + unit + "&q=" + share)
                        .select("#targets-table tbody tr")
                        .eachText())
                .hasSize(2)
                .allMatch(row -> row.contains(REASON));
        assertThat(reader.get("/statistics/figures/" + share + "?" + unit, "en")
                        .select(".finding")
                        .text())
                .isEqualTo(
                        "There is no value: the forms that ask for what it is computed from have no period in common.");
    }
}
