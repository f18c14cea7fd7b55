package vn.binhdang.access.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.kernel.NotVisible;

/** A person's own identities at providers. */
@Controller
@RequestMapping("/account/identities")
@Allows(Action.USE_OWN_ACCOUNT)
class IdentitiesController {
    private static final List<String> NOTICES = List.of("linked", "unlinked", "taken");

    private final LinkedIdentities identities;
    private final Clock clock;

    IdentitiesController(LinkedIdentities identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, Actor actor, Model model) {
        model.addAttribute(
                "page",
                new IdentitiesPage(
                        identities.of(actor.account().value()),
                        identities.providers(),
                        NOTICES.contains(done) ? "access.identity." + done : null,
                        clock.getZone()));
        return "access/identity/identities";
    }

    @PostMapping("/link")
    @FreshFactor
    String link(@RequestParam String provider, Actor actor, HttpServletRequest request) {
        if (identities.providers().stream().noneMatch(p -> p.id().equals(provider))) throw new NotVisible("provider");
        IdentitySignIn.wish(request, actor.account().value(), clock.instant());
        return "redirect:/oauth2/authorization/" + provider;
    }

    @PostMapping("/remove")
    @FreshFactor
    String remove(@RequestParam String issuer, @RequestParam String subject, Actor actor) {
        if (!identities.unlink(actor, actor.account().value(), issuer, subject)) throw new NotVisible("identity");
        return "redirect:/account/identities?done=unlinked";
    }
}
