package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.factor.FactorQuestion;
import vn.binhdang.access.factor.PasskeyReply;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.OwnPath;

/** Asks somebody who is in whether it is still them: after a long time without a deed, and before a critical act. */
@Controller
@RequestMapping("/sign-in/again")
@Allows(Action.USE_OWN_ACCOUNT)
class ConfirmController {
    private static final String ADDRESS = "/sign-in/again";

    private final PasswordSignIn passwords;
    private final FactorQuestion question;
    private final SignInSteps steps;
    private final SignInRecord record;

    ConfirmController(PasswordSignIn passwords, FactorQuestion question, SignInSteps steps, SignInRecord record) {
        this.passwords = passwords;
        this.question = question;
        this.steps = steps;
        this.record = record;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "") String need,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "page", question.page(ADDRESS, OwnPath.of(back), need.equals("factor"), null, actor, request));
        return "access/again";
    }

    @PostMapping
    String confirm(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recoveryCode,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean factor = password.isEmpty();
        String problem = factor
                ? question.problemWith(code, recoveryCode, actor, request)
                : problemWith(password, actor, request);
        if (problem != null) {
            model.addAttribute("page", question.page(ADDRESS, OwnPath.of(back), factor, problem, actor, request));
            return "access/again";
        }
        if (factor) steps.factorProved(token, request, response);
        else steps.confirmed(token, request, response);
        record.confirmed(actor);
        return "redirect:" + OwnPath.of(back);
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyOptions(SignInToken token, HttpServletRequest request) {
        return question.passkeyOptions(token, request);
    }

    @PostMapping("/passkey")
    ResponseEntity<PasskeyReply> passkey(
            @RequestBody String answer,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return question.passkey(answer, actor, request, () -> {
            steps.factorProved(token, request, response);
            record.confirmed(actor);
            return "";
        });
    }

    private @Nullable String problemWith(String password, Actor actor, HttpServletRequest request) {
        return switch (passwords.again(actor, password, request)) {
            case SLOW -> "access.signIn.slow";
            case WRONG -> "access.password.currentWrong";
            case RIGHT, ASLEEP -> null;
        };
    }
}
