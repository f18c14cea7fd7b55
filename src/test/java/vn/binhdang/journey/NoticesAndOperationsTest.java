package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * The clerk submits, the head sees the bell on a phone, opens the notice and approves; the clerk learns of it. The
 * administrator looks at the state of the product and lets a job run.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import({Pages.class, SamplePapers.class})
class NoticesAndOperationsTest {
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
    void what_waits_stands_at_the_bell_and_the_operator_sees_how_it_stands() {
        var document = papers.submitted("về việc cử người tham gia tập huấn");
        theHeadIsTold(document.toString());
        theClerkIsTold();
        theOperatorLooks();
    }

    private void theHeadIsTold(String document) {
        browser.onPhone();
        firstSignIn("giamdoc");
        // the document that waits, and the new password of the first sign-in
        assertThat(browser.find(".bell b").getText()).isEqualTo("2");
        check("notices-1-bell");
        browser.click(browser.find(".bell"));
        browser.see("trình ký, chờ bạn xem và duyệt");
        check("notices-2-list");
        browser.click(browser.driver().findElement(By.partialLinkText("trình ký, chờ bạn xem")));
        assertThat(browser.path()).isEqualTo("/documents/" + document);
        browser.press("Duyệt");
        browser.see("Đã duyệt");
        browser.open("/notices");
        browser.see("Có 1 thông báo chưa đọc");
        browser.press("Đánh dấu đã đọc tất cả");
        browser.see("Bạn đã xem hết thông báo");
        browser.open("/account/notices");
        browser.see("Giờ yên tĩnh");
        check("notices-3-settings");
    }

    private void theClerkIsTold() {
        browser.signOut();
        browser.onDesktop();
        firstSignIn("vanthu");
        browser.open("/notices");
        browser.see("đã được duyệt, có thể cấp số và ban hành");
        check("notices-4-clerk");
        browser.press("Đánh dấu đã đọc tất cả");
        browser.see("Bạn đã xem hết thông báo");
    }

    private void theOperatorLooks() {
        browser.signOut();
        firstSignIn("quantri");
        browser.open("/operations");
        browser.see("Còn trống");
        check("operations-1");
        browser.press("Chạy ngay");
        browser.see("Công việc bắt đầu chạy ngay bây giờ");
        browser.onPhone();
        browser.press("English");
        browser.see("Time to answer");
        check("operations-2-phone");
        browser.onDesktop();
        browser.checkPage();
    }

    private void check(String picture) {
        browser.checkPage();
        browser.picture(picture);
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
