package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.factor.AuthenticatorApp;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/**
 * A head signs in for the first time and is led through: own password, app on the phone, codes on paper; then signs in
 * with each of them, makes a passkey, signs in with that alone, and closes the account everywhere.
 */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"binhdang.sample=false", "binhdang.access.second-factor=required"})
class TwoStepSignInTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

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
    void a_head_sets_up_two_steps_and_uses_each_of_them(@Autowired JdbcClient jdbc) {
        var app = setsUpTheApp();
        var codes = keepsTheCodes();
        signsInWithTheApp(app);
        signsInWithACodeFromPaper(codes);
        makesAPasskeyAndSignsInWithItAlone();
        closesTheAccountEverywhere();
        assertThat(jdbc.sql("select distinct action from audit_row where action like 'access.%'")
                        .query(String.class)
                        .list())
                .contains(
                        "access.signIn",
                        "access.signIn.end",
                        "access.factor.add",
                        "access.factor.codes",
                        "access.factor.prove",
                        "access.factor.fail",
                        "access.password.change");
    }

    private AuthenticatorApp setsUpTheApp() {
        browser.open("/sign-in");
        browser.checkPage();
        browser.picture("sign-in");
        browser.signIn("giamdoc", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.see("Tài khoản của bạn cần xác thực hai bước");
        browser.checkPage();
        browser.picture("factors-forced");
        browser.open("/plans");
        assertThat(browser.path()).as("nothing else is open").isEqualTo("/account/factors");
        browser.press("Thiết lập ứng dụng tạo mã");
        browser.checkPage();
        browser.picture("factor-app");
        var app = new AuthenticatorApp(browser.find("#secret").getText());
        browser.type("#code", "000000");
        browser.press("Xác nhận và bật");
        browser.see("Mã chưa đúng");
        browser.type("#code", app.code());
        browser.press("Xác nhận và bật");
        return app;
    }

    private List<String> keepsTheCodes() {
        browser.see("Các mã này chỉ hiện một lần");
        browser.checkPage();
        browser.picture("recovery-codes");
        browser.onPhone();
        browser.checkPage();
        browser.picture("recovery-codes-phone");
        browser.onDesktop();
        var codes = browser.driver().findElements(By.cssSelector(".recovery-codes code")).stream()
                .map(WebElement::getText)
                .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([a-z2-9]{5}-?){3}"));
        browser.press("Tôi đã cất các mã");
        browser.waiting().until(d -> browser.path().equals("/"));
        return codes;
    }

    private void signsInWithTheApp(AuthenticatorApp app) {
        browser.signOut();
        browser.signIn("giamdoc", PASSWORD, true);
        assertThat(browser.path()).isEqualTo("/sign-in/factor");
        browser.checkPage();
        browser.picture("factor-step");
        browser.open("/plans");
        assertThat(browser.path()).as("half way in is not in").isEqualTo("/sign-in/factor");
        browser.type("#code", app.sameCode());
        browser.press("Xác nhận");
        browser.see("Mã chưa đúng hoặc đã dùng rồi");
        browser.type("#code", app.code());
        browser.press("Xác nhận");
        browser.waiting().until(d -> browser.path().equals("/"));
    }

    private void signsInWithACodeFromPaper(List<String> codes) {
        browser.signOut();
        browser.onPhone();
        browser.signIn("giamdoc", PASSWORD, true);
        browser.press("Dùng mã khôi phục");
        browser.checkPage();
        browser.picture("factor-step-phone");
        browser.type("#recoveryCode", codes.get(3));
        browser.click("form:has(#recoveryCode) button");
        browser.see("Bạn vừa dùng một mã khôi phục");
        browser.see("Còn 9 mã khôi phục");
        browser.checkPage();
        browser.picture("factors-phone");
        browser.onDesktop();
        browser.signOut();
        browser.signIn("giamdoc", PASSWORD, true);
        browser.press("Dùng mã khôi phục");
        browser.type("#recoveryCode", codes.get(3));
        browser.click("form:has(#recoveryCode) button");
        browser.see("Mã khôi phục chưa đúng hoặc đã dùng rồi");
        browser.type("#recoveryCode", codes.get(4));
        browser.click("form:has(#recoveryCode) button");
        browser.see("Còn 8 mã khôi phục");
    }

    private void makesAPasskeyAndSignsInWithItAlone() {
        browser.driver()
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true));
        browser.open("/account/factors");
        browser.type("#passkey-name", "Máy tính ở cơ quan");
        browser.press("Thêm khóa truy cập");
        browser.see("Máy tính ở cơ quan");
        browser.checkPage();
        browser.picture("factors");
        browser.signOut();
        browser.open("/sign-in");
        browser.press("Đăng nhập bằng khóa truy cập");
        browser.waiting().until(d -> browser.path().equals("/"));
        browser.signOut();
        browser.signIn("giamdoc", PASSWORD, true);
        browser.press("Dùng khóa truy cập");
        browser.waiting().until(d -> browser.path().equals("/"));
    }

    private void closesTheAccountEverywhere() {
        browser.open("/account/sessions");
        browser.see("Chrome · Linux");
        browser.checkPage();
        browser.picture("sessions");
        browser.onPhone();
        browser.checkPage();
        browser.picture("sessions-phone");
        browser.onDesktop();
        var here = browser.driver().manage().getCookieNamed("binhdang");
        browser.press("Kết thúc tất cả");
        browser.see("Bạn đã đăng xuất");
        browser.driver().manage().deleteAllCookies();
        browser.driver().manage().addCookie(here);
        browser.open("/plans");
        assertThat(browser.path()).as("the old cookie opens nothing").startsWith("/sign-in");
    }
}
