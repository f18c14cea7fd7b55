package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.audit.Checkpoints;
import vn.binhdang.cli.CommandLine;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** The auditor finds what was done, opens a record's history, exports with proof, and has the file verified. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class AuditorReadsTheRecordTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";

    @TempDir
    static Path downloads;

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
    void from_the_search_to_a_verified_export(@Autowired Checkpoints checkpoints) throws Exception {
        checkpoints.take();
        browser.signIn("kiemtoan", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));

        browser.click(".visitor summary");
        browser.press("Nhật ký");
        browser.see("Niêm phong gần nhất");
        look("audit-record");
        browser.type("#who", "thu an");
        browser.press("Tìm");
        browser.see("Hoàng Thu An");
        look("audit-search");

        browser.click(".deed-links a[href^='/audit/records/']");
        browser.see("Lịch sử hồ sơ");
        look("audit-history");

        browser.open("/accounts");
        browser.click("main table a");
        browser.press("Lịch sử thay đổi");
        browser.see("Ai đã thay đổi gì");
        look("account-history");
        browser.open("/units");
        browser.click("main table a");
        browser.press("Lịch sử thay đổi");
        look("unit-history");

        browser.open("/audit/checkpoints");
        look("audit-checkpoints");
        browser.press("Điểm niêm phong số 1");
        look("audit-checkpoint");

        browser.open("/audit/export");
        look("audit-export");
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.press("Xuất");
        var export = browser.waiting().until(d -> downloaded(".zip"));
        browser.open("/audit/checkpoints");
        browser.press("Tải khóa công khai");
        var key = browser.waiting().until(d -> downloaded(".pem"));

        var whole = commandLine("audit", "verify", "--export", export.toString(), "--public-key", key.toString());
        assertThat(whole.said()).startsWith("Tệp xuất nguyên vẹn: ");
        assertThat(whole.status()).isZero();
    }

    /** On the desktop and on a phone, in Vietnamese and in English. */
    private static void look(String name) {
        for (String language : List.of("vi", "en")) {
            if (language.equals("en")) otherLanguage();
            browser.onPhone();
            browser.checkPage();
            browser.picture(name + "-" + language + "-phone");
            browser.onDesktop();
            browser.checkPage();
            browser.picture(name + "-" + language);
        }
        otherLanguage();
    }

    /** Comes back to the path without what was asked, so the page is opened again as it was. */
    private static void otherLanguage() {
        var path = browser.path();
        var before = browser.find("html").getAttribute("lang");
        browser.click(".language button");
        browser.waiting().until(d -> !before.equals(browser.find("html").getAttribute("lang")));
        browser.open(path);
    }

    private static Path downloaded(String ending) {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Ended(int status, String said) {}

    private static Ended commandLine(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandLine.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
