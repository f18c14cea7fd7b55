package vn.binhdang.access.token;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.organisation.Units;

/** A person's own tokens for programs. */
@Controller
@RequestMapping("/account/tokens")
@Allows(Action.USE_OWN_ACCOUNT)
class TokensController {
    private final Tokens tokens;
    private final Units units;
    private final Clock clock;

    TokensController(Tokens tokens, Units units, Clock clock) {
        this.tokens = tokens;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String revoked, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new TokensPage(
                        tokens.of(actor.account()).stream()
                                .map(row -> line(row, today))
                                .toList(),
                        !Tokens.scopesFor(actor).isEmpty(),
                        revoked != null));
        return "access/token/tokens";
    }

    /** Asks for the second factor before anything is typed, so that nothing typed is lost to the question. */
    @GetMapping("/new")
    @FreshFactor
    String ask(Actor actor, Model model) {
        return form(TokenForm.empty(LocalDate.now(clock)), Map.of(), null, actor, model);
    }

    /** The secret stands in the answer itself: behind a redirect it would have to be kept somewhere. */
    @PostMapping
    @FreshFactor
    String make(TokenForm typed, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var offered = Tokens.scopesFor(actor);
        var mistakes = typed.mistakes(offered, today);
        if (!mistakes.isEmpty()) return form(typed, mistakes, null, actor, model);
        if (tokens.of(actor.account()).stream().filter(row -> row.holds(today)).count() >= Tokens.MOST)
            return form(typed, mistakes, "access.token.tooMany", actor, model);
        var scopes = typed.chosen(offered);
        var end = typed.end().orElseThrow();
        String secret = tokens.make(actor, typed.wantedName(), scopes, end);
        model.addAttribute(
                "page", new MadeTokenPage(typed.wantedName(), secret, words(scopes), TypedDay.print(end.minusDays(1))));
        return "access/token/made";
    }

    /** To take away needs no second factor: who fears for a token should not have to look for it first. */
    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, Actor actor) {
        tokens.revoke(actor, id);
        return "redirect:/account/tokens?revoked=1";
    }

    private String form(
            TokenForm typed, Map<String, String> mistakes, @Nullable String problem, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var offered = Tokens.scopesFor(actor);
        var chosen = typed.chosen(offered);
        model.addAttribute(
                "page",
                new NewTokenPage(
                        units.nearest(actor.agency(), today).name(),
                        typed.wantedName(),
                        typed.lastDay() == null ? "" : typed.lastDay(),
                        TypedDay.print(TokenForm.latest(today)),
                        offered.stream()
                                .map(action -> new NewTokenPage.Scope(
                                        action.name(), "kernel.action." + action.word(), chosen.contains(action)))
                                .toList(),
                        mistakes,
                        problem));
        return "access/token/new";
    }

    private static TokensPage.Line line(Tokens.Row row, LocalDate today) {
        return new TokensPage.Line(
                row.id().toString(),
                row.name(),
                row.agency(),
                words(row.scopes()),
                row.revoked() ? "revoked" : row.holds(today) ? "holds" : "over",
                TypedDay.print(row.validTo().minusDays(1)),
                row.lastUsedOn() == null ? "" : TypedDay.print(row.lastUsedOn()),
                row.reason());
    }

    static List<String> words(Set<Action> scopes) {
        return Tokens.SCOPES.stream()
                .filter(scopes::contains)
                .map(action -> "kernel.action." + action.word())
                .toList();
    }
}
