package vn.binhdang.access.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.OfRecordPage;
import vn.binhdang.audit.RecordHistory;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.Text;

/** The page of one account and what is done from it. A refusal comes back beside its form. */
@Controller
class AccountController {
    private final AccountPages pages;
    private final AccountRows rows;
    private final AccountAdministration administration;
    private final RoleGrants grants;
    private final RecordHistory history;

    AccountController(
            AccountPages pages,
            AccountRows rows,
            AccountAdministration administration,
            RoleGrants grants,
            RecordHistory history) {
        this.pages = pages;
        this.rows = rows;
        this.administration = administration;
        this.grants = grants;
        this.history = history;
    }

    @GetMapping("/accounts/{id}")
    @Allows(Action.READ_ACCOUNTS)
    String show(
            @PathVariable AccountId id,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Model model) {
        String act = done != null && done.matches("username|closed|reopened|given|ended|corrected")
                ? "access.account.done." + done
                : null;
        model.addAttribute("page", pages.of(actor, id, AccountPages.Typed.NOTHING, act, null));
        return "access/accounts/account";
    }

    @GetMapping("/accounts/{id}/history")
    @Allows(Action.READ_ACCOUNTS)
    String history(
            @PathVariable AccountId id,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Text t,
            Model model) {
        var account = rows.find(actor, id, Action.READ_ACCOUNTS);
        model.addAttribute(
                "page",
                new OfRecordPage(account.name(), "/accounts/" + id, history.of(List.of(id.value()), before, t)));
        return "audit/of-record";
    }

    @PostMapping("/accounts/{id}/username")
    @Allows(Action.CHANGE_ACCOUNTS)
    String rename(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String username,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return attempt(actor, id, "username", () -> administration.rename(actor, id, username), model, response);
    }

    @PostMapping("/accounts/{id}/close")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String close(@PathVariable AccountId id, Actor actor, Model model, HttpServletResponse response) {
        return attempt(actor, id, "closed", () -> administration.close(actor, id), model, response);
    }

    @PostMapping("/accounts/{id}/reopen")
    @Allows(Action.CHANGE_ACCOUNTS)
    String reopen(@PathVariable AccountId id, Actor actor, Model model, HttpServletResponse response) {
        return attempt(actor, id, "reopened", () -> administration.reopen(actor, id), model, response);
    }

    @PostMapping("/accounts/{id}/first-password")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String firstPassword(@PathVariable AccountId id, Actor actor, Model model, HttpServletResponse response) {
        try {
            String password = administration.newFirstPassword(actor, id);
            var account = rows.find(actor, id, Action.READ_ACCOUNTS);
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute(
                    "page", new FirstPasswordPage("/accounts/" + id, account.name(), account.username(), password));
            return "access/accounts/first-password";
        } catch (Refused refused) {
            return again(actor, id, "password", refused, AccountPages.Typed.NOTHING, model, response);
        }
    }

    @PostMapping("/accounts/{id}/roles")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String give(
            @PathVariable AccountId id,
            @ModelAttribute GrantForm form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        // Out of reach or absent comes first: what is wrong with a form about it is nobody's business.
        rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        var typed = pages.typed(actor, form);
        if (!typed.mistakes().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.of(actor, id, AccountPages.Typed.of(typed), null, null));
            return "access/accounts/account";
        }
        try {
            grants.give(actor, id, form.in(pages.scope(actor, form).orElseThrow()));
            return "redirect:/accounts/" + id + "?done=given";
        } catch (Refused refused) {
            return again(actor, id, "given", refused, AccountPages.Typed.of(typed), model, response);
        }
    }

    @PostMapping("/accounts/{id}/roles/{grant}/end")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String end(
            @PathVariable AccountId id,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "") String lastDay,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        grants.find(actor, id, grant);
        var day = TypedDay.read(lastDay);
        // Nothing typed means at once; what is no day must not mean it.
        if (day.isEmpty() && !lastDay.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = AccountPages.Typed.toEnd(grant, lastDay, "access.grant.needs.day");
            model.addAttribute("page", pages.of(actor, id, typed, null, null));
            return "access/accounts/account";
        }
        try {
            grants.end(actor, id, grant, day.orElse(null));
            return "redirect:/accounts/" + id + "?done=ended";
        } catch (Refused refused) {
            var typed = AccountPages.Typed.toEnd(grant, lastDay, null);
            return again(actor, id, "ended", refused, typed, model, response);
        }
    }

    @GetMapping("/accounts/{id}/roles/{grant}")
    @Allows(Action.CHANGE_ACCOUNTS)
    String correction(@PathVariable AccountId id, @PathVariable GrantId grant, Actor actor, Model model) {
        model.addAttribute("page", pages.correction(actor, id, grant, null, null));
        return "access/accounts/grant";
    }

    @PostMapping("/accounts/{id}/roles/{grant}")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String correct(
            @PathVariable AccountId id,
            @PathVariable GrantId grant,
            @ModelAttribute GrantForm form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        grants.find(actor, id, grant);
        var typed = pages.typed(actor, form);
        AccountPage.Problem problem = null;
        if (typed.mistakes().isEmpty()) {
            try {
                grants.correct(
                        actor, id, grant, form.in(pages.scope(actor, form).orElseThrow()));
                return "redirect:/accounts/" + id + "?done=corrected";
            } catch (NotAllowed notAllowed) {
                throw notAllowed;
            } catch (Refused refused) {
                problem = new AccountPage.Problem("corrected", refused.messageKey(), refused.arguments());
            }
        }
        response.setStatus(problem == null ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.CONFLICT.value());
        model.addAttribute("page", pages.correction(actor, id, grant, typed, problem));
        return "access/accounts/grant";
    }

    private String attempt(
            Actor actor, AccountId id, String form, Runnable act, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/accounts/" + id + "?done=" + form;
        } catch (Refused refused) {
            return again(actor, id, form, refused, AccountPages.Typed.NOTHING, model, response);
        }
    }

    private String again(
            Actor actor,
            AccountId id,
            String form,
            Refused refused,
            AccountPages.Typed typed,
            Model model,
            HttpServletResponse response) {
        if (refused instanceof NotAllowed) throw refused;
        response.setStatus(HttpStatus.CONFLICT.value());
        var problem = new AccountPage.Problem(form, refused.messageKey(), refused.arguments());
        model.addAttribute("page", pages.of(actor, id, typed, null, problem));
        return "access/accounts/account";
    }
}
