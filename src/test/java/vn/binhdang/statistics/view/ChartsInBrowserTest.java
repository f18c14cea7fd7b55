package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
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
    private static String share;

    @TempDir
    static Path downloads;

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
        share = figures.shareOfWomen();
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

    @Test
    void shares_of_few_people_are_drawn_with_their_intervals() {
        browser.onDesktop();
        browser.open("/statistics/figures/" + share + place());
        browser.find("#chart-ranks[data-drawn] svg");
        assertThat(browser.find("#chart-ranks").getAttribute("data-chart")).contains("\"low\":[");
        assertThat(browser.driver().findElements(By.cssSelector("#units-table thead th")))
                .extracting(WebElement::getText)
                .contains("Khoảng");
        assertThat(browser.driver().findElements(By.cssSelector("#chart-ranks svg path")))
                .as("a bar from end to end and a point for each of 33 provinces")
                .hasSizeGreaterThan(66);
        whole("figure-intervals");
        browser.checkPage();
        browser.onPhone();
        browser.open("/statistics/figures/" + share + place());
        browser.find("#chart-ranks[data-drawn] svg");
        whole("figure-intervals-phone");
        browser.checkPage();
    }

    @Test
    void every_page_of_figures_is_read_on_a_desktop_and_on_a_phone_in_both_languages() {
        String figure = "&m=" + figures.land.staff() + "&m=" + figures.land.leaders() + "&m=" + share;
        browser.onDesktop();
        browser.open("/statistics/figures" + place() + figure);
        browser.press("Lưu thành bảng mới");
        browser.type("#name", "Cán bộ và lãnh đạo nữ");
        new Select(browser.find("#look-2")).selectByValue("SIDES");
        new Select(browser.find("#look-3")).selectByValue("RANKS");
        browser.press("Lưu");
        browser.see("Đã lưu bảng mới.");
        String named = browser.path().replaceAll("\\?.*", "");
        for (String language : List.of("vi", "en")) {
            browser.driver().manage().addCookie(new Cookie("language", language));
            for (var page : Map.of(
                            "dashboard", "/statistics/figures" + place() + figure,
                            "dashboard-named", named + place(),
                            "dashboard-form", named + "/change",
                            "dashboards", "/statistics/dashboards",
                            "compare", "/statistics/figures/compare" + place(),
                            "pivot", "/statistics/figures/pivot" + place() + figure + "&rows=unit&columns=period",
                            "targets", "/statistics/figures/targets?unit=" + figures.land.country)
                    .entrySet())
                for (boolean phone : new boolean[] {false, true}) {
                    if (phone) browser.onPhone();
                    else browser.onDesktop();
                    browser.open(page.getValue());
                    browser.checkPage();
                    whole(page.getKey() + "-" + language + (phone ? "-phone" : ""));
                }
        }
        browser.onDesktop();
        browser.open("/statistics/figures/" + figures.land.staff() + place());
        assertThat(browser.find("#chart-trend").getAttribute("data-chart")).contains("\"language\":\"en\"");
        assertThat(browser.find("#chart-trend svg").getAttribute("textContent"))
                .as("English numbers in the chart")
                .containsPattern("\\d,\\d{3}");
        browser.driver().manage().addCookie(new Cookie("language", "vi"));
        browser.open("/statistics/figures/" + figures.land.staff() + place());
        assertThat(browser.find("#chart-trend svg").getAttribute("textContent")).containsPattern("\\d\\.\\d{3}");
    }

    @Test
    void pictures_and_tables_are_taken_as_files_that_hold_what_the_page_shows() throws Exception {
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.onDesktop();
        browser.open("/statistics/figures/" + figures.land.staff() + place());
        String shown = browser.find("#trend-table tbody td.number").getText();
        String digits = shown.replace(".", "");
        browser.click("#chart-trend [data-save=svg]");
        var svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(downloaded(".svg").toFile());
        assertThat(svg.getDocumentElement().getTextContent()).contains(shown);
        browser.click("#chart-trend [data-save=png]");
        var picture = ImageIO.read(downloaded(".png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(600);
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                        .distinct()
                        .count())
                .as("colours of the picture")
                .isGreaterThan(20);
        browser.click("a[href*='of=trend&format=csv']");
        assertThat(Files.readString(downloaded(".csv"))).contains("," + digits + ",");
        browser.click("a[href*='of=trend&format=xlsx']");
        try (var book = new XSSFWorkbook(downloaded(".xlsx").toFile())) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(1).getNumericCellValue())
                    .isEqualTo(Double.parseDouble(digits));
        }
    }

    private static Path downloaded(String ending) {
        return browser.waiting().until(d -> {
            try (var files = Files.list(downloads)) {
                return files.filter(file -> file.toString().endsWith(ending))
                        .findFirst()
                        .orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_figure_and_a_dashboard_are_printed_with_their_charts_and_tables_and_nothing_else() throws Exception {
        browser.onDesktop();
        for (var page : Map.of(
                        "figure", "/statistics/figures/" + figures.land.staff() + place(),
                        "dashboard", "/statistics/figures" + place() + "&m=" + figures.land.staff() + "&m=" + share)
                .entrySet()) {
            browser.open(page.getValue());
            browser.find("[data-drawn] svg");
            String value = browser.find("table tbody td.number").getText();
            var printed = browser.driver()
                    .executeCdpCommand(
                            "Page.printToPDF",
                            Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false));
            byte[] pdf = Base64.getDecoder().decode((String) Objects.requireNonNull(printed.get("data")));
            Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(Path.of("target", "screenshots", "print-" + page.getKey() + ".pdf"), pdf);
            try (var document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(text).contains(value).contains("6 tháng cuối năm 2024");
                assertThat(text).as("no navigation, no buttons").doesNotContain("PNG", "XLSX", "Đăng xuất", "Đến năm");
            }
        }
    }

    private static String place() {
        return "?kind=HALF&from=2024&to=2024&unit=" + figures.land.country;
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
