package vn.binhdang.access.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** The list of accounts, and opening one for a person of the register. */
@Controller
class AccountsController {
    private static final int CANDIDATES = 20;

    private final AccountRows rows;
    private final AccountAdministration administration;

    AccountsController(AccountRows rows, AccountAdministration administration) {
        this.rows = rows;
        this.administration = administration;
    }

    @Bean
    static MenuEntry accountsInMenu() {
        return new MenuEntry("access.accounts.title", "/accounts", 60, Action.READ_ACCOUNTS);
    }

    @GetMapping("/accounts")
    @Allows(Action.READ_ACCOUNTS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Model model) {
        Boolean closed = state.equals("open") ? Boolean.FALSE : state.equals("closed") ? Boolean.TRUE : null;
        var found = rows.search(actor, q, closed, after);
        boolean more = found.size() > AccountRows.PAGE;
        var page = more ? found.subList(0, AccountRows.PAGE) : found;
        model.addAttribute(
                "page",
                new AccountsPage(
                        page.stream().map(AccountsController::row).toList(),
                        q,
                        closed == null ? "" : state,
                        after.isEmpty(),
                        more ? next(q, state, page.getLast().key()) : null,
                        actor.may(Action.CHANGE_ACCOUNTS)));
        return "access/accounts/accounts";
    }

    private static AccountsPage.Row row(AccountRows.Line line) {
        var roles = line.roles();
        return new AccountsPage.Row(
                "/accounts/" + line.id(),
                line.familyName() + " " + line.givenName(),
                line.username(),
                roles == null
                        ? List.of()
                        : Arrays.stream(roles.split(","))
                                .map(role -> "kernel.role." + Role.valueOf(role).word())
                                .toList(),
                line.closed());
    }

    private static String next(String words, String state, String after) {
        return UriComponentsBuilder.fromPath("/accounts")
                .queryParam("q", "{q}")
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(Map.of("q", words, "state", state, "after", after))
                .toUriString();
    }

    /** @param person who was chosen; without one the register is looked through */
    @GetMapping("/accounts/new")
    @Allows(Action.CHANGE_ACCOUNTS)
    String form(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String person,
            Actor actor,
            Model model) {
        if (!person.isEmpty()) {
            var chosen = rows.person(actor, PersonId.of(person));
            if (chosen.account() != null) return "redirect:/accounts/" + chosen.account();
            return page(chosen, rows.proposedUsername(chosen), null, model);
        }
        var found = rows.people(actor, q, CANDIDATES + 1);
        boolean more = found.size() > CANDIDATES;
        model.addAttribute(
                "page",
                new NewAccountPage(
                        q,
                        found.stream()
                                .limit(CANDIDATES)
                                .map(AccountsController::shown)
                                .toList(),
                        more,
                        null,
                        "",
                        null));
        return "access/accounts/new";
    }

    /** The password stands in this answer and nowhere else, so it is not kept by anybody on the way. */
    @PostMapping("/accounts")
    @Allows(Action.CHANGE_ACCOUNTS)
    String open(
            @RequestParam String person,
            @RequestParam(defaultValue = "") String username,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var id = PersonId.of(person);
        var chosen = rows.person(actor, id);
        try {
            var opened = administration.open(actor, id, username);
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute(
                    "page",
                    new FirstPasswordPage(
                            "/accounts/" + opened.account(),
                            chosen.name(),
                            username.strip().toLowerCase(Locale.ROOT),
                            opened.password()));
            return "access/accounts/first-password";
        } catch (NotAllowed notAllowed) {
            throw notAllowed;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    chosen,
                    username,
                    t.of(refused.messageKey(), refused.arguments().toArray()),
                    model);
        }
    }

    private static String page(AccountRows.Candidate chosen, String username, @Nullable String problem, Model model) {
        model.addAttribute("page", new NewAccountPage("", List.of(), false, shown(chosen), username, problem));
        return "access/accounts/new";
    }

    private static NewAccountPage.Person shown(AccountRows.Candidate one) {
        return new NewAccountPage.Person(
                one.person().toString(),
                one.name(),
                one.title(),
                one.account() == null ? "" : "/accounts/" + one.account());
    }
}
