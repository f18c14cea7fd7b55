package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.Browser;

/** A statistician looks at figures: charts are drawn under the content policy, and the tables say the same without them. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class ChartsInBrowserTest {
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;
    private static InventedFigures figures;

    @BeforeAll
    static void a_country_with_figures_and_a_browser(
            @Autowired SampleDepartment department,
            @Autowired JdbcClient jdbc,
            @Autowired Submissions submissions,
            @LocalServerPort int port) {
        department.found(PASSWORD);
        jdbc.sql("update account set must_change_password = false").update();
        var places = TileLayout.on(LocalDate.of(2026, 1, 1)).places();
        figures = new InventedFigures(jdbc, submissions, places.size(), 1);
        var random = new Random(7);
        for (int i = 0; i < places.size(); i++) {
            figures.code(figures.land.provinces.get(i), places.get(i).code());
            if (i == 3) continue;
            var commune = figures.land.communes.get(i).getFirst();
            for (var period : new vn.binhdang.calendar.ReportingPeriod[] {
                InventedFigures.FIRST_OF_2024, InventedFigures.SECOND_OF_2024
            })
                figures.report(
                        commune,
                        period,
                        40 + random.nextInt(60),
                        50 + random.nextInt(60),
                        random.nextInt(3),
                        random.nextInt(6),
                        3 + random.nextInt(6));
        }
        figures.reader("thongke", figures.land.country);
        browser = new Browser(port);
        browser.signIn("thongke", PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_figure_is_drawn_and_stands_in_the_table_beneath() {
        String address = "/statistics/figures/" + figures.land.staff() + "?kind=HALF&from=2024&to=2024&unit="
                + figures.land.country;
        browser.onDesktop();
        browser.open(address);
        browser.find("#chart-trend[data-drawn] svg");
        browser.find("#chart-ranks[data-drawn] svg");
        assertThat(browser.driver().findElements(By.cssSelector("#chart-sides svg path")))
                .hasSizeGreaterThan(3);
        assertThat(browser.driver().findElements(By.cssSelector("#chart-sides svg pattern")))
                .as("patterns that tell women from men without colour")
                .hasSizeGreaterThan(1);
        assertThat(browser.driver().findElements(By.cssSelector(".tile-map svg a")))
                .hasSize(34);
        whole("figure-desktop");
        browser.checkPage();
        browser.onPhone();
        browser.open(address);
        browser.find("#chart-ranks[data-drawn] svg");
        whole("figure-phone");
        browser.checkPage();
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .as("complaints of the browser, of its content policy too")
                .isEmpty();
    }

    /** The whole page in one picture. */
    private static void whole(String name) {
        var size = browser.driver().manage().window().getSize();
        Object height = browser.driver().executeScript("return document.documentElement.scrollHeight");
        browser.driver()
                .manage()
                .window()
                .setSize(new org.openqa.selenium.Dimension(
                        size.getWidth(), ((Number) java.util.Objects.requireNonNull(height)).intValue() + 150));
        browser.picture(name);
        browser.driver().manage().window().setSize(size);
    }
}
