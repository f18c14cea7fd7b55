package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The administrator opens an account and gives a role for one unit; its holder sees just that. The head goes on leave and
 * names a substitute, who approves a document, and the history says for whom.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import({Pages.class, SamplePapers.class})
class SubstituteApprovesTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    @Autowired
    private SamplePapers papers;

    private static Browser browser;

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
    void a_substitute_approves_while_the_head_is_away_and_the_history_says_for_whom() {
        var document = papers.submitted("về việc cử người tham gia tập huấn");
        String password = theAdministratorOpensAnAccountAndGivesARole();
        itsHolderSeesJustThat(password, document.toString());
        theHeadNamesASubstitute();
        theSubstituteApproves(document.toString());
    }

    private String theAdministratorOpensAnAccountAndGivesARole() {
        firstSignIn("quantri", FIRST_PASSWORD);
        browser.open("/accounts");
        check("roles-1-accounts");
        browser.open("/accounts/new");
        browser.type("#q", "luong bich");
        browser.press("Tìm");
        browser.press("Mở tài khoản");
        check("roles-2-new-account");
        browser.press("Mở tài khoản");
        browser.see("chỉ hiện một lần");
        String password = browser.find(".first-password").getText();
        check("roles-3-first-password");
        browser.press("Giao vai trò");
        new Select(browser.find("#role")).selectByVisibleText("Công chức, viên chức, người lao động");
        new Select(browser.find("#scope")).selectByVisibleText("Phòng Quản lý khoa học");
        browser.press("Giao vai trò");
        browser.see("Đã giao vai trò");
        check("roles-4-account");
        return password;
    }

    private void itsHolderSeesJustThat(String password, String document) {
        browser.signOut();
        firstSignIn("bichlt", password);
        browser.open("/permissions");
        assertThat(browser.find("section").getText())
                .contains("Công chức, viên chức, người lao động", "Phòng Quản lý khoa học")
                .doesNotContain("Xem dự thảo", "Mở tài khoản");
        check("roles-5-permissions");
        browser.open("/documents/" + document);
        browser.see("Không tìm thấy trang");
    }

    private void theHeadNamesASubstitute() {
        browser.signOut();
        firstSignIn("giamdoc", FIRST_PASSWORD);
        browser.open("/delegations/roles");
        check("roles-6-delegations");
        browser.press("Thay thế khi vắng mặt");
        new Select(browser.find("#to")).selectByVisibleText("Lương Thị Bích");
        browser.type("#lastDay", TypedDay.print(LocalDate.now(Today.ZONE).plusDays(6)));
        browser.type("#reference", "Thông báo nghỉ phép số 7/TB-SKHCN");
        check("roles-7-substitute");
        browser.press("Ghi");
        browser.see("Đã ghi");
        check("roles-8-given");
    }

    private void theSubstituteApproves(String document) {
        browser.signOut();
        browser.signIn("bichlt", PASSWORD);
        browser.open("/documents/" + document);
        browser.press("Duyệt");
        browser.see("Đã duyệt");
        browser.see("Lương Thị Bích (thay cho Đặng Thị Minh Hà)");
        check("roles-9-approved");
        inEnglish("/permissions", "/delegations/roles");
        browser.signOut();
        browser.signIn("quantri", PASSWORD);
        inEnglish("/accounts", "/accounts/new", "/permissions");
    }

    private static void inEnglish(String... pages) {
        for (String page : pages) {
            browser.open(page);
            if (!"en".equals(browser.find("html").getAttribute("lang"))) browser.press("English");
            browser.open(page);
            check("roles-en" + page.replace('/', '-'));
        }
    }

    /** On a desk and on a phone, and a picture of each. */
    private static void check(String name) {
        browser.checkPage();
        browser.picture(name);
        browser.onPhone();
        browser.checkPage();
        browser.picture(name + "-phone");
        browser.onDesktop();
    }

    private static void firstSignIn(String username, String password) {
        browser.signIn(username, password);
        browser.type("#currentPassword", password);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
