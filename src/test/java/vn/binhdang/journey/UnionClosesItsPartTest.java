package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * On phones: the cadre of the trade union closes the union's part of a task; the lead is told, sees it, splits off a piece,
 * hands the task to a person, answers a comment, and closes the task. The clerk sees what is late in the whole department.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class UnionClosesItsPartTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String TASK = "II.1. Tập huấn kiến thức bình đẳng giới cho công chức, viên chức";

    private static Browser browser;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

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
    void a_union_cadre_closes_a_part_and_the_lead_sees_it_and_closes_the_task_on_a_phone() {
        var running = new RunningPlan(product);
        var today = LocalDate.now(Today.ZONE);
        var plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026",
                task(
                        "II.1",
                        "Tập huấn kiến thức bình đẳng giới cho công chức, viên chức",
                        "Phòng Quản lý khoa học",
                        today.plusDays(3),
                        List.of("Công đoàn", "Chi đoàn")),
                task("II.2", "Truyền thông trên cổng thông tin", "Phòng Quản lý khoa học", today.minusDays(4)),
                task("II.3", "Rà soát số liệu cán bộ nữ", "Văn phòng", today.minusDays(20)));
        String address = "/plans/" + plan + "/tasks/" + running.taskOf(plan, "II.1");
        browser.onPhone();
        theUnionClosesItsPart();
        theLeadSeesItAndClosesTheTask(address);
        theClerkSeesWhatIsLate();
    }

    private static void theUnionClosesItsPart() {
        firstSignIn("congdoan");
        browser.open("/");
        check("doing-1-union-work");
        browser.press(TASK);
        browser.click(browser.find(".report-form input[value=DONE]"));
        browser.type("#words", "Đã vận động 40 đoàn viên dự đủ hai buổi.");
        browser.type("#noEvidenceReason", "Danh sách ký nhận ở đơn vị chủ trì");
        check("doing-2-union-part");
        browser.press("Gửi báo cáo");
        browser.see("Đã ghi nhận");
        browser.type("#comment", "@Trịnh Xuân Giang, phòng gửi tài liệu cho Công đoàn nhé.");
        browser.press("Gửi");
        browser.see("phòng gửi tài liệu cho Công đoàn nhé.");
        browser.signOut();
    }

    private static void theLeadSeesItAndClosesTheTask(String address) {
        firstSignIn("qlkh");
        browser.open("/notices");
        browser.see("Một đơn vị phối hợp đã đóng phần của mình");
        browser.open("/");
        browser.see("Phải trả lời");
        check("doing-3-lead-work");
        browser.press(TASK);
        browser.see("Đã vận động 40 đoàn viên dự đủ hai buổi.");
        assertThat(browser.find("section[aria-labelledby=parts] li").getText()).contains("Công đoàn", "Đã hoàn thành");
        check("doing-4-lead-task");

        browser.press("Thêm việc nhỏ");
        browser.type("#text", "Lập danh sách người dự");
        new Select(browser.find("#to")).selectByIndex(1);
        browser.press("Giao việc");
        browser.see("Hãy ghi hạn");
        browser.type("#dueOn", "30/12/2026");
        check("doing-5-sub-task");
        browser.press("Giao việc");
        browser.see("Lập danh sách người dự");
        browser.press("Đã xong");
        browser.see("việc nhỏ “Lập danh sách người dự”: đã hoàn thành");

        browser.press("Giao cho người của đơn vị");
        check("doing-6-hand");
        new Select(browser.find("#to")).selectByIndex(1);
        browser.press("Giao");
        browser.see("Người phụ trách");
        browser.press("Thước đo và kinh phí");
        browser.type("#measure", "Số công chức, viên chức được tập huấn");
        browser.type("#goal", "120");
        browser.type("#measuredIn", "người");
        new Select(browser.find("#share")).selectByValue("COUNTED");
        check("doing-7-detail");
        browser.press("Lưu");
        browser.see("120 người");

        browser.click(browser.find(".report-form input[value=DONE]"));
        browser.type("#reached", "118");
        browser.type("#noEvidenceReason", "Danh sách ký nhận đang quét");
        browser.press("Gửi báo cáo");
        browser.see("Đã ghi nhận");
        assertThat(browser.find(".task-states").getText()).contains("Đã hoàn thành");
        browser.see("khi còn 1 phần hoặc việc nhỏ chưa xong");
        check("doing-8-closed");
        browser.onDesktop();
        browser.open(address);
        browser.press("English");
        browser.see("Parts of the coordinating units");
        check("doing-9-closed-desktop");
        browser.press("Tiếng Việt");
        browser.see("Phần của từng đơn vị phối hợp");
        browser.signOut();
    }

    private static void theClerkSeesWhatIsLate() {
        firstSignIn("vanphong");
        browser.open("/work");
        browser.see("Rà soát số liệu cán bộ nữ");
        check("doing-10-late-desktop");
        browser.onPhone();
        browser.open("/work?q=truyen+thong");
        browser.see("1 nhiệm vụ");
        check("doing-11-late-phone");
        browser.press("Phòng Quản lý khoa học");
        browser.see("Công việc của Phòng Quản lý khoa học");
        check("doing-12-unit-phone");
        browser.open("/");
        check("doing-13-clerk-work");
    }

    private static void check(String picture) {
        browser.checkPage();
        browser.picture(picture);
    }

    private static void firstSignIn(String username) {
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
