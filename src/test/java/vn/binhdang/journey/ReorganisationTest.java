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
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** The office records a merger, looks at the time before it, and takes it back. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class ReorganisationTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String MERGED = "Phòng Quản lý công nghệ và đổi mới sáng tạo";

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
    void a_merger_is_recorded_seen_from_both_sides_and_taken_back() {
        signIn();
        browser.press("Tổ chức");
        browser.see(MERGED);
        look("units");

        browser.press(MERGED);
        browser.see("Ghi thay đổi");
        String unit = browser.path();
        look("unit");
        browser.press("Sáp nhập vào đơn vị khác");
        browser.type("#on", "1/7/2025");
        browser.type("#target", "Phòng Không Có");
        browser.press("Xem trước thay đổi");
        browser.see("Có 1 chỗ cần sửa.");
        assertThat(browser.find("#on").getAttribute("value")).isEqualTo("1/7/2025");
        look("event-form");
        // Typed in part, without diacritics, and chosen from what is suggested.
        browser.type("#target", "quan ly khoa");
        browser.click(".suggested button[value^='Phòng Quản lý khoa học']");
        assertThat(browser.find("#target").getAttribute("value")).startsWith("Phòng Quản lý khoa học (");
        browser.type("#legalBasis", "Quyết định số 15/QĐ-UBND ngày 20/6/2025");
        browser.press("Xem trước thay đổi");
        browser.see(MERGED + " kết thúc, ngày cuối 30/06/2025.");
        look("event-preview");
        browser.press("Ghi sự kiện");
        browser.see("Đã ghi sự kiện.");
        String event = browser.path().replace("?done", "");
        look("event");

        browser.open(unit);
        browser.see("Kết thúc ngày 30/06/2025");
        look("unit-ended");
        assertThat(browser.find("#ended ~ ul a").getText()).isEqualTo("Phòng Quản lý khoa học");
        browser.type("#on", "30/6/2025");
        browser.press("Xem");
        browser.see("Đang xem tổ chức như ngày 30/06/2025.");
        assertThat(browser.driver().findElements(By.id("ended"))).isEmpty();
        look("unit-before");

        browser.open(event);
        browser.press("Hủy sự kiện");
        browser.press("Hủy sự kiện này");
        browser.see("Sự kiện này đã được hủy");
        browser.open(unit);
        browser.see("Bên dưới");
        assertThat(browser.driver().findElements(By.id("ended"))).isEmpty();

        browser.open(unit + "/describe");
        look("unit-describe");
        browser.open("/units/events?where=all");
        look("events");
        browser.open("/units/events/new?kind=split");
        look("event-split");
    }

    /** At both widths and in both languages. */
    private static void look(String name) {
        browser.picture("organisation-" + name);
        browser.checkPage();
        browser.onPhone();
        browser.picture("organisation-" + name + "-phone");
        browser.checkPage();
        // After a refused form its address alone shows nothing to translate.
        if (!browser.path().equals("/units/events")) {
            inTheOtherLanguage("English");
            browser.checkPage();
            browser.onDesktop();
            browser.picture("organisation-" + name + "-en");
            browser.checkPage();
            inTheOtherLanguage("Tiếng Việt");
        }
        browser.onDesktop();
    }

    private static void inTheOtherLanguage(String name) {
        browser.press(name);
        browser.waiting()
                .until(d -> d.findElements(By.cssSelector(".language button")).stream()
                        .noneMatch(button -> button.getText().equals(name)));
    }

    private static void signIn() {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
