package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The office looks at what the rule proposes and sends it with one press; a division answers on a phone; the office reads
 * the answer and who answered how fast, and writes a letter for the rest.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class OfficeUrgesTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void a_department_and_a_browser(@Autowired SampleDepartment department, @LocalServerPort int port) {
        department.found(FIRST_PASSWORD);
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void the_office_urges_and_a_division_answers_on_a_phone() {
        aPlanRunsAndEveryDayIsWorked();
        theOfficeSendsWhatIsProposed();
        theDivisionAnswers();
        theOfficeReads();
        theOfficeWritesALetter();
        theOfficeSetsItsRule();
    }

    private void aPlanRunsAndEveryDayIsWorked() {
        var clerk = pages.actor("vanphong");
        var today = Today.of(clock).day();
        for (int i = -40; i <= 40; i++)
            jdbc.sql("insert into urging_day (agency_id, day, rest, name, source) values (:agency, :day, false,"
                            + " 'thử', 'thử')")
                    .param("agency", clerk.agency().value())
                    .param("day", today.plusDays(i))
                    .update();
        new RunningPlan(product)
                .issued(
                        clerk,
                        "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ",
                        task(
                                "1",
                                "Tổ chức tập huấn lồng ghép giới cho công chức, viên chức",
                                "Phòng Quản lý khoa học",
                                today.minusDays(3)),
                        task(
                                "2",
                                "Đăng tin, bài về Tháng hành động trên cổng thông tin của Sở",
                                "Phòng Quản lý khoa học",
                                today),
                        task("3", "Rà soát quy hoạch cán bộ nữ", "Văn phòng", today.plusDays(3)),
                        task(
                                "4",
                                "Hưởng ứng Tháng hành động vì bình đẳng giới",
                                "Công đoàn",
                                today.minusDays(9),
                                List.of("Phòng Chuyển đổi số")));
    }

    private void theOfficeSendsWhatIsProposed() {
        firstSignIn("vanphong");
        browser.open("/urging");
        browser.see("Hôm nay không có gì cần đôn đốc");
        browser.press("Tìm lại đề nghị");
        browser.see("đề nghị mới");
        look("urging-1-proposals");
        browser.press("Gửi tất cả");
        browser.see("Đã gửi");
        browser.checkPage();
    }

    private void theDivisionAnswers() {
        browser.signOut();
        browser.onPhone();
        firstSignIn("qlkh");
        browser.open("/notices");
        browser.see("được đôn đốc về");
        browser.open("/");
        browser.see("Trả lời đôn đốc");
        browser.picture("urging-2-work-phone");
        browser.click(browser.driver().findElement(By.partialLinkText("Trả lời đôn đốc")));
        browser.see("Đôn đốc Phòng Quản lý khoa học");
        look("urging-3-act");
        browser.onPhone();
        browser.press("Gửi trả lời");
        browser.see("Hãy chọn một câu trả lời");
        browser.checkPage();
        browser.click(browser.find("input[value=PROMISED]"));
        browser.type(
                "input[name=promisedOn]", TypedDay.print(Today.of(clock).day().plusDays(6)));
        browser.type(".urging-answer textarea", "Đã mời giảng viên, mở lớp tuần sau");
        browser.press("Gửi trả lời");
        browser.see("Đã ghi trả lời");
        look("urging-4-answered");
        browser.onDesktop();
    }

    private void theOfficeReads() {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/urging/log");
        browser.see("Phòng Quản lý khoa học");
        look("urging-5-log");
        browser.open("/urging/units");
        browser.see("Tải tệp Excel");
        look("urging-6-units");
        theOfficeHears();
    }

    /** A division that answers by telephone. */
    private void theOfficeHears() {
        browser.open("/urging/log?state=OPEN");
        browser.click(browser.find("tbody a[href^='/urging/']"));
        browser.click(browser.find("a[href$='/heard']"));
        look("urging-6-heard");
        browser.type("#who", "Phó trưởng phòng");
        browser.click(browser.find("input[value=PROMISED]"));
        browser.type("#promisedOn", TypedDay.print(Today.of(clock).day().plusDays(3)));
        browser.press("Ghi trả lời");
        browser.see("Đã ghi trả lời nghe được");
        browser.see("Qua điện thoại");
        browser.click(browser.find("a[href*='/answers/']"));
        look("urging-6-correct");
        browser.type("#who", "Trưởng phòng");
        browser.press("Lưu bản sửa");
        browser.see("Đã sửa bản ghi");
        look("urging-6-corrected");
    }

    private void theOfficeWritesALetter() {
        browser.open("/urging/tasks");
        browser.see("Hưởng ứng Tháng hành động");
        look("urging-7-tasks");
        browser.click(browser.find("input[name=task]"));
        browser.press("Đôn đốc việc đã chọn");
        browser.see("Lời đôn đốc");
        look("urging-8-compose");
        browser.click(browser.find("input[value=LETTER]"));
        browser.press("Gửi đôn đốc");
        browser.waiting().until(d -> browser.path().startsWith("/documents/"));
        browser.see("đôn đốc thực hiện nhiệm vụ");
        browser.picture("urging-9-letter");
        browser.open("/urging/new?reports=1");
        look("urging-10-report");
    }

    private void theOfficeSetsItsRule() {
        browser.open("/urging/settings");
        browser.press("Đặt quy tắc mới");
        look("urging-11-settings");
        browser.type("#source", "Quy chế làm việc của Sở");
        browser.press("Lưu quy tắc");
        browser.waiting().until(d -> !browser.path().equals("/urging/settings"));
        browser.open("/urging/templates/new");
        look("urging-12-template");
    }

    /** In both languages, on a desktop and on a phone. */
    private void look(String picture) {
        String path = browser.path();
        browser.onDesktop();
        browser.checkPage();
        browser.picture(picture);
        browser.onPhone();
        browser.checkPage();
        browser.picture(picture + "-phone");
        if (path.contains("?done") || path.contains("?found")) path = path.replaceAll("\\?.*", "");
        browser.driver().manage().addCookie(new org.openqa.selenium.Cookie("language", "en"));
        browser.open(path);
        browser.checkPage();
        browser.picture(picture + "-phone-en");
        browser.onDesktop();
        browser.checkPage();
        browser.picture(picture + "-en");
        browser.driver().manage().addCookie(new org.openqa.selenium.Cookie("language", "vi"));
        browser.open(path);
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("vi");
        if (picture.contains("settings")) browser.press("Đặt quy tắc mới");
    }

    private void firstSignIn(String username) {
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
