package vn.binhdang.access.factor;

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
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;

/** The second step of a sign-in, between the password and everything else. */
@Controller
@RequestMapping("/sign-in/factor")
@Allows(Action.USE_OWN_ACCOUNT)
class FactorStepController {
    private final Factors factors;
    private final FactorProof proof;
    private final SignInSteps steps;

    FactorStepController(Factors factors, FactorProof proof, SignInSteps steps) {
        this.factors = factors;
        this.proof = proof;
        this.steps = steps;
    }

    @GetMapping
    String show(Actor actor, SignInToken token, HttpServletRequest request, Model model) {
        if (token.factorAt() != null || !factors.of(token.account()).any()) return "redirect:/";
        return form(actor, null, request, model);
    }

    @PostMapping
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recoveryCode,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean recovery = !recoveryCode.isBlank();
        return switch (proof.code(actor, recovery ? recoveryCode : code, recovery, request)) {
            case RIGHT -> {
                String wanted = SignInSteps.wanted(request, response);
                steps.factorProved(token, request, response);
                steps.completed(actor, request, response);
                yield "redirect:" + (recovery ? "/account/factors?recovered" : wanted);
            }
            case WRONG ->
                form(actor, recovery ? "access.factor.recoveryWrong" : "access.factor.codeWrong", request, model);
            case SLOW -> form(actor, "access.factor.slow", request, model);
        };
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
        String wanted = SignInSteps.wanted(request, response);
        steps.factorProved(token, request, response);
        steps.completed(actor, request, response);
        return ResponseEntity.ok(new PasskeyReply(wanted));
    }

    private String form(Actor actor, @Nullable String problem, HttpServletRequest request, Model model) {
        var held = factors.of(actor.account().value());
        boolean passkeys = held.passkeys() > 0 && proof.offersPasskeys(request);
        model.addAttribute("page", new ProofPage("/sign-in/factor", "", held, passkeys, false, problem));
        return "access/factor/step";
    }
}
