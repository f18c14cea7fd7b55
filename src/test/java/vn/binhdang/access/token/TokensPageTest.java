package vn.binhdang.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.binhdang.access.TestSignIn;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class TokensPageTest {
    private static final String FOR_PROGRAMS = "/account/tokens";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate today;

    @BeforeEach
    void nobody_has_a_token() {
        today = LocalDate.now(clock);
        jdbc.sql("delete from api_token").update();
    }

    @Test
    void the_secret_is_shown_once_and_only_its_hash_is_kept() {
        String secret = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        assertThat(secret).matches("bdt_[A-Za-z0-9_-]{43}");
        var list = pages.as("vanphong").get(FOR_PROGRAMS);
        assertThat(list.text())
                .contains("Máy chủ báo cáo", "Xem số liệu thống kê chưa công bố", "Chưa dùng", "Đang dùng được")
                .contains(TypedDay.print(today.plusDays(30)))
                .doesNotContain("bdt_");
        assertThat(jdbc.sql("select cast(t as text) from api_token t union all select cast(a as text) from audit_row a")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(secret) || row.contains(secret.substring(4)));
        assertThat(jdbc.sql("select length(secret_hash) from api_token")
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
        pages.as("vanphong").get(FOR_PROGRAMS, "en");
        pages.as("vanphong").get(FOR_PROGRAMS + "/new", "en");
    }

    @Test
    void only_what_its_owner_may_do_can_be_chosen() {
        assertThat(pages.as("vanphong")
                        .get(FOR_PROGRAMS + "/new")
                        .select("input[name=scopes]")
                        .eachAttr("value"))
                .containsExactly("READ_STATISTICS", "ENTER_STATISTICS", "SUBMIT_STATISTICS");
        assertThat(pages.as("thongke")
                        .get(FOR_PROGRAMS + "/new")
                        .select("input[name=scopes]")
                        .eachAttr("value"))
                .containsExactly("READ_STATISTICS", "ENTER_STATISTICS", "ACCEPT_STATISTICS", "PUBLISH_STATISTICS");
        var answer = make("vanphong", "Máy chủ", "ACCEPT_STATISTICS", today.plusDays(5));
        assertThat(answer.select("#scopes-mistake").text()).isEqualTo("Hãy chọn ít nhất một việc.");
        assertThat(make("vanphong", "Máy chủ", "WRITE_DOCUMENTS", today.plusDays(5))
                        .select("#scopes-mistake"))
                .isNotEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void who_may_do_nothing_of_it_is_told_so() {
        assertThat(pages.as("quantri").get(FOR_PROGRAMS).text()).contains("chưa tạo được mã");
        assertThat(pages.as("quantri").get(FOR_PROGRAMS + "/new").select("main form"))
                .isEmpty();
        assertThat(make("quantri", "Máy chủ", "READ_STATISTICS", today.plusDays(5))
                        .select("#secret"))
                .isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void a_form_that_cannot_be_taken_comes_back_whole() {
        var late = make(
                "vanphong", "Máy chủ A", "READ_STATISTICS", today.plusYears(1).plusDays(1));
        assertThat(late.select("#lastDay-mistake").text()).contains("tối đa một năm");
        assertThat(late.select("#name").attr("value")).isEqualTo("Máy chủ A");
        assertThat(late.select("input[name=scopes][checked]").eachAttr("value")).containsExactly("READ_STATISTICS");
        assertThat(make("vanphong", "A", "READ_STATISTICS", today.minusDays(1)).select("#lastDay-mistake"))
                .isNotEmpty();
        assertThat(make("vanphong", " ", "READ_STATISTICS", today).select("#name-mistake"))
                .isNotEmpty();
        assertThat(make("vanphong", "x".repeat(101), "READ_STATISTICS", today).select("#name-mistake"))
                .isNotEmpty();
        assertThat(count()).isZero();
        make("vanphong", "Đến hôm nay", "READ_STATISTICS", today);
        make("vanphong", "Đúng một năm", "READ_STATISTICS", today.plusYears(1));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void twenty_that_hold_are_enough() {
        for (int i = 0; i < Tokens.MOST; i++) make("vanphong", "Mã " + i, "READ_STATISTICS", today);
        assertThat(make("vanphong", "Thêm", "READ_STATISTICS", today).text()).contains("đang có 20 mã");
        assertThat(count()).isEqualTo(Tokens.MOST);
        jdbc.sql("update api_token set valid_to = :today where name = 'Mã 3'")
                .param("today", today)
                .update();
        make("vanphong", "Thêm", "READ_STATISTICS", today);
        assertThat(count()).isEqualTo(Tokens.MOST + 1);
    }

    @Test
    void making_one_wants_a_fresh_second_factor_and_its_owner_is_told() {
        pages.as("vanphong");
        var account = pages.actor("vanphong").account().value();
        var old = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(mvc.get()
                        .uri(FOR_PROGRAMS + "/new")
                        .with(TestSignIn.as(account, old, old))
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/again?need=factor&back=%2Faccount%2Ftokens%2Fnew");
        assertThat(mvc.method(HttpMethod.POST)
                        .uri(FOR_PROGRAMS)
                        .param("name", "Máy chủ")
                        .param("scopes", "READ_STATISTICS")
                        .param("lastDay", TypedDay.print(today))
                        .with(TestSignIn.as(account, old, old))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/sign-in/again?need=factor");
        assertThat(count()).isZero();
        jdbc.sql("delete from notice").update();
        TokenOf.person(pages, "vanphong", "READ_STATISTICS", "ENTER_STATISTICS");
        assertThat(jdbc.sql("select kind || ' ' || link from notice where account_id = :account")
                        .param("account", account)
                        .query(String.class)
                        .list())
                .containsExactly("access.notice.token /account/tokens");
        assertThat(jdbc.sql("select cast(fields as text) from audit_row where action = 'access.token.make' order"
                                + " by no desc limit 1")
                        .query(String.class)
                        .single())
                .contains(
                        "ENTER_STATISTICS",
                        "READ_STATISTICS",
                        today.plusDays(30).toString())
                .doesNotContain("Máy chủ");
    }

    @Test
    void a_token_is_revoked_by_its_owner_and_nobody_else() {
        TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        var id = jdbc.sql("select id from api_token").query(UUID.class).single();
        String address = FOR_PROGRAMS + "/" + id + "/revoke";
        assertThat(pages.as("chanhvanphong").post(address).getStatus()).isEqualTo(404);
        assertThat(pages.as("chanhvanphong").get(FOR_PROGRAMS).text()).contains("chưa tạo mã truy cập nào");
        assertThat(pages.as("vanphong").post(address).getRedirectedUrl()).isEqualTo(FOR_PROGRAMS + "?revoked=1");
        assertThat(pages.as("vanphong").get(FOR_PROGRAMS + "?revoked=1").text())
                .contains("Đã thu hồi mã.", "Đã thu hồi");
        assertThat(pages.as("vanphong").get(FOR_PROGRAMS).select("main form")).isEmpty();
        assertThat(pages.as("vanphong").post(address).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'access.token.revoke' and record_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private org.jsoup.nodes.Document make(String username, String name, String scope, LocalDate lastDay) {
        return Pages.parse(pages.as(username)
                .post(FOR_PROGRAMS, "name", name, "scopes", scope, "lastDay", TypedDay.print(lastDay)));
    }

    private int count() {
        return jdbc.sql("select count(*) from api_token").query(Integer.class).single();
    }
}
