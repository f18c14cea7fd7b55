package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * On a phone with a slow line: the page is closed while a file is on its way and the line breaks off twice; the file goes on
 * where it was each time, and the report follows it.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class EvidenceOnASlowLineTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final int BYTES = 1_500_000;
    private static final int BYTES_PER_SECOND = 300_000;

    private static Browser browser;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

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
    void a_file_goes_on_where_it_was_after_the_page_was_closed_and_after_the_line_broke() throws Exception {
        var running = new RunningPlan(product);
        var plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                task("II.1", "Tập huấn cho công chức", "Phòng Quản lý khoa học", LocalDate.now(Today.ZONE)));
        String address = "/plans/" + plan + "/tasks/" + running.taskOf(plan, "II.1");
        String list = listOf(BYTES).toString();
        browser.onPhone();
        firstSignIn();

        browser.open(address);
        slowLine(false);
        browser.find("#files").sendKeys(list);
        long before = waitUntilMoreThan(0);
        slowLine(true);
        browser.checkPage();
        browser.driver().executeScript("document.querySelector('.arriving').scrollIntoView({block: 'center'})");
        browser.picture("slow-line-1-sending");
        slowLine(false);

        browser.open(address);
        browser.find("#files").sendKeys(list);
        long after = waitUntilMoreThan(before);
        assertThat(jdbc.sql("select count(*) from arriving_file")
                        .query(Long.class)
                        .single())
                .as("the same file, not a second one")
                .isEqualTo(1);

        slowLine(true);
        browser.see("Mất kết nối, đang thử lại");
        browser.click(browser.find(".report-form input[value=DONE]"));
        browser.type("#words", "Đã tập huấn 118 người.");
        browser.press("Gửi báo cáo");
        browser.see("Biểu mẫu được gửi ngay khi tệp cuối cùng đến nơi");
        browser.checkPage();
        browser.picture("slow-line-2-broken");
        assertThat(arrived()).isBetween(after, (long) BYTES - 1);

        slowLine(false);
        browser.see("Đã ghi nhận");
        assertThat(browser.find(".evidence-list").getText()).contains("danh-sach-ky-nhan.pdf");
        assertThat(browser.find(".task-states").getText()).contains("Đã hoàn thành");
        assertThat(jdbc.sql("select size from stored_file where media_type = 'application/pdf' order by stored_at"
                                + " desc limit 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(BYTES);
        assertThat(jdbc.sql("select count(*) from arriving_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A document by its first bytes; the rest is different everywhere, so that a part at a wrong place would be another file. */
    private Path listOf(int bytes) throws Exception {
        var content = new byte[bytes];
        new Random(7).nextBytes(content);
        byte[] beginning = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, content, 0, beginning.length);
        return Files.write(folder.resolve("danh-sach-ky-nhan.pdf"), content);
    }

    private static void slowLine(boolean broken) {
        var line = new ChromiumNetworkConditions();
        line.setOffline(broken);
        line.setLatency(Duration.ofMillis(20));
        line.setDownloadThroughput(2_000_000);
        line.setUploadThroughput(BYTES_PER_SECOND);
        browser.driver().setNetworkConditions(line);
    }

    private long arrived() {
        return jdbc.sql("select coalesce(max(arrived), 0) from arriving_file")
                .query(Long.class)
                .single();
    }

    private long waitUntilMoreThan(long bytes) {
        browser.waiting()
                .until(d -> arrived() > bytes
                        && !d.findElements(By.cssSelector(".arriving progress")).isEmpty());
        return arrived();
    }

    private static void firstSignIn() {
        browser.signIn("qlkh", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
