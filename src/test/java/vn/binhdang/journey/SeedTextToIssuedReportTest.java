package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/**
 * The whole line on real input, as the people of a department walk it: the text of the founding plan comes in, is checked
 * by the clerk, approved by the head on a phone, issued, carried out by a division, and reported on.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class SeedTextToIssuedReportTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    @LocalServerPort
    private int port;

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
    void a_plan_document_becomes_a_running_plan_and_a_report_document_comes_out() {
        firstSignIn("vanphong");
        String plan = theClerkBringsTheFoundingPlanIn();
        theClerkChecksAndSubmits(plan);
        theHeadApprovesOnAPhone(plan);
        theClerkIssues(plan);
        theDivisionReportsItsTask(plan);
        theClerkReportsToTheSuperior(plan);
    }

    private String theClerkBringsTheFoundingPlanIn() {
        browser.open("/plans/import");
        browser.picture("01-import");
        browser.checkPage();
        browser.find("#file").sendKeys(Path.of("src/test/resources/seed-plan-2024.txt").toAbsolutePath().toString());
        browser.press("Đọc văn bản");
        browser.see("Soạn kế hoạch từ văn bản này");
        browser.see("14/4/2024");
        browser.checkPage();
        browser.picture("02-understood");
        browser.press("Soạn kế hoạch từ văn bản này");
        browser.find("#line-3");
        browser.checkPage();
        return browser.path().split("/")[2];
    }

    private void theClerkChecksAndSubmits(String plan) {
        browser.picture("03-editor");
        // The office leads what the text leaves open; the division of digital transformation takes the second task.
        browser.driver().findElements(By.cssSelector(".task-pick")).forEach(browser::click);
        browser.type("#assign-lead", "Văn phòng");
        browser.press("Giao chủ trì");
        browser.waiting().until(d -> leads().stream().allMatch("Văn phòng"::equals));
        openTask(1);
        typeInTask(1, "lead", "Phòng Chuyển đổi số");
        for (int task = 0; task < 6; task++) {
            if (task == 2) continue;
            openTask(task);
            typeInTask(task, "due", "31/12/2026");
        }
        browser.waiting().until(d -> leads().get(1).equals("Phòng Chuyển đổi số"));
        browser.checkPage();
        browser.picture("04-tasks");
        browser.open("/plans/" + plan + "/edit");
        assertThat(leads().get(1)).as("saved by itself").isEqualTo("Phòng Chuyển đổi số");
        var printed = browser.find("input[name=printAssignments]");
        if (printed.isSelected()) browser.click(printed);
        browser.click(".plan-settings button");
        browser.open("/documents/" + plan);
        browser.checkPage();
        browser.driver().findElements(By.name("warningsSeen")).forEach(browser::click);
        browser.press("Trình ký");
        browser.see("Đã trình ký");
    }

    private void theHeadApprovesOnAPhone(String plan) {
        browser.signOut();
        browser.onPhone();
        firstSignIn("giamdoc");
        browser.open("/documents");
        browser.checkPage();
        browser.open("/documents/" + plan);
        browser.checkPage();
        browser.picture("05-approve-on-a-phone");
        browser.press("Duyệt");
        browser.see("Đã duyệt");
        browser.onDesktop();
    }

    private void theClerkIssues(String plan) {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/documents/" + plan);
        browser.picture("06-issue");
        browser.press("Cấp số và ban hành");
        browser.see("Đã ban hành");
        browser.see("01/KH-KHCN");
        browser.checkPage();
        browser.picture("07-issued");
    }

    private void theDivisionReportsItsTask(String plan) {
        browser.signOut();
        firstSignIn("cds");
        browser.open("/plans/" + plan);
        browser.checkPage();
        browser.picture("08-running-plan");
    }

    private void theClerkReportsToTheSuperior(String plan) {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/reports");
        browser.checkPage();
    }

    private void firstSignIn(String username) {
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.checkPage();
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }

    private static List<String> leads() {
        return browser.driver().findElements(By.cssSelector(".task [data-shows=lead]")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void openTask(int index) {
        var card = browser.driver().findElements(By.cssSelector(".task details.task-card")).get(index);
        if (card.getAttribute("open") == null) browser.click(card.findElement(By.tagName("summary")));
    }

    private static void typeInTask(int index, String field, String value) {
        var input = browser.driver()
                .findElements(By.cssSelector(".task"))
                .get(index)
                .findElement(By.name(field));
        input.clear();
        input.sendKeys(value, "\t");
    }
}
