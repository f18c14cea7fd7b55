package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import biweekly.Biweekly;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.PlanId;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The clerk puts tasks in order, sees them along the year and in the calendar, prints the year on one sheet of A3, and reads
 * the calendar with another program until the address is revoked.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class CalendarTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final double MILLIMETRE = 72 / 25.4;

    private static final List<String> DEEDS = List.of(
            "Tập huấn kiến thức bình đẳng giới cho công chức, viên chức, người lao động của các phòng, đơn vị thuộc Sở",
            "Truyền thông trên cổng thông tin điện tử",
            "Rà soát, bổ sung quy hoạch cán bộ nữ; báo cáo Sở Nội vụ theo quy định",
            "Tổ chức sinh hoạt chuyên đề phòng, chống bạo lực trên cơ sở giới, mời chuyên gia, lồng ghép với sinh hoạt"
                    + " của Công đoàn và Đoàn Thanh niên, hưởng ứng Tháng hành động vì bình đẳng giới");

    private static Browser browser;
    private static int port;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void a_department_and_a_browser(@Autowired SampleDepartment department, @LocalServerPort int at) {
        department.found(FIRST_PASSWORD);
        port = at;
        browser = new Browser(at);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static DocumentTask[] year(int count) {
        return year(count, DEEDS);
    }

    private static DocumentTask[] year(int count, List<String> deeds) {
        var tasks = new DocumentTask[count];
        for (int i = 0; i < count; i++)
            tasks[i] = task(
                    String.valueOf(i + 1),
                    deeds.get(i % deeds.size()),
                    i % 3 == 0 ? "Văn phòng" : "Phòng Quản lý khoa học",
                    i % 13 == 12 ? null : LocalDate.of(2026, i % 12 + 1, i % 28 + 1));
        return tasks;
    }

    @Test
    void the_clerk_orders_sees_prints_subscribes_and_revokes() throws Exception {
        var running = new RunningPlan(product);
        var clerk = pages.actor("vanphong");
        var plan = running.issued(clerk, "Thực hiện công tác bình đẳng giới năm 2026", year(40));
        firstSignIn("vanphong");
        theOrderOfWork(plan, running);
        theCalendar();
        theSheet(plan, 40, 1);
        var longPlan = running.issued(clerk, "Kế hoạch rất dài", year(300));
        int sheets = theSheet(longPlan, 300, -1);
        assertThat(sheets).isGreaterThan(1);
        for (int count : new int[] {1, 55, 75, 100})
            theSheet(running.issued(clerk, "Kế hoạch " + count, year(count)), count, -1);
        var capitals = DEEDS.stream()
                .map(deed -> deed.toUpperCase(Locale.forLanguageTag("vi")))
                .toList();
        var wordy = List.of(String.join("; ", DEEDS) + "; " + String.join("; ", DEEDS));
        for (int count : new int[] {35, 50, 70}) {
            theSheet(running.issued(clerk, "Chữ hoa " + count, year(count, capitals)), 0, -1);
            theSheet(running.issued(clerk, "Dài dòng " + count, year(count / 2, wordy)), 0, -1);
        }
        theRounds(running, clerk);
        theFeed();
    }

    /** What recurs is on the sheet as often as it is due, and forty tasks still stand on one. */
    private void theRounds(RunningPlan running, Actor clerk) throws IOException {
        var plan = running.draft(clerk, "Kế hoạch có việc lặp lại", year(40));
        jdbc.sql("update plan set year = 2026 where id = :id")
                .param("id", plan.value())
                .update();
        jdbc.sql("""
            update plan_task set due_on = null,
                   recurrence = case when position < 4 then 'hằng tháng' else 'hằng quý' end
            where  plan_id = :id and position < 10
            """).param("id", plan.value()).update();
        running.issue(plan);
        theSheet(plan, 40, 1);
        browser.open("/plans/" + plan + "/timeline");
        check("calendar-8-rounds");
        browser.onPhone();
        check("calendar-8-rounds-phone");
        browser.onDesktop();
    }

    private static void theOrderOfWork(PlanId plan, RunningPlan running) {
        browser.onDesktop();
        browser.open("/plans/" + plan + "/tasks/" + running.taskOf(plan, "2"));
        browser.press("Sửa thứ tự làm");
        browser.type("#words", "1");
        check("calendar-1-order");
        browser.press("Thêm");
        browser.see("Đã ghi thứ tự làm.");
        browser.type("#words", "tap huan");
        browser.press("Thêm");
        browser.see("Hãy chọn");
        check("calendar-2-which");
        browser.open("/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/dependencies");
        browser.type("#words", "2");
        browser.press("Thêm");
        browser.see("không thể làm sau");
        browser.onPhone();
        check("calendar-3-circle-phone");
        browser.onDesktop();
        browser.open("/plans/" + plan + "/timeline");
        browser.see("Dòng thời gian của kế hoạch");
        check("calendar-4-timeline");
        browser.onPhone();
        browser.open("/plans/" + plan + "/timeline");
        check("calendar-5-timeline-phone");
        browser.onDesktop();
    }

    private static void theCalendar() {
        browser.open("/");
        check("calendar-0-start");
        browser.press("Lịch công việc");
        check("calendar-6-month");
        browser.press("Năm");
        browser.see("Lịch năm 2026");
        check("calendar-7-year");
        browser.press("Tháng hành động");
        check("calendar-8-action-month");
        browser.onPhone();
        browser.open("/calendar/2026/11");
        ((org.openqa.selenium.JavascriptExecutor) browser.driver()).executeScript("window.scrollTo(0, 560)");
        check("calendar-9-month-phone");
        browser.press("English");
        browser.see("November 2026");
        check("calendar-9-month-phone-english");
        browser.onDesktop();
        check("calendar-9-month-english");
        browser.open("/calendar/2026");
        check("calendar-9-year-english");
        browser.press("Tiếng Việt");
        browser.onPhone();
        browser.open("/calendar/2026");
        check("calendar-10-year-phone");
        browser.open("/calendar/2026/09/02");
        browser.see("Quốc khánh");
        check("calendar-11-day-phone");
        browser.onDesktop();
    }

    /**
     * @param tasks that are looked for in what was printed
     * @param expected how many sheets; -1: as many as the page says
     */
    private static int theSheet(PlanId plan, int tasks, int expected) throws IOException {
        browser.open("/calendar/2026/sheet?plan=" + plan);
        browser.checkPage();
        int said = browser.driver()
                .findElements(org.openqa.selenium.By.cssSelector(".sheet"))
                .size();
        String size = browser.find(".sheet").getAttribute("class");
        var printed = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        byte[] pdf = Base64.getDecoder().decode((String) Objects.requireNonNull(printed.get("data")));
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(Path.of("target", "screenshots", "sheet-" + tasks + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages())
                    .as("sheets printed of %d tasks in %s", tasks, size)
                    .isEqualTo(said);
            if (expected > 0) assertThat(said).isEqualTo(expected);
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth() / MILLIMETRE).isBetween(419.0, 421.0);
                assertThat(page.getMediaBox().getHeight() / MILLIMETRE).isBetween(296.0, 298.0);
            }
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (int i = 1; i <= tasks; i++) {
                String beginning = DEEDS.get((i - 1) % DEEDS.size()).substring(0, 12);
                assertThat(text).as("task %d of %d is printed", i, tasks).contains(i + ". " + beginning);
            }
            if (said > 1) assertThat(text).contains("dòng sau đây in ở tờ 2");
            return said;
        }
    }

    private static void theFeed() throws Exception {
        browser.open("/account/calendar");
        browser.click(browser.find("input[value=UNIT]"));
        check("calendar-12-feed");
        browser.press("Tạo địa chỉ bí mật");
        browser.see("chỉ hiện một lần");
        browser.onPhone();
        check("calendar-13-feed-address-phone");
        browser.onDesktop();
        String address = browser.find("#address").getAttribute("value");
        assertThat(address).isNotNull();
        var here = URI.create("http://localhost:" + port + URI.create(address).getPath());
        try (var program = HttpClient.newHttpClient()) {
            var read = program.send(HttpRequest.newBuilder(here).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(Biweekly.parse(read.body()).first().getEvents()).isNotEmpty();
            browser.open("/account/calendar");
            browser.press("Thu hồi địa chỉ");
            browser.see("Đã thu hồi");
            check("calendar-14-revoked");
            assertThat(program.send(HttpRequest.newBuilder(here).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static void check(String picture) {
        browser.checkPage();
        browser.picture(picture);
    }

    private static void firstSignIn(String username) {
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
