package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.factor.FactorProof;
import vn.binhdang.access.factor.Factors;
import vn.binhdang.access.factor.PasskeyReply;
import vn.binhdang.access.factor.SecondFactorRule;
import vn.binhdang.access.identity.LinkedIdentities;
import vn.binhdang.access.session.SignInMethod;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.kernel.Actor;

/** The first step of a sign-in: name and password, or a passkey that is both steps in one. */
@Controller
class SignInController {
    /** Words in the address after a redirect, and what the page then says. */
    private static final List<String> FAILURES = List.of("wrong", "slow", "asleep", "unknown", "unverified");

    private static final List<String> NEWS = List.of("out", "expired");

    private final CurrentAccount current;
    private final PasswordSignIn passwords;
    private final Accounts accounts;
    private final Factors factors;
    private final FactorProof proof;
    private final SecondFactorRule rule;
    private final SignInSteps steps;
    private final SignInRecord record;
    private final LinkedIdentities identities;

    SignInController(
            CurrentAccount current,
            PasswordSignIn passwords,
            Accounts accounts,
            Factors factors,
            FactorProof proof,
            SecondFactorRule rule,
            SignInSteps steps,
            SignInRecord record,
            LinkedIdentities identities) {
        this.current = current;
        this.passwords = passwords;
        this.accounts = accounts;
        this.factors = factors;
        this.proof = proof;
        this.rule = rule;
        this.steps = steps;
        this.record = record;
        this.identities = identities;
    }

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model model) {
        if (current.of(request).isPresent()) return "redirect:/";
        String failure = first(FAILURES, request);
        String news = failure == null ? first(NEWS, request) : failure;
        model.addAttribute(
                "page",
                new SignInPage(
                        news == null ? null : "access.signIn." + news,
                        failure != null,
                        proof.offersPasskeys(request),
                        identities.providers()));
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String username,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var result = passwords.attempt(username, password, request);
        if (result.actor() == null)
            return "redirect:/sign-in?"
                    + switch (result.outcome()) {
                        case SLOW -> "slow";
                        case ASLEEP -> "asleep";
                        case RIGHT, WRONG -> "wrong";
                    };
        return began(result.actor(), SignInMethod.PASSWORD, request, response);
    }

    private String began(Actor actor, SignInMethod method, HttpServletRequest request, HttpServletResponse response) {
        var account = actor.account().value();
        record.began(actor, method.word());
        steps.begin(request, response, account, method, false);
        if (factors.of(account).any()) return "redirect:/sign-in/factor";
        if (!rule.requires(actor, request.getRemoteAddr())) steps.completed(actor, request, response);
        return "redirect:" + SignInSteps.wanted(request, response);
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyOptions(HttpServletRequest request) {
        return proof.offersPasskeys(request)
                ? ResponseEntity.ok(proof.askForAnyPasskey(request))
                : ResponseEntity.unprocessableContent().build();
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<PasskeyReply> passkey(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = proof.anyPasskey(answer, request).flatMap(accounts::signedIn);
        if (signedIn.isEmpty()) return ResponseEntity.unprocessableContent().build();
        var actor = signedIn.get().actor();
        if (signedIn.get().asleep()) {
            record.asleep(actor);
            return ResponseEntity.ok(new PasskeyReply("/sign-in?asleep"));
        }
        record.began(actor, SignInMethod.PASSKEY.word());
        steps.begin(request, response, actor.account().value(), SignInMethod.PASSKEY, true);
        steps.completed(actor, request, response);
        return ResponseEntity.ok(new PasskeyReply(SignInSteps.wanted(request, response)));
    }

    private static @Nullable String first(List<String> words, HttpServletRequest request) {
        return words.stream()
                .filter(word -> request.getParameterMap().containsKey(word))
                .findFirst()
                .orElse(null);
    }
}
