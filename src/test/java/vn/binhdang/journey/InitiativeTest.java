package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.calendar.Today;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/**
 * An idea written down on a phone is approved on a phone, tried by a division, measured before and after, spread by the head
 * to another division, which takes it up; table PL8 has it.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class InitiativeTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String NAME = "Luân phiên nữ công chức chủ trì họp chuyên môn";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Who still has the password of the first day. */
    private static final Set<String> NEWCOMERS = new HashSet<>(Set.of("qlkh", "giamdoc", "vanphong", "khtc"));

    private static Browser browser;

    private final LocalDate today = LocalDate.now(Today.ZONE);

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
    void an_idea_becomes_a_pilot_with_measures_and_is_spread_to_another_division() {
        browser.onPhone();
        String address = somebodyProposes();
        theHeadApproves(address);
        browser.onDesktop();
        theOfficeRunsThePilot(address);
        theHeadSpreadsIt(address);
        anotherDivisionTakesItUp();
    }

    private static String somebodyProposes() {
        signIn("qlkh");
        browser.open("/initiatives");
        browser.see("Chưa có sáng kiến, mô hình nào");
        look("initiative-1-empty");
        browser.press("Đề xuất sáng kiến, mô hình");
        browser.type("#title", NAME);
        browser.type("#proposal", "Mỗi tháng một nữ công chức chủ trì họp chuyên môn, có người kèm.");
        browser.press("Trình lãnh đạo");
        browser.see("Chưa lưu được");
        assertThat(browser.find("#title").getAttribute("value")).isEqualTo(NAME);
        look("initiative-2-mend");
        browser.type("#problem", "Ba năm qua họp chuyên môn đều do nam chủ trì.");
        browser.type("#beneficiaries", "16 nữ công chức của Sở");
        browser.press("Trình lãnh đạo");
        browser.see("Đã trình lãnh đạo.");
        look("initiative-3-proposed");
        String address = browser.path().replaceFirst("\\?.*", "");
        browser.signOut();
        return address;
    }

    private static void theHeadApproves(String address) {
        signIn("giamdoc");
        browser.open("/");
        browser.see("Sáng kiến, mô hình chờ duyệt");
        browser.press(NAME);
        browser.see("Quyết định");
        look("initiative-4-decision");
        browser.type("#decisionReason", "Làm thử hai tháng ở một phòng.");
        browser.press("Duyệt cho thí điểm");
        browser.see("Đã ghi quyết định");
        assertThat(browser.path()).startsWith(address);
        browser.signOut();
    }

    private void theOfficeRunsThePilot(String address) {
        signIn("vanphong");
        browser.open(address);
        browser.type("#pilotUnit", "Phòng Quản lý khoa học");
        browser.type("#from", DAY.format(today));
        browser.type("#to", DAY.format(today.plusDays(60)));
        browser.type("#responsible", "Trịnh Xuân Giang");
        browser.type("#planned", "12.500.000");
        browser.type("#costSource", "Kinh phí bình đẳng giới của Sở");
        look("initiative-5-begin");
        browser.click(browser.find("form[action$='/pilot'] .btn-primary"));
        browser.see("Đã lưu thí điểm.");
        browser.press("Thêm chỉ số");
        browser.type("#measureName", "Cuộc họp do nữ chủ trì");
        browser.type("#measuredIn", "%");
        browser.type("#measureDue", DAY.format(today.plusDays(30)));
        browser.click(browser.find("form[action$='/measures'] .btn-primary"));
        browser.see("Đã thêm chỉ số.");
        browser.press("Ghi số đo");
        for (String side : new String[] {"before", "after"}) {
            browser.type("[name=" + side + "]", side.equals("before") ? "0" : "37,5");
            browser.type("[name=" + side + "On]", DAY.format(today));
            browser.type("[name=" + side + "Source]", "Sổ họp");
        }
        look("initiative-6-measure");
        browser.click(browser.find("form.initiative-pair .btn-primary"));
        browser.see("Đã ghi số đo.");
        browser.see("+37,5 %, tốt lên");
        browser.click(browser.find("form[action$='/conclusion']").findElement(By.xpath("../summary")));
        browser.type("#conclusion", "Sáu trong mười sáu cuộc họp do nữ chủ trì.");
        browser.type("#evidence", "Sổ họp quý, lưu tại phòng");
        browser.type("#lessons", "Cần báo trước hai tuần.");
        browser.click(browser.find("form[action$='/conclusion'] .btn-primary"));
        browser.see("Đã kết thúc thí điểm");
        look("initiative-7-concluded");
        browser.signOut();
    }

    private static void theHeadSpreadsIt(String address) {
        signIn("giamdoc");
        browser.open(address);
        browser.click(browser.find("input[value=SPREAD]"));
        browser.type("#outcomeReason", "Có tác dụng, không tốn kém.");
        browser.press("Ghi quyết định");
        browser.see("được nhân rộng");
        browser.type("#offerUnit", "Phòng Kế hoạch - Tài chính");
        browser.press("Đề nghị đơn vị này nhận");
        browser.see("Đã đề nghị");
        look("initiative-8-spread");
        browser.open("/initiatives/tables/pl8");
        browser.see("16 nữ công chức của Sở");
        look("initiative-9-pl8");
        browser.signOut();
    }

    private static void anotherDivisionTakesItUp() {
        signIn("khtc");
        browser.open("/");
        browser.press(NAME);
        browser.see("Đơn vị bạn có nhận mô hình này không?");
        look("initiative-10-answer");
        browser.press("Nhận mô hình");
        browser.see("Đã nhận");
        browser.press("English");
        browser.see("Initiatives and models");
        look("initiative-11-taken-up-en");
        browser.open("/initiatives");
        look("initiative-12-portfolio-en");
    }

    /** At both widths. */
    private static void look(String name) {
        browser.onPhone();
        browser.picture(name + "-phone");
        browser.checkPage();
        browser.onDesktop();
        browser.picture(name);
        browser.checkPage();
    }

    private static void signIn(String username) {
        if (!NEWCOMERS.remove(username)) {
            browser.signIn(username, PASSWORD);
            return;
        }
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
