package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.password.PasswordRules;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;

/** A person's own password. */
@Controller
@RequestMapping("/account/password")
@Allows(Action.USE_OWN_ACCOUNT)
class PasswordController {
    private final CurrentAccount current;
    private final Accounts accounts;
    private final PasswordSignIn passwords;
    private final PasswordRules rules;
    private final SignIns signIns;
    private final SignInSteps steps;
    private final AccountNotices notices;

    PasswordController(
            CurrentAccount current,
            Accounts accounts,
            PasswordSignIn passwords,
            PasswordRules rules,
            SignIns signIns,
            SignInSteps steps,
            AccountNotices notices) {
        this.current = current;
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.signIns = signIns;
        this.steps = steps;
        this.notices = notices;
    }

    @GetMapping
    String form(HttpServletRequest request, Model model) {
        return form(request, model, null);
    }

    @PostMapping
    String change(
            @RequestParam String currentPassword,
            @RequestParam String newPassword,
            @RequestParam String repeated,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String problem = problem(actor, currentPassword, newPassword, repeated, request);
        if (problem != null) return form(request, model, problem);
        accounts.changePassword(actor, newPassword, request.getSession().getId());
        notices.passwordChanged(token.account());
        signIns.endAll(token.account(), token.signIn(), SignInEnd.PASSWORD_CHANGED);
        steps.confirmed(token, request, response);
        return "redirect:/";
    }

    private @Nullable String problem(
            Actor actor, String currentPassword, String newPassword, String repeated, HttpServletRequest request) {
        switch (passwords.again(actor, currentPassword, request)) {
            case SLOW -> {
                return "access.signIn.slow";
            }
            case WRONG -> {
                return "access.password.currentWrong";
            }
            case RIGHT, ASLEEP -> {}
        }
        if (newPassword.equals(currentPassword)) return "access.password.same";
        String problem = rules.problem(newPassword, accounts.wordsAbout(actor)).orElse(null);
        if (problem != null) return problem;
        return newPassword.equals(repeated) ? null : "access.password.notRepeated";
    }

    private String form(HttpServletRequest request, Model model, @Nullable String problem) {
        var signedIn = current.of(request);
        boolean forced = signedIn.map(SignedIn::mustChangePassword).orElse(false);
        String account = signedIn.map(s -> s.actor().account().toString()).orElse("");
        model.addAttribute("page", new PasswordPage(account, forced, problem, rules.shortest(), rules.longest()));
        return "access/password";
    }
}
