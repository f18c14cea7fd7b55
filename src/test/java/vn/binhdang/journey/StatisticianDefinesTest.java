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
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/**
 * A statistician looks for an indicator on a phone, mends a formula while its mistakes are told, adds it, and confirms it
 * on a source.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class StatisticianDefinesTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;

    @BeforeAll
    static void a_statistician_and_a_browser(
            @Autowired SampleDepartment department, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        department.found(FIRST_PASSWORD);
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select gen_random_uuid(), r.account_id, r.agency_id, r.unit_id, 'STATISTICIAN', r.agency_id, true, date '2025-01-01'
            from   role_grant r join account a on a.id = r.account_id where a.username = 'vanphong' limit 1
            """).update();
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_formula_is_mended_as_it_is_typed_and_the_indicator_is_confirmed_on_its_source() {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
        browser.onPhone();
        browser.open("/statistics/indicators?q=thac+si");
        browser.see("NQ28-5.4a");
        look("indicators-1-found");
        browser.press("Tỷ lệ nữ thạc sĩ trong tổng số người có trình độ thạc sĩ");
        browser.see("Nháp");
        look("indicators-2-definition");
        browser.onDesktop();
        browser.open("/statistics/indicators");
        look("indicators-3-list");
        browser.press("Thêm chỉ tiêu");
        browser.type("#code", "CQ-DAO-TAO");
        browser.type("#nameVi", "Tỷ lệ nữ được cử đi học");
        browser.type("#numerator", "#{TRAINNED.F}");
        browser.see("Có phải là TRAINED?");
        look("indicators-4-mistake");
        browser.find("#numerator").clear();
        browser.type("#numerator", "#{TRAINED.F}");
        browser.type("#denominator", "#{TRAINED}");
        browser.see("“Người được cử đào tạo, bồi dưỡng (Nữ)” ÷ “Người được cử đào tạo, bồi dưỡng” × 100");
        browser.type("#source", "Kế hoạch 12/KH-SKHCN, trang 3");
        browser.type("#from", "01/01/2026");
        browser.onPhone();
        look("indicators-5-form");
        browser.onDesktop();
        browser.press("Lưu");
        browser.see("Đã thêm chỉ tiêu nháp");
        browser.type("#source-DEFINITION", "Kế hoạch 12/KH-SKHCN, trang 3");
        browser.press("Xác nhận định nghĩa là chính thức");
        browser.see("Đã xác nhận.");
        assertThat(browser.find("#confirmations + ul").getText()).contains("Định nghĩa, phiên bản 1");
        look("indicators-6-confirmed");
        browser.open("/statistics/elements");
        look("indicators-7-elements");
    }

    private static void look(String name) {
        browser.checkPage();
        browser.picture(name);
    }
}
