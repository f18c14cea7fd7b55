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
import vn.binhdang.access.factor.FactorProof;
import vn.binhdang.access.factor.Factors;
import vn.binhdang.access.factor.PasskeyReply;
import vn.binhdang.access.factor.ProofPage;
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
    private final PasswordSignIn passwords;
    private final Factors factors;
    private final FactorProof proof;
    private final SignInSteps steps;
    private final SignInRecord record;

    ConfirmController(
            PasswordSignIn passwords, Factors factors, FactorProof proof, SignInSteps steps, SignInRecord record) {
        this.passwords = passwords;
        this.factors = factors;
        this.proof = proof;
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
        return form(actor, OwnPath.of(back), need.equals("factor"), null, request, model);
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
        String problem = password.isEmpty()
                ? byCode(actor, token, code, recoveryCode, request, response)
                : byPassword(actor, token, password, request, response);
        if (problem != null) return form(actor, OwnPath.of(back), password.isEmpty(), problem, request, model);
        record.confirmed(actor);
        return "redirect:" + OwnPath.of(back);
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyOptions(SignInToken token, HttpServletRequest request) {
        return ResponseEntity.ok(proof.askForPasskey(token, request));
    }

    @PostMapping("/passkey")
    ResponseEntity<PasskeyReply> passkey(
            @RequestBody String answer,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (proof.passkey(actor, answer, request) != FactorProof.Outcome.RIGHT)
            return ResponseEntity.unprocessableContent().build();
        steps.factorProved(token, request, response);
        record.confirmed(actor);
        return ResponseEntity.ok(new PasskeyReply(""));
    }

    private @Nullable String byPassword(
            Actor actor, SignInToken token, String password, HttpServletRequest request, HttpServletResponse response) {
        return switch (passwords.again(actor, password, request)) {
            case SLOW -> "access.signIn.slow";
            case WRONG -> "access.password.currentWrong";
            case RIGHT, ASLEEP -> {
                steps.confirmed(token, request, response);
                yield null;
            }
        };
    }

    private @Nullable String byCode(
            Actor actor,
            SignInToken token,
            String code,
            String recoveryCode,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean recovery = !recoveryCode.isBlank();
        return switch (proof.code(actor, recovery ? recoveryCode : code, recovery, request)) {
            case SLOW -> "access.factor.slow";
            case WRONG -> recovery ? "access.factor.recoveryWrong" : "access.factor.codeWrong";
            case RIGHT -> {
                steps.factorProved(token, request, response);
                yield null;
            }
        };
    }

    private String form(
            Actor actor,
            String back,
            boolean factor,
            @Nullable String problem,
            HttpServletRequest request,
            Model model) {
        var held = factors.of(actor.account().value());
        model.addAttribute(
                "page",
                new ProofPage(
                        "/sign-in/again",
                        back,
                        held,
                        held.passkeys() > 0 && proof.offersPasskeys(request),
                        !factor || !held.any(),
                        problem));
        return "access/again";
    }
}
