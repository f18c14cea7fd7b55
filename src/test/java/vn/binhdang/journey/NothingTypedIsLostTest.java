package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** A sign-in ends while somebody types; what was typed must be there afterwards. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class NothingTypedIsLostTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String WORDS = "KẾ HOẠCH\nThực hiện công tác bình đẳng giới năm 2026";

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
    void pasted_text_outlives_the_end_of_the_sign_in_and_goes_once_it_is_stored() {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));

        browser.open("/plans/import");
        browser.type("#pasted", WORDS);
        browser.signOut();
        browser.press("Đọc văn bản");
        browser.waiting().until(d -> browser.path().startsWith("/sign-in"));
        browser.signIn("vanphong", PASSWORD);
        browser.open("/plans/import");
        assertThat(browser.find("#pasted").getAttribute("value")).isEqualTo(WORDS);

        browser.press("Đọc văn bản");
        browser.waiting().until(d -> browser.path().startsWith("/plans/imports/"));
        browser.open("/plans/import");
        assertThat(browser.find("#pasted").getAttribute("value")).isEmpty();
    }
}
