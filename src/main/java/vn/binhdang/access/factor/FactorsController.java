package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.kernel.NotVisible;

/** A person's own second factors. */
@Controller
@RequestMapping("/account/factors")
@Allows(Action.USE_OWN_ACCOUNT)
class FactorsController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Factors factors;
    private final FactorSetUp setUp;
    private final Passkeys passkeys;
    private final SecondFactorRule rule;
    private final SignInSteps steps;
    private final Clock clock;

    FactorsController(
            Factors factors,
            FactorSetUp setUp,
            Passkeys passkeys,
            SecondFactorRule rule,
            SignInSteps steps,
            Clock clock) {
        this.factors = factors;
        this.setUp = setUp;
        this.passkeys = passkeys;
        this.rule = rule;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam Optional<String> recovered,
            @RequestParam Optional<String> removed,
            @RequestParam Optional<String> added,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        String notice = recovered.isPresent()
                ? "access.factor.recovered"
                : removed.isPresent() ? "access.factor.removed" : added.isPresent() ? "access.factor.added" : null;
        var account = actor.account().value();
        var held = factors.of(account);
        boolean required = rule.requires(actor, request.getRemoteAddr());
        var reset = factors.untoldReset(account)
                .map(r -> r.resetAt().atZoneSameInstant(clock.getZone()).format(DAY));
        if (reset.isPresent()) factors.toldOfReset(account);
        model.addAttribute(
                "page",
                new FactorsPage(
                        required && !held.any(),
                        held,
                        passkeys.of(account),
                        passkeys.areOffered(request),
                        notice,
                        reset.orElse(null),
                        clock.getZone()));
        return "access/factor/factors";
    }

    @GetMapping("/app")
    @FreshFactor
    String app(Actor actor, SignInToken token, Model model) {
        if (factors.of(token.account()).app()) return "redirect:/account/factors";
        return app(actor, token, null, model);
    }

    @PostMapping("/app")
    @FreshFactor
    String confirmApp(
            @RequestParam String code,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (factors.of(token.account()).app()) return "redirect:/account/factors?added";
        switch (setUp.confirmApp(actor, token.signIn(), code, request)) {
            case SLOW -> {
                return app(actor, token, "access.factor.slow", model);
            }
            case WRONG -> {
                return app(actor, token, "access.factor.codeWrong", model);
            }
            case RIGHT -> proved(actor, token, request, response);
        }
        return factors.of(token.account()).codesLeft() > 0 ? "redirect:/account/factors?added" : newCodes(actor, model);
    }

    @PostMapping("/app/remove")
    @FreshFactor
    String removeApp(Actor actor, SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        setUp.removeApp(actor);
        return removed(token, request, response);
    }

    @PostMapping("/codes")
    @FreshFactor
    String newCodes(Actor actor, Model model) {
        model.addAttribute("page", new CodesPage(setUp.newCodes(actor), setUp.username(actor)));
        return "access/factor/codes";
    }

    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @FreshFactor
    ResponseEntity<String> passkeyOptions(SignInToken token, HttpServletRequest request) {
        if (!passkeys.areOffered(request))
            return ResponseEntity.unprocessableContent().build();
        return ResponseEntity.ok(passkeys.startMaking(request, token));
    }

    @PostMapping("/passkeys")
    @FreshFactor
    ResponseEntity<PasskeyReply> addPasskey(
            @RequestBody String answer,
            @RequestParam String name,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setUp.addPasskey(actor, answer, name, request))
            return ResponseEntity.unprocessableContent().build();
        proved(actor, token, request, response);
        return ResponseEntity.ok(new PasskeyReply("/account/factors?added"));
    }

    @PostMapping("/passkeys/{id}/remove")
    @FreshFactor
    String removePasskey(
            @PathVariable String id,
            Actor actor,
            SignInToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setUp.removePasskey(actor, id)) throw new NotVisible("passkey");
        return removed(token, request, response);
    }

    /** Without the last one nothing is proved any more: who needs a factor is led to set up the next. */
    private String removed(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.of(token.account()).any()) steps.factorGone(token, request, response);
        return "redirect:/account/factors?removed";
    }

    /** A factor that was just set up is a factor that was just proved. */
    private void proved(Actor actor, SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        boolean first = token.factorAt() == null;
        steps.factorProved(token, request, response);
        if (first) steps.completed(actor, request, response);
    }

    private String app(Actor actor, SignInToken token, @Nullable String problem, Model model) {
        String secret = Base32.encode(setUp.pendingApp(actor, token.signIn()));
        String issuer = "B%C3%ACnh%20%C4%90%E1%BA%B3ng";
        String address = "otpauth://totp/" + issuer + ":"
                + URLEncoder.encode(setUp.username(actor), StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=" + issuer;
        var groups = Stream.of(secret.split("(?<=\\G.{4})")).toList();
        model.addAttribute("page", new AppPage(QrCode.of(address), String.join(" ", groups), problem));
        return "access/factor/app";
    }
}
