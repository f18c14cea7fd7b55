package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** Figures are prepared on the map of a day, looked at, published, found again and withdrawn; on a phone and in English too. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"binhdang.sample=false", "binhdang.access.second-factor=optional"})
class StatisticianPublishesTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;

    @BeforeAll
    static void a_statistician_and_a_browser(
            @Autowired SampleDepartment department, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        department.found(FIRST_PASSWORD);
        for (String role : new String[] {"STATISTICIAN", "SYSTEM_ADMINISTRATOR"})
            jdbc.sql("""
                insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
                select gen_random_uuid(), r.account_id, r.agency_id, r.unit_id, :role, r.agency_id, true, date '2025-01-01'
                from   role_grant r join account a on a.id = r.account_id where a.username = 'vanphong' limit 1
                """).param("role", role).update();
        jdbc.sql("""
            insert into api_token (id, account_id, agency_id, name, scopes, secret_hash, made_at, valid_to)
            select gen_random_uuid(), a.id, a.agency_id, 'Phần mềm báo cáo của Sở', array['READ_STATISTICS'], 'x', now(),
                   current_date + 30
            from   account a where a.username = 'giamdoc'
            """).update();
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void published_on_the_map_of_a_day_and_withdrawn() {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));

        browser.open("/statistics/publications");
        look("publish-1-list");
        browser.type("#title", "Nữ trong đội ngũ của Sở");
        browser.click("input[name=element][value=STAFF]");
        browser.type("#periods", "2024");
        browser.type("#map", "31/02/2025");
        browser.press("Chuẩn bị và xem trước");
        browser.see("Không có ngày này");
        look("publish-2-mistake");
        browser.onPhone();
        look("publish-3-mistake-phone");
        browser.onDesktop();
        browser.find("#map").clear();
        browser.type("#map", "01/07/2025");
        browser.press("Chuẩn bị và xem trước");
        browser.see("Chuẩn bị ngày");
        browser.see("địa bàn ngày 01/07/2025");
        look("publish-4-prepared");
        browser.press("Công bố");
        browser.see("Tải dữ liệu mở");
        look("publish-5-published");
        browser.onPhone();
        look("publish-6-published-phone");
        browser.onDesktop();
        String here = browser.path();
        browser.open("/statistics/publications?q=doi+ngu");
        browser.see("Nữ trong đội ngũ của Sở");
        assertThat(browser.driver().findElements(By.cssSelector(".work-list li")))
                .hasSize(1);
        browser.open(here);
        browser.click("main details summary");
        browser.type("#why", "Nhập nhầm số của kỳ trước");
        look("publish-7-withdraw");
        browser.find("#why").sendKeys(Keys.ENTER);
        browser.see("Đã rút ngày");
        look("publish-8-withdrawn");
        tokensOfTheAgency();
        browser.driver()
                .findElement(By.cssSelector("form[action='/language'] button"))
                .click();
        browser.see("Access tokens of the agency");
        look("publish-11-tokens-english");
        browser.open("/statistics/publications");
        browser.see("Withdrawn");
        look("publish-12-list-english");
        browser.onPhone();
        look("publish-13-list-english-phone");
        browser.open(here);
        browser.see("on the map of 01/07/2025");
        look("publish-14-english-phone");
    }

    private static void tokensOfTheAgency() {
        browser.open("/accounts/tokens");
        browser.see("Phần mềm báo cáo của Sở");
        look("publish-9-tokens");
        browser.onPhone();
        browser.click("details.role-change summary");
        look("publish-10-tokens-phone");
        browser.onDesktop();
    }

    private static void look(String name) {
        browser.checkPage();
        browser.picture(name);
    }
}
