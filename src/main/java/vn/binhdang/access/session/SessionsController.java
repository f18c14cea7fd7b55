package vn.binhdang.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.kernel.NotVisible;

/** A person's own sign-ins: where the account is open now, and closing it elsewhere. */
@Controller
@RequestMapping("/account/sessions")
@Allows(Action.USE_OWN_ACCOUNT)
class SessionsController {
    private final SignIns signIns;
    private final AuditTrail audit;
    private final Clock clock;

    SessionsController(SignIns signIns, AuditTrail audit, Clock clock) {
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Integer ended, SignInToken token, Model model) {
        model.addAttribute(
                "page", new SessionsPage(signIns.liveOf(token.account()), token.signIn(), clock.getZone(), ended));
        return "access/session/sessions";
    }

    /** Asked by a page on which somebody types for long without sending anything. */
    @GetMapping("/alive")
    ResponseEntity<Void> alive() {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/end")
    @FreshFactor
    @Transactional
    public String endOne(@PathVariable UUID id, Actor actor, SignInToken token) {
        if (!signIns.endOne(token.account(), id, SignInEnd.BY_OWNER)) throw new NotVisible("sign-in");
        recorded(actor, 1);
        return "redirect:/account/sessions?ended=1";
    }

    @PostMapping("/end-others")
    @FreshFactor
    @Transactional
    public String endOthers(Actor actor, SignInToken token) {
        int ended = signIns.endAll(token.account(), token.signIn(), SignInEnd.BY_OWNER);
        recorded(actor, ended);
        return "redirect:/account/sessions?ended=" + ended;
    }

    /** This one too: the browser is then asked to sign in anew. */
    @PostMapping("/end-all")
    @FreshFactor
    @Transactional
    public String endAll(Actor actor, SignInToken token, HttpServletRequest request) {
        int ended = signIns.endAll(token.account(), new UUID(0, 0), SignInEnd.BY_OWNER);
        recorded(actor, ended);
        request.getSession().invalidate();
        return "redirect:/sign-in?out";
    }

    private void recorded(Actor actor, int count) {
        audit.record(
                actor,
                "access.signIn.end",
                actor.account().value(),
                Map.of("why", SignInEnd.BY_OWNER.name(), "count", count));
    }
}
