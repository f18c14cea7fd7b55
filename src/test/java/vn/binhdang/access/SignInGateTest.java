package vn.binhdang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What is open before every step of a sign-in is done, and after it was left alone. */
@PageTest
class SignInGateTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FRESH = Instant.parse("2999-01-01T00:00:00Z");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private UUID head;

    @BeforeEach
    void a_head_with_an_app(@Autowired Pages pages) {
        pages.as("giamdoc");
        head = pages.actor("giamdoc").account().value();
        jdbc.sql("delete from totp_secret").update();
        jdbc.sql("""
            insert into totp_secret (account_id, secret, shown_to, created_at, confirmed_at)
            values (:head, '\\x00', :head, now(), now())
            """).param("head", head).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plans",
                "/account/password",
                "/account/factors",
                "/account/factors/app",
                "/accounts/review",
                "/sign-in/again",
                "/notices",
                "/editor.js",
                "/no-such-page"
            })
    void the_password_alone_opens_nothing(String address) {
        assertThat(get(address, FRESH, null).getRedirectedUrl()).isEqualTo("/sign-in/factor");
    }

    @Test
    void the_password_alone_changes_nothing_either() {
        assertThat(post("/account/factors/app/remove", FRESH, null).getRedirectedUrl())
                .isEqualTo("/sign-in/factor");
        assertThat(post("/account/sessions/end-all", FRESH, null).getRedirectedUrl())
                .isEqualTo("/sign-in/factor");
        assertThat(get("/sign-in/factor", FRESH, null).getStatus()).isEqualTo(200);
    }

    @Test
    void a_part_of_a_page_sends_the_whole_page_to_the_missing_step() {
        var answer = mvc.get()
                .uri("/plans")
                .header("HX-Request", "true")
                .with(TestSignIn.as(head, FRESH, null))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/sign-in/factor");
    }

    @Test
    void a_sign_in_that_was_ended_opens_nothing_from_the_next_request_on() {
        assertThat(get("/plans", FRESH, FRESH).getStatus()).isEqualTo(200);
        jdbc.sql("update sign_in set ended_at = now() where id = :id")
                .param("id", head)
                .update();
        assertThat(get("/plans", FRESH, FRESH).getRedirectedUrl()).isEqualTo("/sign-in?expired");
    }

    @Test
    void no_sign_in_lives_longer_than_eight_hours() {
        jdbc.sql("update sign_in set started_at = now() - interval '8 hours 1 minute' where id = :id")
                .param("id", head)
                .update();
        assertThat(get("/plans", FRESH, FRESH).getRedirectedUrl()).isEqualTo("/sign-in?expired");
        assertThat(jdbc.sql("select end_reason from sign_in where id = :id")
                        .param("id", head)
                        .query(String.class)
                        .single())
                .isEqualTo("TOO_LONG");
    }

    @Test
    void a_sensitive_screen_asks_again_after_a_quarter_of_an_hour_and_any_other_does_not() {
        seen("16 minutes");
        assertThat(get("/account/factors", FRESH, FRESH).getRedirectedUrl())
                .isEqualTo("/sign-in/again?back=%2Faccount%2Ffactors");
        assertThat(get("/plans", FRESH, FRESH).getStatus()).isEqualTo(200);
        assertThat(get("/account/factors", FRESH, FRESH).getRedirectedUrl())
                .as("a look at another page in between does not help")
                .startsWith("/sign-in/again");
        assertThat(get("/sign-in/again?back=/account/factors", FRESH, FRESH).getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_quarter_of_an_hour_less_a_minute_is_not_long() {
        seen("14 minutes");
        assertThat(get("/account/factors", FRESH, FRESH).getStatus()).isEqualTo(200);
    }

    @Test
    void what_a_page_asks_by_itself_keeps_nobody_awake() {
        seen("14 minutes");
        mvc.get()
                .uri("/notices")
                .header("X-Background", "true")
                .with(TestSignIn.as(head, FRESH, FRESH))
                .exchange();
        assertThat(jdbc.sql("select last_seen_at < now() - interval '13 minutes' from sign_in where id = :id")
                        .param("id", head)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_critical_act_wants_a_factor_that_is_fresh() {
        assertThat(post("/account/factors/app/remove", FRESH, LONG_AGO).getRedirectedUrl())
                .isEqualTo("/sign-in/again?need=factor&back=%2F");
        assertThat(post("/account/factors/app/remove", FRESH, FRESH).getRedirectedUrl())
                .isEqualTo("/account/factors?removed");
    }

    @Test
    void who_has_no_factor_is_asked_for_the_password_instead() {
        jdbc.sql("delete from totp_secret").update();
        assertThat(get("/account/factors/app", LONG_AGO, null).getRedirectedUrl())
                .startsWith("/sign-in/again?need=factor");
        assertThat(get("/account/factors/app", FRESH, null).getStatus()).isEqualTo(200);
    }

    @Test
    void a_sleeping_account_is_out_at_once() {
        jdbc.sql("update account set asleep_since = now() where id = :id")
                .param("id", head)
                .update();
        assertThat(get("/plans", FRESH, FRESH).getRedirectedUrl()).isEqualTo("/sign-in?expired");
        jdbc.sql("update account set asleep_since = null").update();
    }

    @Test
    void after_asking_again_one_comes_back_to_own_pages_only() {
        assertThat(get("/sign-in/again?back=//elsewhere.example/", FRESH, FRESH).getStatus())
                .isEqualTo(200);
        var page = Pages.parse(get("/sign-in/again?back=//elsewhere.example/", FRESH, FRESH));
        assertThat(page.select("main input[name=back]").attr("value")).isEqualTo("/");
    }

    private void seen(String ago) {
        jdbc.sql("update sign_in set last_seen_at = now() - cast(:ago as interval) where id = :id")
                .param("ago", ago)
                .param("id", head)
                .update();
    }

    private MockHttpServletResponse get(String address, Instant confirmed, Instant factor) {
        return mvc.get()
                .uri(address)
                .with(TestSignIn.as(head, confirmed, factor))
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse post(String address, Instant confirmed, Instant factor) {
        return mvc.method(HttpMethod.POST)
                .uri(address)
                .with(TestSignIn.as(head, confirmed, factor))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse();
    }
}
