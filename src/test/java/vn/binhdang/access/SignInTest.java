package vn.binhdang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class SignInTest {
    private static final String PASSWORD = "một câu dễ nhớ";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Pages pages;

    @BeforeEach
    void a_known_password() {
        jdbc.sql("update account set password_hash = :hash, must_change_password = false where username = 'vanphong'")
                .param("hash", passwords.encode(PASSWORD))
                .update();
        jdbc.sql("delete from sign_in_failure").update();
        jdbc.sql("delete from try_bucket").update();
    }

    @Test
    void the_right_password_opens_the_product_and_leaves_an_audit_row() {
        assertThat(signIn("vanphong", PASSWORD, "10.0.0.1").getRedirectedUrl()).isEqualTo("/");
        assertThat(count("select count(*) from audit_row where action = 'access.signIn'"))
                .isPositive();
    }

    @Test
    void names_are_typed_in_any_case() {
        assertThat(signIn("VanPhong", PASSWORD, "10.0.0.1").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        assertThat(signIn("vanphong", "sai", "10.0.0.2").getRedirectedUrl()).isEqualTo("/sign-in?wrong");
        assertThat(signIn("khong-co", "sai", "10.0.0.2").getRedirectedUrl()).isEqualTo("/sign-in?wrong");
    }

    @Test
    void who_guesses_has_to_wait_and_the_owner_elsewhere_does_not() {
        for (int i = 0; i < 5; i++) signIn("vanphong", "sai", "10.0.0.3");
        assertThat(signIn("vanphong", PASSWORD, "10.0.0.3").getRedirectedUrl()).isEqualTo("/sign-in?slow");
        assertThat(signIn("vanphong", PASSWORD, "10.0.0.4").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void an_address_in_a_header_is_nobodys_address() {
        for (int i = 0; i < 5; i++) signIn("vanphong", "sai", "10.0.0.8");
        var again = mvc.post()
                .uri("/sign-in")
                .remoteAddress("10.0.0.8")
                .header("X-Forwarded-For", "10.9.9.9")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", "vanphong")
                .param("password", PASSWORD)
                .exchange()
                .getResponse();
        assertThat(again.getRedirectedUrl()).isEqualTo("/sign-in?slow");
    }

    @Test
    void the_failure_table_holds_no_names() {
        signIn("mat-khau-go-nham", "sai", "10.0.0.5");
        String rows = jdbc.sql("select coalesce(string_agg(sign_in_failure::text, ''), '') from sign_in_failure")
                .query(String.class)
                .single();
        assertThat(rows).isNotEmpty().doesNotContain("mat-khau");
    }

    @Test
    void a_first_password_opens_nothing_but_the_page_that_changes_it() {
        var visit = pages.as("vanphong");
        jdbc.sql("update account set must_change_password = true where username = 'vanphong'")
                .update();
        assertThat(visit.fetch("/plans").getRedirectedUrl()).isEqualTo("/account/password");
        assertThat(visit.get("/account/password").select("[role=status]")).hasSize(1);
    }

    @Test
    void a_new_password_is_refused_in_words_until_it_is_good() {
        var visit = pages.as("vanphong");
        assertThat(change(visit, "sai", "một câu khác hẳn", "một câu khác hẳn"))
                .contains("Mật khẩu hiện tại chưa đúng");
        assertThat(change(visit, PASSWORD, "ngắn", "ngắn")).contains("ít nhất 12 ký tự");
        assertThat(change(visit, PASSWORD, PASSWORD, PASSWORD)).contains("phải khác");
        assertThat(change(visit, PASSWORD, "aaaaaaaaaaaa", "aaaaaaaaaaaa")).contains("quá đơn giản");
        assertThat(change(visit, PASSWORD, "một câu khác hẳn", "một câu khác")).contains("chưa giống nhau");
        assertThat(visit.post(
                                "/account/password",
                                "currentPassword",
                                PASSWORD,
                                "newPassword",
                                "một câu khác hẳn",
                                "repeated",
                                "một câu khác hẳn")
                        .getRedirectedUrl())
                .isEqualTo("/");
        assertThat(signIn("vanphong", "một câu khác hẳn", "10.0.0.6").getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void pages_forbid_inline_script_and_framing() {
        var response = mvc.get().uri("/sign-in").exchange().getResponse();
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        var response = mvc.post()
                .uri("/sign-in")
                .param("username", "vanphong")
                .param("password", PASSWORD)
                .exchange();
        assertThat(response.getResponse().getRedirectedUrl()).isNotEqualTo("/");
        assertThat(response.getResponse().getStatus()).isIn(302, 403);
    }

    @Test
    void the_language_is_chosen_and_leads_back_to_own_pages_only() {
        var english = mvc.post()
                .uri("/language")
                .param("language", "en")
                .param("back", "//elsewhere.example/")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse();
        assertThat(english.getRedirectedUrl()).isEqualTo("/");
        assertThat(Objects.requireNonNull(english.getCookie("language")).getValue())
                .startsWith("en");
    }

    @Test
    void an_address_that_does_not_exist_is_a_page_with_a_way_back() {
        var response = pages.as("vanphong").fetch("/khong-co-trang-nay");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(Pages.parse(response).select("h1").text()).isEqualTo("Không tìm thấy trang");
    }

    private MockHttpServletResponse signIn(String username, String password, String address) {
        return mvc.post()
                .uri("/sign-in")
                .session(new MockHttpSession())
                .remoteAddress(address)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", username)
                .param("password", password)
                .exchange()
                .getResponse();
    }

    private static String change(Pages.Visit visit, String current, String fresh, String repeated) {
        var response =
                visit.post("/account/password", "currentPassword", current, "newPassword", fresh, "repeated", repeated);
        return Pages.parse(response).select("[role=alert]").text();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
