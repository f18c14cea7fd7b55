package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;

@Controller
class SignInController {
    private static final int SHORTEST_PASSWORD = 10;

    private final CurrentAccount current;
    private final Accounts accounts;
    private final SlowingDown slowingDown;

    SignInController(CurrentAccount current, Accounts accounts, SlowingDown slowingDown) {
        this.current = current;
        this.accounts = accounts;
        this.slowingDown = slowingDown;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam Optional<String> wrong,
            @RequestParam Optional<String> slow,
            @RequestParam Optional<String> out,
            @RequestParam Optional<String> expired,
            HttpServletRequest request,
            Model model) {
        if (current.of(request).isPresent()) return "redirect:/";
        String notice = wrong.isPresent()
                ? "access.signIn.wrong"
                : slow.isPresent()
                        ? "access.signIn.slow"
                        : out.isPresent() ? "access.signIn.out" : expired.isPresent() ? "access.signIn.expired" : null;
        model.addAttribute("page", new SignInPage(notice, wrong.isPresent() || slow.isPresent()));
        return "access/sign-in";
    }

    @GetMapping("/account/password")
    @Allows(Action.USE_OWN_ACCOUNT)
    String passwordForm(HttpServletRequest request, Model model) {
        return passwordForm(request, model, null);
    }

    @PostMapping("/account/password")
    @Allows(Action.USE_OWN_ACCOUNT)
    String changePassword(
            @RequestParam String currentPassword,
            @RequestParam String newPassword,
            @RequestParam String repeated,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        String problem = problem(actor, request.getRemoteAddr(), currentPassword, newPassword, repeated);
        if (problem != null) return passwordForm(request, model, problem);
        accounts.changePassword(actor, newPassword, request.getSession().getId());
        return "redirect:/";
    }

    private @Nullable String problem(
            Actor actor, String address, String currentPassword, String newPassword, String repeated) {
        String account = actor.account().toString();
        if (!slowingDown.admits(account, address)) return "access.signIn.slow";
        if (!accounts.passwordIs(actor.account(), currentPassword)) return "access.password.currentWrong";
        slowingDown.succeeded(account, address);
        if (newPassword.codePointCount(0, newPassword.length()) < SHORTEST_PASSWORD) return "access.password.tooShort";
        if (newPassword.equals(currentPassword)) return "access.password.same";
        if (newPassword.chars().distinct().count() < 5) return "access.password.tooSimple";
        return newPassword.equals(repeated) ? null : "access.password.notRepeated";
    }

    private String passwordForm(HttpServletRequest request, Model model, @Nullable String problem) {
        var signedIn = current.of(request);
        boolean forced = signedIn.map(SignedIn::mustChangePassword).orElse(false);
        String account = signedIn.map(s -> s.actor().account().toString()).orElse("");
        model.addAttribute("page", new PasswordPage(account, forced, problem, SHORTEST_PASSWORD));
        return "access/password";
    }
}
