package vn.binhdang.journey;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** An issued plan goes down to the divisions; one of them confirms, and the office sees it. On a phone as on a desk. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class PlanGoesDownTest {
    private static final String PASSWORD = "một mật khẩu của riêng tôi";

    private static Browser browser;
    private static String plan;

    @BeforeAll
    static void an_issued_plan(
            @Autowired SampleDepartment department,
            @Autowired JdbcClient jdbc,
            @Autowired ApplicationContext product,
            @LocalServerPort int port) {
        var founded = department.found(PASSWORD);
        jdbc.sql("update account set must_change_password = false").update();
        plan = new RunningPlan(product)
                .issued(
                        founded.clerk(),
                        "Triển khai công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026",
                        RunningPlan.task(
                                "II.1",
                                "Phổ biến, quán triệt Luật Bình đẳng giới đến toàn thể công chức, viên chức, người lao"
                                        + " động",
                                "Văn phòng",
                                LocalDate.of(2026, 6, 30)),
                        RunningPlan.task(
                                "II.2",
                                "Tổ chức Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới",
                                "Văn phòng",
                                LocalDate.of(2026, 12, 15)))
                .toString();
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void both(String name) {
        browser.checkPage();
        browser.picture(name);
        browser.onPhone();
        browser.checkPage();
        browser.picture(name + "-phone");
        browser.onDesktop();
    }

    private static void inEnglish(String name) {
        browser.click("form.language button");
        browser.waiting()
                .until(d ->
                        d.findElement(By.tagName("html")).getAttribute("lang").equals("en"));
        both(name + "-english");
        browser.click("form.language button");
        browser.waiting()
                .until(d ->
                        d.findElement(By.tagName("html")).getAttribute("lang").equals("vi"));
    }

    @Test
    void the_office_passes_it_down_a_division_confirms_and_the_office_sees_who_has_not() {
        browser.signIn("vanphong", PASSWORD);
        browser.open("/plans/" + plan);
        browser.press("Giao xuống đơn vị");
        browser.see("Mọi đơn vị cùng loại");
        both("cascade-choose");
        inEnglish("cascade-choose");
        browser.click(browser.find("input[name=kind][value=DIVISION]"));
        browser.click(browser.find("input[name=kind][value=DEPARTMENT]"));
        browser.type("#replyBy", "30/01/2026");
        browser.press("Xem trước");
        browser.see("Giao cho 5 đơn vị?");
        both("cascade-preview");
        browser.press("Giao cho 5 đơn vị");
        browser.see("Đã giao xong");
        browser.see("0/5");
        both("cascade-view");
        inEnglish("cascade-view");
        browser.open("/cascades");
        browser.see("Kế hoạch đã giao xuống");
        both("cascade-list");
        browser.signOut();

        browser.signIn("qlkh", PASSWORD);
        browser.open("/plans");
        browser.press("Cấp trên giao");
        browser.see("Chưa xác nhận");
        both("cascade-received");
        inEnglish("cascade-received");
        browser.press("Xác nhận đã nhận");
        browser.see("Không có gì đang chờ");
        both("cascade-received-none");
        browser.signOut();

        browser.signIn("vanphong", PASSWORD);
        browser.open("/cascades");
        browser.click(".fold td a");
        browser.see("1/5");
        browser.see("Đã xác nhận");
    }
}
