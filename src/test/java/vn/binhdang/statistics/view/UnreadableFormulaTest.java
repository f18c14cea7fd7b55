package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.indicator.Indicators;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What stands in the database may be older than the language of formulas, or written by another hand. */
@PageTest
class UnreadableFormulaTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Indicators indicators;

    private InventedFigures figures;
    private Pages.Visit reader;
    private String share;
    private String unit;

    @BeforeEach
    void invent() {
        figures = new InventedFigures(jdbc, submissions, 2, 1);
        figures.report(figures.land.communes.get(0).get(0), InventedFigures.SECOND_OF_2024, 12, 20, 1, 3, 2);
        share = figures.shareOfWomen();
        figures.reader("thongke", figures.land.country);
        reader = pages.as("thongke");
        unit = "unit=" + figures.land.country;
    }

    private void store(String numerator) {
        jdbc.sql("""
            update stat_indicator_version set numerator = :numerator
            where  indicator_id = (select id from stat_indicator where code = :code)
            """).param("numerator", numerator).param("code", share).update();
    }

    @Test
    void it_has_no_value_for_this_reason_and_all_others_have_theirs() {
        for (String broken : List.of("#{", "1 +", "1 < 2", "#{NOBODY.SEX=F", "100.000,5")) {
            store(broken);
            var figure = reader.get("/statistics/figures/" + share + "?" + unit);
            assertThat(figure.select(".finding").text())
                    .as(broken)
                    .isEqualTo("Không có giá trị: Không đọc được công thức.");
            assertThat(reader.get("/statistics/figures/" + figures.land.staff() + "?" + unit + "&kind=HALF")
                            .select("#trend-table tbody")
                            .text())
                    .contains("33");
            assertThat(reader.get("/statistics/figures/targets?" + unit + "&q=" + share)
                            .select("#targets-table tbody tr")
                            .eachText())
                    .hasSize(2)
                    .allMatch(row -> row.contains("Không đọc được công thức"));
            var board =
                    reader.get("/statistics/figures?kind=HALF&" + unit + "&m=" + figures.land.staff() + "&m=" + share);
            assertThat(board.select(".board .figure-card").eachText())
                    .hasSize(2)
                    .anyMatch(card ->
                            card.startsWith("Tỷ lệ nữ lãnh đạo (thử)") && card.contains("Không đọc được công thức"))
                    .anyMatch(card -> card.startsWith("Cán bộ (thử)") && card.contains("33"));
            for (String path : List.of("compare", "pivot"))
                reader.get("/statistics/figures/" + path + "?" + unit, "en");
            var page = reader.get("/statistics/indicators/" + id());
            assertThat(page.select(".finding-error").text()).contains("Không đọc được công thức đang lưu");
            assertThat(page.select("code").eachText()).contains(broken);
            reader.get("/statistics/indicators");
            reader.get("/statistics/publications");
        }
        store("#{%s.SEX=F}".formatted(figures.land.leaders()));
        assertThat(reader.get("/statistics/figures/" + share + "?" + unit + "&kind=HALF")
                        .select("#trend-table tbody")
                        .text())
                .contains("60,0");
    }

    private String id() {
        return jdbc.sql("select id from stat_indicator where code = :code")
                .param("code", share)
                .query(String.class)
                .single();
    }

    @Test
    void the_operator_is_told_once() {
        var log = (Logger) LoggerFactory.getLogger(Indicators.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.addAppender(heard);
        try {
            store("#{");
            indicators.current();
            jdbc.sql("update stat_target set source = source").update();
            indicators.current();
            reader.get("/statistics/figures?" + unit);
        } finally {
            log.detachAppender(heard);
        }
        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(1)
                .allMatch(line -> line.startsWith("the formula of the indicator version ") && line.contains("#{"));
    }
}
