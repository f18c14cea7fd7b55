package vn.binhdang.access.token;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.LatestFirst;

/** What programs act for the agency, for its administrators: seen, and taken away with a reason. */
@Controller
class AgencyTokensController {
    private static final String HERE = "/accounts/tokens";
    private static final int LONGEST_WORDS = 200;

    private final AgencyTokens tokens;
    private final Clock clock;

    AgencyTokensController(AgencyTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @Allows(Action.READ_ACCOUNTS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String revoked,
            Actor actor,
            Model model) {
        return page(q, state.equals("all"), after, !revoked.isEmpty(), null, actor, model);
    }

    /** As for its owner, this needs no second factor: who fears for a token should not have to look for it first. */
    @PostMapping(HERE + "/{id}/revoke")
    @Allows(Action.CHANGE_ACCOUNTS)
    String revoke(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        String typed = reason.strip();
        // Out of reach or absent comes first: what is wrong with a form about it is nobody's business.
        tokens.mustReach(actor, id);
        if (typed.isEmpty() || typed.length() > AgencyTokens.LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var refused = new AgencyTokensPage.Refusal(id.toString(), typed, "access.tokens.needs.reason");
            return page("", false, "", false, refused, actor, model);
        }
        tokens.revoke(actor, id, typed);
        return "redirect:" + HERE + "?revoked=1";
    }

    private String page(
            String q,
            boolean all,
            String after,
            boolean revoked,
            AgencyTokensPage.@Nullable Refusal refused,
            Actor actor,
            Model model) {
        String stripped = q.strip();
        String words = stripped.substring(0, Math.min(stripped.length(), LONGEST_WORDS));
        var key = LatestFirst.of(after);
        var found = tokens.find(actor, words, !all, key);
        boolean more = found.size() > AgencyTokens.PAGE;
        var rows = more ? found.subList(0, AgencyTokens.PAGE) : found;
        var today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new AgencyTokensPage(
                        rows.stream().map(row -> line(row, today)).toList(),
                        words,
                        all,
                        key.equals(LatestFirst.TOP),
                        more ? next(words, all, rows.getLast().key()) : null,
                        actor.may(Action.CHANGE_ACCOUNTS),
                        revoked,
                        refused));
        return "access/token/agency";
    }

    private static String next(String words, boolean all, LatestFirst after) {
        return UriComponentsBuilder.fromPath(HERE)
                .queryParam("q", "{q}")
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(Map.of("q", words, "state", all ? "all" : "", "after", after.text()))
                .toUriString();
    }

    private static AgencyTokensPage.Line line(AgencyTokens.Row row, LocalDate today) {
        return new AgencyTokensPage.Line(
                row.id().toString(),
                row.name(),
                row.owner() + " (" + row.username() + ")",
                "/accounts/" + row.account(),
                row.agency(),
                TokensController.words(row.scopes()),
                row.revoked() ? "revoked" : today.isBefore(row.validTo()) ? "holds" : "over",
                TypedDay.print(row.madeAt().atZoneSameInstant(Today.ZONE).toLocalDate()),
                TypedDay.print(row.validTo().minusDays(1)),
                row.lastUsedOn() == null ? "" : TypedDay.print(row.lastUsedOn()),
                row.reason());
    }
}
