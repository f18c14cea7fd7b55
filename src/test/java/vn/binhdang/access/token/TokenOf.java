package vn.binhdang.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.testing.Pages;

/** A token made through its page, for tests of addresses below {@code /api/}. */
public final class TokenOf {
    private TokenOf() {}

    /**
     * @param scopes names of actions
     * @return the secret
     */
    public static String person(Pages pages, String username, String... scopes) {
        var fields = new ArrayList<>(List.of(
                "name",
                "Máy chủ báo cáo",
                "lastDay",
                TypedDay.print(LocalDate.now(Today.ZONE).plusDays(30))));
        for (String scope : scopes) fields.addAll(List.of("scopes", scope));
        var answer = pages.as(username).post("/account/tokens", fields.toArray(String[]::new));
        assertThat(answer.getStatus()).isEqualTo(200);
        String secret = Pages.parse(answer).select("#secret").text();
        assertThat(secret).startsWith("bdt_");
        return secret;
    }
}
