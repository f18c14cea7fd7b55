package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.initiative.InitiativeRecords;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * A clerk in a hurry writes down the decision of another body: days that never were, an unknown unit, a program and a film
 * that is too large instead of a scan. Each is named with what to do, and nothing typed is lost. Then a picture and a link
 * become evidence of a pilot and of a finding.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class HurriedClerkTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static Browser browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pages pages;

    @TempDir
    private Path folder;

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
    void what_a_hurried_clerk_types_is_named_mended_and_stored() throws IOException {
        signIn();
        everythingIsWrong();
        theDaysAreInTheWrongOrderAndTheScanIsTooLarge();
        String mission = itIsMended();
        theConclusionIsWrittenDown(mission);
        aFindingHasALink(mission);
        String pilot = aPilotHasAPictureAndALink();
        theSameIsSaidInEnglish(pilot);
    }

    private void everythingIsWrong() throws IOException {
        Path program = Files.write(folder.resolve("quyet-dinh.pdf"), new byte[] {'M', 'Z', 0, 0});
        browser.onPhone();
        browser.open("/oversight/missions/other");
        browser.type("#body", "Thanh tra tỉnh");
        browser.type("#number", " ");
        browser.type("#decidedOn", DAY.format(today.plusDays(3)));
        browser.type("#subject", "Việc chấp hành pháp luật về bình đẳng giới");
        browser.type("#unit", "Phòng Không Có");
        browser.type("#from", "31/02/2026");
        browser.type("#to", "hôm qua");
        browser.find("#files").sendKeys(program.toString());
        send();
        browser.see("Chưa ghi được");
        for (String field : new String[] {"number", "decidedOn", "unit", "from", "to", "files"})
            assertThat(browser.find("#mistake-" + field).getText()).as(field).isNotBlank();
        assertThat(browser.find("#mistake-files").getText()).contains("quyet-dinh.pdf", "chương trình");
        assertThat(browser.driver().switchTo().activeElement().getAttribute("id"))
                .as("where the first mistake is")
                .isEqualTo("number");
        assertThat(value("#subject")).isEqualTo("Việc chấp hành pháp luật về bình đẳng giới");
        assertThat(value("#unit")).isEqualTo("Phòng Không Có");
        assertThat(value("#from")).isEqualTo("31/02/2026");
        look("hurried-1-everything");
    }

    private void theDaysAreInTheWrongOrderAndTheScanIsTooLarge() throws IOException {
        Path film = folder.resolve("toan-bo-ho-so.pdf");
        try (var large = new RandomAccessFile(film.toFile(), "rw")) {
            large.writeBytes("%PDF-1.7\n");
            large.setLength(26_000_000);
        }
        browser.type("#number", "45/QĐ-TTT");
        browser.type("#decidedOn", DAY.format(today.minusDays(30)));
        browser.type("#unit", "Phòng Kế hoạch - Tài chính");
        browser.type("#from", DAY.format(today.minusDays(5)).replace('/', '.'));
        browser.type("#to", DAY.format(today.minusDays(9)));
        browser.find("#files").sendKeys(film.toString());
        browser.see("quá lớn");
        assertThat(browser.find(".arriving li").getText()).contains("toan-bo-ho-so.pdf", "MB");
        send();
        browser.see("Có tệp chưa nhận được");
        look("hurried-2-too-large");
        browser.click(browser.find(".arriving button"));
        send();
        browser.see("từ ngày đầu trở đi");
        assertThat(browser.find("#mistake-to").getText()).contains("từ ngày đầu trở đi");
        assertThat(value("#number")).isEqualTo("45/QĐ-TTT");
        browser.onDesktop();
        look("hurried-2-order");
    }

    private String itIsMended() throws IOException {
        Path scan = Files.writeString(folder.resolve("45-qd-ttt.pdf"), "%PDF-1.7 quyết định");
        browser.type("#to", DAY.format(today.minusDays(1)));
        browser.find("#files").sendKeys(scan.toString());
        send();
        browser.see("Số 45/QĐ-TTT");
        return browser.path().replaceFirst("\\?.*", "");
    }

    private void theConclusionIsWrittenDown(String mission) {
        browser.press("Ghi kết luận");
        browser.type("#number", "12/KL-TTT");
        browser.type("#day", DAY.format(today.minusDays(20)));
        browser.type("#summary", "Còn thiếu số liệu tách theo giới");
        browser.click(browser.find("form[action$='/other/conclusion'] .btn-primary"));
        browser.see("không trước ngày bắt đầu");
        assertThat(value("#summary")).isEqualTo("Còn thiếu số liệu tách theo giới");
        look("hurried-3-conclusion");
        browser.type("#day", DAY.format(today));
        browser.click(browser.find("form[action$='/other/conclusion'] .btn-primary"));
        browser.see("Số 12/KL-TTT");
        assertThat(browser.path()).startsWith(mission);
    }

    private void aFindingHasALink(String mission) {
        browser.open(mission);
        browser.press("Phòng Kế hoạch - Tài chính");
        browser.type("#text", "Chưa công khai số liệu");
        browser.click(browser.find("form[action$='/findings'] .evidence-link summary"));
        browser.type("#link", "tinh.example.vn/thong-bao");
        browser.click(browser.find("form[action$='/findings'] .btn-primary"));
        browser.see("Đường dẫn phải bắt đầu bằng");
        assertThat(value("#text")).isEqualTo("Chưa công khai số liệu");
        browser.onPhone();
        look("hurried-4-finding");
        browser.type("#link", "https://tinh.example.vn/thong-bao");
        browser.type("#linkTitle", "Thông báo số liệu của tỉnh");
        browser.type("#linkDate", DAY.format(today.minusDays(2)));
        browser.click(browser.find("form[action$='/findings'] .btn-primary"));
        browser.see("Đường dẫn tới tinh.example.vn");
        look("hurried-5-found");
    }

    private String aPilotHasAPictureAndALink() throws IOException {
        var made = InitiativeRecords.make(
                jdbc, pages.actor("vanphong"), pages.actor("qlkh").unit());
        String of = "files-" + made.get("measure");
        browser.open("/initiatives/" + made.get("initiative"));
        var adding = browser.find("form[action$='/measures/" + made.get("measure") + "/evidence']");
        browser.click(adding.findElement(By.xpath("parent::details/summary")));
        browser.find("#" + of).sendKeys(photo().toString());
        browser.click(adding.findElement(By.cssSelector(".evidence-link summary")));
        browser.type("#link-" + of, "https://skhcn.example.vn/tin/goc-me-va-be");
        browser.type("#linkTitle-" + of, "Khai trương góc mẹ và bé");
        browser.type("#linkDate-" + of, DAY.format(today.minusDays(1)));
        browser.click(adding.findElement(By.cssSelector(".btn-primary")));
        browser.see("Đường dẫn tới skhcn.example.vn");
        WebElement small = browser.find(".initiative-measure img.evidence-photo");
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", small);
        browser.waiting()
                .until(d -> Boolean.TRUE.equals(
                        browser.driver().executeScript("return arguments[0].naturalWidth > 0", small)));
        look("hurried-6-pilot");
        browser.onDesktop();
        look("hurried-7-pilot-wide");
        return "/initiatives/" + made.get("initiative");
    }

    private static void theSameIsSaidInEnglish(String pilot) {
        browser.open("/oversight/missions/other");
        browser.press("English");
        for (String field : new String[] {"body", "number", "decidedOn", "subject", "unit", "from", "to"})
            browser.type("#" + field, " ");
        send();
        browser.see("Not stored yet");
        assertThat(browser.driver().findElements(By.cssSelector("main .field-problem")))
                .hasSize(7);
        look("hurried-8-english");
        browser.onPhone();
        browser.open(pilot);
        browser.see("Link to skhcn.example.vn");
        look("hurried-9-pilot-english");
    }

    private Path photo() throws IOException {
        var picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var drawing = picture.createGraphics();
        drawing.setColor(new Color(0x7A, 0x4B, 0xA0));
        drawing.fillRect(0, 0, 1200, 900);
        drawing.setColor(Color.WHITE);
        drawing.fillOval(300, 150, 600, 600);
        drawing.dispose();
        Path file = folder.resolve("goc-me-va-be.jpg");
        ImageIO.write(picture, "jpeg", file.toFile());
        return file;
    }

    private static void send() {
        browser.click(browser.find("main form[enctype] .btn-primary"));
    }

    private static String value(String css) {
        return String.valueOf(browser.find(css).getAttribute("value"));
    }

    private static void look(String name) {
        browser.checkPage();
        browser.picture(name);
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
