package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
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
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanWithAnnex;
import vn.binhdang.plan.Plans;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The office amends a plan that runs: one task gets a later day, one is taken out, one is added. The head approves on a
 * phone, the records clerk issues, and the plan reads as it is now and as it was issued.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class PlanIsAmendedTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Who still has the password of the first day. */
    private static final Set<String> NEWCOMERS = new HashSet<>(Set.of("vanphong", "giamdoc", "vanthu"));

    private static Browser browser;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

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
    void a_running_plan_is_amended_by_a_document_and_both_stay_readable() {
        var clerk = pages.actor("vanphong");
        var plan = plans.create(
                clerk,
                PlanWithAnnex.of(
                        "Thực hiện công tác bình đẳng giới năm " + today.getYear(),
                        task("1", "Tập huấn cho công chức", "Phòng Quản lý khoa học", today.plusDays(2)),
                        task("2", "Truyền thông trên cổng", "Phòng Chuyển đổi số", today.plusDays(3))),
                today.getYear(),
                null,
                null);
        new RunningPlan(product).issue(plan);
        // That plan was numbered by hand; the book goes on behind it.
        jdbc.sql("insert into number_series values (:agency, :year, '', 100)")
                .param("agency", clerk.agency().value())
                .param("year", today.getYear())
                .update();
        String document = theOfficeDecides(plan.toString());
        theHeadApproves(document);
        theRecordsClerkIssues(document);
        browser.open("/plans/" + plan + "/amendments");
        browser.see("1 nhiệm vụ thay đổi, 1 bổ sung, 1 thôi thực hiện; 3 chỗ trong mục đích, chỉ tiêu, phụ lục");
        look("amendment-6-now");
        browser.press("Như khi ban hành");
        browser.see("Truyền thông trên cổng");
        browser.press("English");
        browser.see("Tiếng Việt");
        look("amendment-7-as-issued-en");
        browser.press("Tiếng Việt");
        browser.see("English");
        browser.signOut();
        theNextYearBegins("/plans/" + plan);
    }

    /** What is unfinished is asked for one by one; the words are those in force. */
    private void theNextYearBegins(String plan) {
        signIn("vanphong");
        browser.open(plan);
        browser.press("Kế hoạch năm sau");
        browser.see("Chưa xong (");
        browser.press("Lấy lại và soạn tiếp");
        browser.see("Chưa chọn cho");
        look("next-2-undecided");
        browser.press("English");
        browser.see("Tiếng Việt");
        look("next-3-en");
        browser.press("Tiếng Việt");
        browser.see("English");
        for (var carried : browser.driver().findElements(By.cssSelector("input[value=CARRIED]")))
            browser.click(carried);
        browser.press("Lấy lại và soạn tiếp");
        browser.waiting().until(d -> browser.path().endsWith("/edit"));
        look("next-4-written");
        assertThat(browser.driver().getPageSource())
                .contains("Nâng cao nhận thức và trách nhiệm của công chức", "Chuyển tiếp từ kế hoạch năm");
        browser.open(plan + "/next");
        browser.see("Đã có kế hoạch lập từ kế hoạch này");
        look("next-5-again");
        browser.press("Bỏ dự thảo này");
        browser.see("Đã bỏ dự thảo vừa lập");
    }

    private String theOfficeDecides(String plan) {
        signIn("vanphong");
        browser.open("/plans/" + plan + "/amendments");
        look("amendment-1-none");
        browser.press("Bắt đầu soạn điều chỉnh, bổ sung");
        browser.see("Chưa có thay đổi nào");
        String address = browser.path();
        look("amendment-2-draft");
        browser.click("a[href*='/tasks/']:not([href$=new])");
        browser.see("Điều chỉnh nhiệm vụ");
        browser.press("Lưu thay đổi");
        browser.see("Chưa có gì khác");
        browser.type("#due", DAY.format(today.plusDays(4)));
        look("amendment-3-change");
        browser.press("Lưu thay đổi");
        browser.see("Đã lưu thay đổi");
        browser.click(browser.driver()
                .findElements(By.cssSelector("table a[href*='/tasks/']"))
                .getLast());
        browser.type("form[action$='/drop'] [name=reason]", "Đã có ở kế hoạch khác");
        browser.click(browser.find("form[action$='/drop'] button"));
        browser.see("Đã lưu thay đổi");
        browser.press("Bổ sung nhiệm vụ mới");
        browser.type("#number", "3");
        browser.type("#text", "Khảo sát nhu cầu của công chức nữ");
        browser.type("#lead", "Phòng Kế hoạch - Tài chính");
        browser.type("#due", DAY.format(today.plusDays(5)));
        browser.press("Bổ sung vào dự thảo");
        browser.see("Các thay đổi (3)");
        theWordsAreAmended();
        look("amendment-4-changes");
        browser.press("Xem văn bản và trình ký");
        browser.see("Thôi thực hiện các nhiệm vụ:");
        look("amendment-5-document");
        String document = browser.path();
        assertThat(address.substring(address.lastIndexOf('/')))
                .isEqualTo(document.substring(document.lastIndexOf('/')));
        for (var box : browser.driver().findElements(By.cssSelector("input[name=warningsSeen]"))) browser.click(box);
        browser.press("Trình ký");
        browser.see("Đã trình ký");
        browser.signOut();
        return document;
    }

    private static void theWordsAreAmended() {
        browser.press("Sửa đổi mục đích, chỉ tiêu, phụ lục");
        browser.see("Kinh phí thực hiện");
        look("parts-1-choose");
        browser.click(browser.find("a[href*='/parts/']:not([href*=new])"));
        browser.see("Sửa đổi mục đích, yêu cầu");
        browser.press("Lưu thay đổi");
        browser.see("Chưa có gì khác");
        browser.type("#cell-0", "Nâng cao nhận thức và trách nhiệm của công chức");
        browser.press("Lưu thay đổi");
        browser.see("Các thay đổi (4)");
        browser.press("Sửa đổi mục đích, chỉ tiêu, phụ lục");
        browser.click(browser.find("a[href*='part=TARGET']"));
        browser.type("#number", "b)");
        browser.type("#cell-0", "100% đơn vị có kế hoạch riêng");
        browser.press("Bổ sung vào dự thảo");
        browser.see("Các thay đổi (5)");
        browser.press("Sửa đổi mục đích, chỉ tiêu, phụ lục");
        browser.click(browser.find("a[href*='part=ANNEX_ROW']"));
        browser.press("Bổ sung vào dự thảo");
        browser.see("Hãy ghi ít nhất một ô");
        browser.type("#cell-1", "Hội thi");
        browser.type("#cell-2", "15");
        look("parts-3-row");
        browser.press("Bổ sung vào dự thảo");
        browser.see("Các thay đổi (6)");
        browser.click(browser.find("#changes ~ article form[action$='/undo'] button"));
        browser.see("Đã bỏ một thay đổi");
        browser.press("Lấy lại thay đổi");
        browser.see("Các thay đổi (6)");
    }

    private static void theHeadApproves(String document) {
        browser.onPhone();
        signIn("giamdoc");
        browser.open(document);
        browser.press("Duyệt");
        browser.see("Đã duyệt");
        browser.onDesktop();
        browser.signOut();
    }

    private static void theRecordsClerkIssues(String document) {
        signIn("vanthu");
        browser.open(document);
        browser.press("Cấp số và ban hành");
        browser.see("Đã ban hành");
    }

    /** At both widths. */
    private static void look(String name) {
        browser.onPhone();
        browser.picture(name + "-phone");
        browser.checkPage();
        browser.onDesktop();
        browser.picture(name);
        browser.checkPage();
    }

    private static void signIn(String username) {
        if (!NEWCOMERS.remove(username)) {
            browser.signIn(username, PASSWORD);
            return;
        }
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
