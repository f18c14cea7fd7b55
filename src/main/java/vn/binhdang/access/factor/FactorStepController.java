package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private static final String ADDRESS = "/sign-in/factor";

    private final Factors factors;
    private final FactorQuestion question;
    private final SignInSteps steps;

    FactorStepController(Factors factors, FactorQuestion question, SignInSteps steps) {
        this.factors = factors;
        this.question = question;
        this.steps = steps;
    }

    @GetMapping
    String show(Actor actor, SignInToken token, HttpServletRequest request, Model model) {
        if (token.factorAt() != null || !factors.of(token.account()).any()) return "redirect:/";
        model.addAttribute("page", question.page(ADDRESS, "", true, null, actor, request));
        return "access/factor/step";
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
        String problem = question.problemWith(code, recoveryCode, actor, request);
        if (problem != null) {
            model.addAttribute("page", question.page(ADDRESS, "", true, problem, actor, request));
            return "access/factor/step";
        }
        String wanted = proved(actor, token, request, response);
        return "redirect:" + (recoveryCode.isBlank() ? wanted : "/account/factors?recovered");
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
        return question.passkey(answer, actor, request, () -> proved(actor, token, request, response));
    }

    /** @return the page that was wanted before the sign-in */
    private String proved(Actor actor, SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        String wanted = SignInSteps.wanted(request, response);
        steps.factorProved(token, request, response);
        steps.completed(actor, request, response);
        return wanted;
    }
}
