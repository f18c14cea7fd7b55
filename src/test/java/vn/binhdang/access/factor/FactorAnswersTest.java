package vn.binhdang.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What comes back when a second factor is asked for, and is not what was asked for. */
@PageTest
class FactorAnswersTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Passkeys passkeys;

    @AfterEach
    void no_app() {
        jdbc.sql("delete from totp_secret").update();
    }

    @Test
    void a_wrong_code_while_the_app_is_set_up_is_recorded() {
        var visit = pages.as("thongke");
        visit.get("/account/factors/app");
        var again = visit.post("/account/factors/app", "code", "no code");
        assertThat(Pages.parse(again).text()).contains("Mã chưa đúng");
        assertThat(jdbc.sql("""
            select fields from audit_row where action = 'access.factor.fail' and account_id = :account
            """)
                        .param("account", pages.actor("thongke").account().value())
                        .query(String.class)
                        .single())
                .contains("app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "7",
                "",
                "{",
                "{\"id\":null,\"rawId\":null,\"type\":\"public-key\",\"response\":null}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\",\"transports\":[]}}",
            })
    void an_answer_that_no_browser_gives_opens_nothing_and_breaks_nothing(String answer) {
        var request = new MockHttpServletRequest();
        passkeys.startAsking(request);
        assertThat(passkeys.answer(request, answer)).isEmpty();
        var owner = token(pages.actor("thongke").account().value());
        passkeys.startMaking(request, owner);
        assertThat(passkeys.finishMaking(request, answer, "máy")).isFalse();
    }

    private static SignInToken token(UUID account) {
        return SignInToken.of(account, account, Instant.now(), null);
    }
}
