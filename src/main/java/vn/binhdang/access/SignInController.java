package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Actor;

@Controller
class SignInController {
    private static final int SHORTEST_PASSWORD = 10;

    private final CurrentAccount current;
    private final Accounts accounts;

    SignInController(CurrentAccount current, Accounts accounts) {
        this.current = current;
        this.accounts = accounts;
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
    String passwordForm(HttpServletRequest request, Model model) {
        return passwordForm(request, model, null);
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam String currentPassword,
            @RequestParam String newPassword,
            @RequestParam String repeated,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        String problem = problem(actor, currentPassword, newPassword, repeated);
        if (problem != null) return passwordForm(request, model, problem);
        accounts.changePassword(actor, newPassword);
        return "redirect:/";
    }

    private @Nullable String problem(Actor actor, String currentPassword, String newPassword, String repeated) {
        if (!accounts.passwordIs(actor.account(), currentPassword)) return "access.password.currentWrong";
        if (newPassword.codePointCount(0, newPassword.length()) < SHORTEST_PASSWORD) return "access.password.tooShort";
        if (newPassword.equals(currentPassword)) return "access.password.same";
        if (newPassword.chars().distinct().count() < 5) return "access.password.tooSimple";
        return newPassword.equals(repeated) ? null : "access.password.notRepeated";
    }

    private String passwordForm(HttpServletRequest request, Model model, @Nullable String problem) {
        boolean forced = current.of(request).map(SignedIn::mustChangePassword).orElse(false);
        model.addAttribute("page", new PasswordPage(forced, problem, SHORTEST_PASSWORD));
        return "access/password";
    }
}
