package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/** The clerk makes a token, a program asks with it over the network, and is refused in the moment it is revoked. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class ProgramWithTokenTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    /** Asks for nothing that is there, so the answer does not depend on figures. */
    private static final String QUESTION = "/api/figures?indicator=KHONG_CO&period=2025";

    private static Browser browser;
    private static int port;

    @BeforeAll
    static void a_department_and_a_browser(@Autowired SampleDepartment department, @LocalServerPort int at) {
        department.found(FIRST_PASSWORD);
        port = at;
        browser = new Browser(at);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void made_used_and_revoked() throws Exception {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
        browser.open("/account/tokens");
        browser.see("chưa tạo mã truy cập nào");
        look("token-1-none");
        browser.press("Tạo mã truy cập");
        browser.see("Tên mã");
        browser.press("Tạo mã");
        browser.find("#name").sendKeys("Phần mềm báo cáo, máy chủ của Sở");
        look("token-2-new");
        browser.press("Tạo mã");
        browser.see("Hãy chọn ít nhất một việc");
        look("token-3-mistake");
        browser.click("input[value=READ_STATISTICS]");
        browser.press("Tạo mã");
        browser.see("Mã chỉ hiện một lần này");
        look("token-4-made");
        String token = browser.find("#secret").getText();
        theProgram(token);
        browser.press("Tôi đã cất mã");
        browser.see("Đang dùng được");
        look("token-5-list");
        browser.onPhone();
        look("token-6-list-phone");
        browser.open("/account/tokens/new");
        browser.see("Tên mã");
        look("token-7-new-phone");
        browser.onDesktop();
        browser.open("/account/tokens");
        browser.press("Thu hồi");
        browser.see("Đã thu hồi mã.");
        look("token-8-revoked");
        try (var program = HttpClient.newHttpClient()) {
            assertThat(ask(program, token).statusCode()).isEqualTo(401);
        }
        browser.driver()
                .findElement(By.cssSelector("form[action='/language'] button"))
                .click();
        browser.see("Access tokens for programs");
        look("token-9-english");
    }

    private static void theProgram(String token) throws Exception {
        try (var program = HttpClient.newHttpClient()) {
            var answer = ask(program, token);
            // The token opened the address; what was asked for is not there.
            assertThat(answer.statusCode()).isBetween(404, 409);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            var wrong = ask(program, "bdt_" + "A".repeat(43));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("invalid_token");
            var nothing = program.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/values"))
                            .header("Accept-Language", "en")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(nothing.statusCode()).isEqualTo(401);
            assertThat(nothing.body()).contains("Send a token in the header");
            assertThat(nothing.headers().allValues("Set-Cookie")).isEmpty();
            var outside = program.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/values"))
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(outside.statusCode()).isEqualTo(403);
            assertThat(outside.body()).contains("ENTER_STATISTICS");
        }
    }

    private static HttpResponse<String> ask(HttpClient program, String token) throws Exception {
        return program.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + QUESTION))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void look(String picture) {
        browser.checkPage();
        browser.picture(picture);
    }
}
