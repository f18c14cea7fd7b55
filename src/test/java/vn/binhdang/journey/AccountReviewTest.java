package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** An administrator looks at every account, confirms one, wakes one that sleeps. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class AccountReviewTest {
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;

    @BeforeAll
    static void a_department_and_a_browser(
            @Autowired SampleDepartment department,
            @Autowired JdbcClient jdbc,
            @Autowired PasswordEncoder passwords,
            @LocalServerPort int port) {
        department.found("mật khẩu lần đầu");
        jdbc.sql("update account set must_change_password = false, password_hash = :hash")
                .param("hash", passwords.encode(PASSWORD))
                .update();
        jdbc.sql("update account set asleep_since = now() where username = 'thongke'")
                .update();
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void accounts_are_reviewed_and_a_sleeping_one_is_woken() {
        browser.signIn("quantri", PASSWORD);
        browser.open("/accounts/review");
        browser.checkPage();
        browser.picture("review");
        browser.onPhone();
        browser.checkPage();
        browser.picture("review-phone");
        browser.onDesktop();
        browser.open("/accounts/review?search=vanthu");
        browser.press("Còn cần");
        browser.see("Đã rà soát 1/");
        browser.checkPage();

        browser.open("/accounts/review?search=thongke");
        browser.see("Đang ngủ");
        browser.click("tbody a");
        browser.checkPage();
        browser.picture("account-sign-in");
        browser.press("Đánh thức tài khoản");
        browser.see("Tài khoản đã được đánh thức");
        browser.onPhone();
        browser.checkPage();
        browser.picture("account-sign-in-phone");
        browser.press("English");
        browser.see("Sign-in of an account");
        browser.checkPage();
        browser.open("/account/factors");
        browser.checkPage();
        browser.picture("factors-en-phone");
        browser.onDesktop();
        assertThat(browser.driver().getTitle()).startsWith("Two-step sign-in");
    }
}
