package vn.binhdang.access.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole code flow against a provider that runs beside, as a browser walks it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdentitySignInTest {
    private static final String PASSWORD = "một câu dễ nhớ";
    private static final IdentityProvider PROVIDER = new IdentityProvider();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LinkedIdentities identities;

    @DynamicPropertySource
    static void the_provider(DynamicPropertyRegistry properties) {
        String client = "spring.security.oauth2.client.";
        properties.add(client + "provider.office.issuer-uri", PROVIDER::issuer);
        properties.add(client + "registration.office.client-id", () -> "binhdang");
        properties.add(client + "registration.office.client-secret", () -> IdentityProvider.SECRET);
        properties.add(client + "registration.office.client-name", () -> "Tài khoản tỉnh");
        properties.add(client + "registration.office.scope", () -> "openid");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @BeforeEach
    void a_known_password_and_no_identities(@Autowired PasswordEncoder passwords) {
        jdbc.sql("""
            update account set password_hash = :hash, must_change_password = false
            where  username in ('vanphong', 'vanthu', 'giamdoc')
            """).param("hash", passwords.encode(PASSWORD)).update();
        jdbc.sql("delete from linked_identity").update();
        jdbc.sql("delete from totp_secret").update();
    }

    @Test
    void an_identity_that_nobody_linked_gets_a_sentence_and_no_account() {
        long before = accounts();
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "lan");
            assertThat(browser.page().select("[role=alert]").text()).contains("chưa được gắn với tài khoản nào");
            browser.open(our("/plans"));
            assertThat(browser.at().getPath()).isEqualTo("/sign-in");
        }
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void who_is_in_links_the_own_identity_and_signs_in_with_it_from_then_on() {
        link("vanphong", "lan");
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "lan");
            assertThat(browser.at().getPath()).isEqualTo("/");
            browser.open(our("/account/sessions"));
            assertThat(browser.page().text()).contains("Nhà cung cấp danh tính");
            browser.open(our("/account/identities"));
            browser.send("/account/identities/remove", Map.of());
            assertThat(browser.page().text()).contains("Đã gỡ danh tính");
        }
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "lan");
            assertThat(browser.at().getQuery()).isEqualTo("unknown");
        }
    }

    @Test
    void the_request_carries_a_proof_key_a_state_and_a_nonce() {
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "lan");
            assertThat(browser.visited())
                    .filteredOn(address -> address.getPath().equals("/oauth2/authorize"))
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address.getQuery())
                            .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce="));
        }
    }

    @Test
    void one_identity_opens_one_account_only() {
        link("vanphong", "hung");
        assertThat(link("vanthu", "hung")).contains("đã gắn với một tài khoản khác");
    }

    @Test
    void a_provider_that_took_two_factors_spares_the_second_step_and_one_that_took_a_password_does_not() {
        link("giamdoc", "cuc-truong");
        link("vanphong", "lan");
        for (String username : new String[] {"giamdoc", "vanphong"})
            jdbc.sql("""
                insert into totp_secret (account_id, secret, shown_to, created_at, confirmed_at)
                select id, '\\x00', id, now(), now() from account where username = :name
                """).param("name", username).update();
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "cuc-truong");
            assertThat(browser.at().getPath()).isEqualTo("/");
        }
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "lan");
            assertThat(browser.at().getPath()).isEqualTo("/sign-in/factor");
            browser.open(our("/plans"));
            assertThat(browser.at().getPath()).isEqualTo("/sign-in/factor");
        }
    }

    @Test
    void an_administrator_links_an_identity_and_its_owner_is_told() {
        jdbc.sql("update account set password_hash = (select password_hash from account where username = 'vanphong'),"
                        + " must_change_password = false where username = 'quantri'")
                .update();
        var owner = account("vanthu");
        try (var browser = new PlainBrowser()) {
            browser.open(our("/sign-in"));
            browser.send("/sign-in", Map.of("username", "quantri", "password", PASSWORD));
            browser.open(our("/accounts/" + owner + "/sign-in"));
            browser.send(
                    "/accounts/" + owner + "/sign-in/identities", Map.of("provider", "office", "subject", " hung "));
            assertThat(browser.at().getQuery()).isEqualTo("done=linked");
        }
        assertThat(jdbc.sql("select count(*) from notice where link = '/account/identities' and account_id = :owner")
                        .param("owner", owner)
                        .query(Long.class)
                        .single())
                .isPositive();
        try (var browser = new PlainBrowser()) {
            throughTheProvider(browser, "hung");
            assertThat(browser.at().getPath()).isEqualTo("/");
        }
    }

    @Test
    void a_sign_in_that_was_ended_on_the_way_to_the_provider_links_nothing() {
        try (var browser = new PlainBrowser()) {
            browser.open(our("/sign-in"));
            browser.send("/sign-in", Map.of("username", "vanphong", "password", PASSWORD));
            browser.open(our("/account/identities"));
            browser.send("/account/identities/link", Map.of("provider", "office"));
            jdbc.sql("update sign_in set ended_at = now(), end_reason = 'BY_OWNER' where ended_at is null")
                    .update();
            atTheProvider(browser, "lan");
            assertThat(browser.at().getQuery()).isEqualTo("expired");
        }
        assertThat(jdbc.sql("select count(*) from linked_identity")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void only_the_contexts_that_the_operator_named_count_as_two_factors() throws IOException {
        var account = account("vanphong");
        jdbc.sql("""
            insert into linked_identity (issuer, subject, account_id, provider, linked_by, linked_at)
            values ('https://office.example', 'lan', :account, 'office', :account, now())
            """).param("account", account).update();
        assertThat(withFactor("urn:high", List.of("urn:high"))).isTrue();
        assertThat(withFactor("urn:low", List.of("urn:high"))).isFalse();
        assertThat(withFactor("urn:high", List.of())).isFalse();
    }

    @Test
    void a_wish_to_link_ends_after_ten_minutes() throws IOException {
        assertThat(linksAfter(Duration.ofMinutes(9))).isTrue();
        assertThat(linksAfter(Duration.ofMinutes(11))).isFalse();
    }

    private boolean linksAfter(Duration waited) throws IOException {
        var door = new NotedDoor();
        var request = new MockHttpServletRequest();
        IdentitySignIn.wish(request, account("vanphong"), Instant.now().minus(waited));
        comesBack(door, request, Map.of(), List.of());
        return door.linked.get();
    }

    private boolean withFactor(String context, List<String> strong) throws IOException {
        var door = new NotedDoor();
        comesBack(door, new MockHttpServletRequest(), Map.of("acr", context), strong);
        assertThat(door.linked).as("nobody asked to link").isFalse();
        return door.two.get();
    }

    private void comesBack(
            NotedDoor door, MockHttpServletRequest request, Map<String, Object> more, List<String> strong)
            throws IOException {
        var now = Instant.now();
        var claims = new HashMap<String, Object>(Map.of("iss", "https://office.example", "sub", "lan"));
        claims.putAll(more);
        var user = new DefaultOidcUser(List.of(), new OidcIdToken("t", now, now.plusSeconds(60), claims));
        new IdentitySignIn(identities, door, "claims", strong, Clock.systemUTC())
                .onAuthenticationSuccess(
                        request,
                        new MockHttpServletResponse(),
                        new OAuth2AuthenticationToken(user, List.of(), "office"));
    }

    /** Notes what it was asked. */
    private static final class NotedDoor implements IdentitySignIn.Door {
        private final AtomicBoolean two = new AtomicBoolean();
        private final AtomicBoolean linked = new AtomicBoolean();

        @Override
        public String signIn(
                UUID account, boolean withFactor, HttpServletRequest request, HttpServletResponse response) {
            two.set(withFactor);
            return "/";
        }

        @Override
        public String link(
                UUID account,
                LinkedIdentities.Provider provider,
                String issuer,
                String subject,
                HttpServletRequest request) {
            linked.set(true);
            return "/";
        }
    }

    private UUID account(String username) {
        return jdbc.sql("select id from account where username = :username")
                .param("username", username)
                .query(UUID.class)
                .single();
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        try (var browser = new PlainBrowser()) {
            browser.open(our("/login/oauth2/code/office?code=invented&state=invented"));
            assertThat(browser.at().getQuery()).isEqualTo("unverified");
            assertThat(browser.page().select("[role=alert]").text()).contains("Không đăng nhập được");
        }
    }

    /** @return what the page says afterwards */
    private String link(String username, String identity) {
        try (var browser = new PlainBrowser()) {
            browser.open(our("/sign-in"));
            browser.send("/sign-in", Map.of("username", username, "password", PASSWORD));
            browser.open(our("/account/identities"));
            browser.send("/account/identities/link", Map.of("provider", "office"));
            if (browser.at().getPath().equals("/login")) atTheProvider(browser, identity);
            assertThat(browser.at().toString()).contains("/account/identities?done=");
            return browser.page().select("[role=status]").text();
        }
    }

    private void throughTheProvider(PlainBrowser browser, String identity) {
        browser.open(our("/sign-in"));
        var button = browser.page().select("a:contains(Đăng nhập bằng Tài khoản tỉnh)");
        browser.open(URI.create(button.first().absUrl("href")));
        atTheProvider(browser, identity);
    }

    private static void atTheProvider(PlainBrowser browser, String identity) {
        browser.send("/login", Map.of("username", identity, "password", IdentityProvider.PASSWORD));
    }

    private long accounts() {
        return jdbc.sql("select count(*) from account").query(Long.class).single();
    }

    private URI our(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
