package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The office plans a check, the head approves the programme, a decision sends a team out; its head writes down on a phone what
 * the unit shows, with a photo; the conclusion is issued, the unit reports, and the head of the team accepts.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import({Pages.class, SamplePapers.class, IssuedPlans.class})
class OversightTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private IssuedPlans papers;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private static Browser browser;

    private final LocalDate today = LocalDate.now(Today.ZONE);

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
    void from_the_programme_to_the_accepted_recommendation() throws Exception {
        theOfficePlans();
        theHeadApproves();
        String mission = theOfficeSendsATeamOut();
        theHeadOfTheTeamVisitsWithAPhone();
        theConclusionIsIssued(mission);
        theUnitReports();
        theHeadOfTheTeamAccepts();
        theTableShowsIt();
    }

    private void theOfficePlans() {
        firstSignIn("vanphong");
        browser.open("/oversight");
        check("oversight-1-empty");
        browser.open("/oversight/programmes/" + today.getYear());
        check("oversight-2-no-programme");
        new Select(browser.find("#kind")).selectByValue("CHECK");
        browser.type("#unit", "Phòng Kế hoạch - Tài chính");
        browser.type("#subject", "Việc thực hiện kế hoạch bình đẳng giới năm " + today.getYear());
        browser.press("Thêm vào chương trình");
        browser.see("Đã thêm vào chương trình");
    }

    private void theHeadApproves() {
        browser.signOut();
        firstSignIn("giamdoc");
        browser.open("/oversight/programmes/" + today.getYear());
        browser.press("Duyệt chương trình");
        browser.see("Đã duyệt chương trình");
        check("oversight-3-approved");
    }

    private String theOfficeSendsATeamOut() {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/oversight/programmes/" + today.getYear());
        check("oversight-4-programme");
        browser.click("input[name=planned]");
        browser.press("Bắt đầu một cuộc với các đơn vị đã chọn");
        browser.type("#from", DAY.format(today));
        browser.type("#to", DAY.format(today.plusDays(9)));
        check("oversight-5-new-mission");
        browser.press("Tạo cuộc");
        browser.see("Đã tạo");
        String mission = browser.path().replaceAll("\\?.*", "");
        browser.type("#who", "dung");
        browser.find("form.oversight-search button").click();
        browser.see("Chủ tịch Công đoàn");
        check("oversight-6-team");
        browser.press("Làm trưởng đoàn");
        browser.see("Đã thêm vào đoàn");
        browser.press("Soạn quyết định");
        browser.waiting().until(d -> browser.path().endsWith("/edit"));
        papers.issue(DocumentId.of(browser.path().replaceAll("/documents/|/edit.*", "")));
        browser.open(mission);
        browser.see("Đang tiến hành");
        check("oversight-7-decided");
        return mission;
    }

    private void theHeadOfTheTeamVisitsWithAPhone() throws Exception {
        Path photo = folder.resolve("so-ky-nhan.pdf");
        Files.write(photo, "%PDF-1.7 sổ ký nhận".getBytes(StandardCharsets.UTF_8));
        browser.signOut();
        firstSignIn("congdoan");
        browser.onPhone();
        browser.open("/oversight");
        browser.press("Việc thực hiện kế hoạch bình đẳng giới năm " + today.getYear());
        browser.press("Phòng Kế hoạch - Tài chính");
        browser.type("#visitedOn", DAY.format(today));
        for (var yes : browser.driver().findElements(By.cssSelector("input[value=YES]"))) browser.click(yes);
        browser.press("Lưu câu trả lời");
        browser.see("Đã lưu câu trả lời");
        new Select(browser.find("#grade")).selectByValue("SHORTCOMING");
        browser.type("#text", "Chưa có sổ ký nhận văn bản phổ biến");
        browser.find("#files").sendKeys(photo.toString());
        browser.press("Ghi phát hiện");
        browser.see("Đã ghi phát hiện");
        new Select(browser.find("#finding")).selectByIndex(1);
        browser.type("#recommend", "Lập sổ ký nhận văn bản phổ biến");
        browser.type("#dueOn", DAY.format(today.plusDays(20)));
        browser.press("Ghi kiến nghị");
        browser.see("Đã ghi kiến nghị");
        check("oversight-8-visit");
    }

    private void theConclusionIsIssued(String mission) {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open(mission);
        browser.press("Soạn kết luận");
        browser.waiting().until(d -> browser.path().endsWith("/edit"));
        String document = browser.path().replaceAll("/documents/|/edit.*", "");
        browser.open("/documents/" + document);
        browser.see("Lập sổ ký nhận văn bản phổ biến");
        check("oversight-9-conclusion");
        papers.issue(DocumentId.of(document));
        browser.open(mission);
        browser.see("Đã kết luận");
        check("oversight-10-concluded");
    }

    private void theUnitReports() {
        browser.signOut();
        firstSignIn("khtc");
        browser.open("/");
        browser.see("Lập sổ ký nhận văn bản phổ biến");
        browser.open("/oversight/recommendations");
        check("oversight-11-recommendations");
        browser.press("Lập sổ ký nhận văn bản phổ biến");
        browser.type("#words", "Đã lập sổ và ký nhận đủ");
        check("oversight-12-report");
        browser.press("Gửi trưởng đoàn");
        browser.see("Đã gửi báo cáo");
    }

    private void theHeadOfTheTeamAccepts() {
        browser.signOut();
        browser.signIn("congdoan", PASSWORD);
        browser.open("/oversight/recommendations");
        browser.press("Lập sổ ký nhận văn bản phổ biến");
        browser.press("Xác nhận đã thực hiện xong");
        browser.see("Đã xác nhận kiến nghị thực hiện xong");
        check("oversight-13-accepted");
        assertThat(jdbc.sql("select state from oversight_recommendation")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    private void theTableShowsIt() {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/oversight/tables/pl7");
        check("oversight-14-table");
        browser.open("/oversight/checklists");
        check("oversight-15-checklists");
        browser.open("/oversight/kinds");
        check("oversight-16-kinds");
        browser.open("/oversight");
        browser.press("English");
        String visit = jdbc.sql("select id from oversight_visit limit 1")
                .query(java.util.UUID.class)
                .single()
                .toString();
        String made = jdbc.sql("select id from oversight_recommendation limit 1")
                .query(java.util.UUID.class)
                .single()
                .toString();
        String mission = jdbc.sql("select id from oversight_mission limit 1")
                .query(java.util.UUID.class)
                .single()
                .toString();
        for (String page : new String[] {
            "",
            "/programmes/" + today.getYear(),
            "/missions/new",
            "/missions/" + mission,
            "/visits/" + visit,
            "/recommendations",
            "/recommendations/" + made,
            "/checklists",
            "/tables/pl7",
            "/kinds"
        }) {
            browser.open("/oversight" + page);
            check("oversight-en" + page.replaceAll("[0-9a-f-]{36}", "id").replace('/', '-'));
        }
    }

    /** On a desk and on a phone, and a picture of each. */
    private static void check(String name) {
        browser.onDesktop();
        browser.checkPage();
        browser.picture(name);
        browser.onPhone();
        browser.checkPage();
        browser.picture(name + "-phone");
        browser.onDesktop();
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
