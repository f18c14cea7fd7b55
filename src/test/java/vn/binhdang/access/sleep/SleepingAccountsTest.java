package vn.binhdang.access.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class SleepingAccountsTest {
    private static final String PASSWORD = "một câu dễ nhớ";

    @Autowired
    private SleepingAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void everybody_was_here_yesterday(@Autowired PasswordEncoder passwords) {
        jdbc.sql("delete from try_bucket").update();
        jdbc.sql("""
            update account set created_at = now() - interval '1 year', woken_at = null, asleep_since = null,
                   last_sign_in_at = now() - interval '1 day', must_change_password = false, password_hash = :hash
            """).param("hash", passwords.encode(PASSWORD)).update();
    }

    @Test
    void an_account_not_used_for_45_days_sleeps_and_one_of_44_days_does_not() {
        lastSeen("vanphong", 46);
        lastSeen("vanthu", 44);
        assertThat(accounts.fallAsleep()).isEqualTo(1);
        assertThat(asleep()).containsExactly("vanphong");
        assertThat(accounts.fallAsleep()).as("once only").isZero();
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'access.account.sleep'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_account_that_was_opened_or_woken_lately_is_not_unused() {
        jdbc.sql("update account set last_sign_in_at = null, created_at = now() where username = 'vanphong'")
                .update();
        jdbc.sql("""
            update account set last_sign_in_at = now() - interval '90 days', woken_at = now() where username = 'vanthu'
            """).update();
        assertThat(accounts.fallAsleep()).isZero();
    }

    @Test
    void the_last_administrator_never_sleeps() {
        for (String username : List.of("quantri", "vanphong", "giamdoc")) lastSeen(username, 400);
        accounts.fallAsleep();
        assertThat(asleep()).containsExactlyInAnyOrder("vanphong", "giamdoc");
    }

    @Test
    void who_sleeps_is_told_whom_to_ask_but_only_with_the_right_password(@Autowired Pages pages) {
        lastSeen("vanphong", 46);
        accounts.fallAsleep();
        assertThat(signIn("vanphong", "sai").getRedirectedUrl()).isEqualTo("/sign-in?wrong");
        assertThat(signIn("vanphong", PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in?asleep");
        var told = mvc.get().uri("/sign-in?asleep=").exchange().getResponse();
        assertThat(told.getStatus()).isEqualTo(200);
        assertThat(Pages.parse(told).select("main [role=alert]").text()).contains("người quản trị");

        var account = pages.actor("vanphong").account();
        var admin = pages.as("quantri");
        assertThat(admin.get("/accounts/" + account + "/sign-in").text()).contains("Đang ngủ");
        assertThat(pages.as("thongke")
                        .post("/accounts/" + account + "/sign-in/wake")
                        .getStatus())
                .isEqualTo(403);
        admin.post("/accounts/" + account + "/sign-in/wake");
        assertThat(signIn("vanphong", PASSWORD).getRedirectedUrl()).isEqualTo("/");
    }

    private MockHttpServletResponse signIn(String username, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", username)
                .param("password", password)
                .exchange()
                .getResponse();
    }

    private void lastSeen(String username, int days) {
        jdbc.sql("update account set last_sign_in_at = now() - make_interval(days => :days) where username = :name")
                .param("days", days)
                .param("name", username)
                .update();
    }

    private List<String> asleep() {
        return jdbc.sql("select username from account where asleep_since is not null")
                .query(String.class)
                .list();
    }
}
