package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.UnreadableDocument;
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
        browser.find("#file")
                .sendKeys(Path.of("src/test/resources/seed-plan-2024.txt")
                        .toAbsolutePath()
                        .toString());
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
        browser.open("/");
        browser.checkPage();
        browser.picture("08-my-work");
        browser.open("/plans/" + plan);
        browser.checkPage();
        browser.picture("09-running-plan");
        browser.click("a[href*='/tasks/'][href*='" + plan + "']");
        browser.open(browser.path());
        browser.checkPage();
        browser.open("/plans/" + plan);
        browser.click(browser.driver().findElement(By.partialLinkText("Tích cực xây dựng")));
        browser.click("input[name=state][value=DONE]");
        browser.type("#words", "Đã đăng 12 tin, bài trên trang thông tin điện tử của Sở; số hóa thống kê theo giới.");
        browser.find("#files").sendKeys(evidence().toString());
        browser.type("#title", "Ảnh chuyên mục bình đẳng giới");
        browser.picture("10-task");
        browser.press("Gửi báo cáo");
        browser.see("Đã ghi nhận");
        browser.see("Ảnh chuyên mục bình đẳng giới");
        browser.checkPage();
    }

    private void theClerkReportsToTheSuperior(String plan) {
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/reports");
        browser.checkPage();
        int year = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(17).getYear();
        browser.open("/reports/new?plan=" + plan + "&year=" + year);
        browser.checkPage();
        browser.click("input[name=period][value='" + yearCode() + "']");
        browser.picture("11-new-report");
        browser.press("Tổng hợp dự thảo");
        browser.waiting()
                .until(d -> browser.path().matches("/reports/[0-9a-f-]{36}.*|/documents/[0-9a-f-]{36}/edit.*"));
        String report = browser.path().split("[/?]")[2];
        browser.open("/reports/" + report);
        browser.checkPage();
        browser.picture("12-report");
        browser.open("/documents/" + report + "/edit");
        browser.checkPage();
        browser.open("/documents/" + report);
        browser.see("12 tin, bài");
        browser.driver().findElements(By.name("warningsSeen")).forEach(browser::click);
        browser.press("Trình ký");
        browser.see("Đã trình ký");
        browser.signOut();
        browser.signIn("giamdoc", PASSWORD);
        browser.open("/documents/" + report);
        browser.press("Duyệt");
        browser.see("Đã duyệt");
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/documents/" + report);
        browser.press("Cấp số và ban hành");
        browser.see("Đã ban hành");
        browser.picture("13-issued-report");
        whatWasIssuedIsReadBack(report);
    }

    /** The file that leaves the house says what the office put in: our own reader is the reader at the other end. */
    private void whatWasIssuedIsReadBack(String report) {
        var document = read("/documents/" + report + "/issued.pdf", "bao-cao.pdf");
        assertThat(document.documentType()).isEqualTo("Báo cáo");
        assertThat(document.number()).isEqualTo("02");
        assertThat(document.addressees()).anyMatch(line -> line.contains("Sở Lao động"));
        assertThat(document.body()).anyMatch(block -> block.text().contains("12 tin, bài"));
        assertThat(read("/documents/" + report + "/issued.docx", "bao-cao.docx").number())
                .isEqualTo("02");
    }

    private AdministrativeDocument read(String address, String fileName) {
        String cookies = browser.driver().manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Cookie", cookies)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return new DocumentReader()
                    .read(
                            fileName,
                            http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                    .body())
                    .document();
        } catch (IOException | InterruptedException | UnreadableDocument e) {
            throw new AssertionError(address, e);
        }
    }

    private static String yearCode() {
        return browser.driver().findElements(By.name("period")).stream()
                .map(choice -> Objects.requireNonNull(choice.getAttribute("value")))
                .filter(code -> code.startsWith("YEAR"))
                .findFirst()
                .orElseThrow();
    }

    private static Path evidence() {
        try {
            Path file = Files.createTempFile("chuyen-muc", ".png");
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var card = browser.driver()
                .findElements(By.cssSelector(".task details.task-card"))
                .get(index);
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
