package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** Somebody leaves the desk while entering a person: the screen covers itself, and what was typed is there afterwards. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"binhdang.sample=false", "binhdang.access.session.idle=20s"})
class SensitiveScreenTest {
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String NAME = "Trần Thị Ánh";

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
        browser = new Browser(port);
        browser.signIn("vanphong", PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void the_screen_warns_covers_itself_and_opens_in_place_with_what_was_typed() {
        browser.open("/people/new");
        browser.type("#familyName", NAME);
        browser.waiting().until(ExpectedConditions.visibilityOfElementLocated(By.id("idle-warning")));
        browser.checkPage();
        browser.picture("idle-warning");
        browser.waiting().until(ExpectedConditions.visibilityOfElementLocated(By.id("idle-password")));
        browser.checkPage();
        browser.picture("idle-cover");
        browser.onPhone();
        browser.checkPage();
        browser.picture("idle-cover-phone");
        browser.onDesktop();
        browser.type("#idle-password", "sai mật khẩu rồi");
        browser.press("Tiếp tục");
        browser.see("Mật khẩu hiện tại chưa đúng");
        browser.type("#idle-password", PASSWORD);
        browser.press("Tiếp tục");
        browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("idle-password")));
        assertThat(browser.find("#familyName").getAttribute("value")).isEqualTo(NAME);
    }

    @Test
    void the_server_asks_by_itself_and_leads_back_to_what_was_typed(@Autowired JdbcClient jdbc) {
        browser.open("/people/new");
        browser.type("#familyName", NAME);
        jdbc.sql("update sign_in set confirm_needed = true").update();
        browser.open("/people/new");
        browser.waiting().until(d -> browser.path().startsWith("/sign-in/again"));
        browser.checkPage();
        browser.picture("again");
        browser.type("#password", PASSWORD);
        browser.press("Xác nhận");
        browser.waiting().until(d -> browser.path().equals("/people/new"));
        browser.waiting().until(d -> NAME.equals(browser.find("#familyName").getAttribute("value")));
    }
}
