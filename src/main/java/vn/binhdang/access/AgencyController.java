package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;

/** Changes the agency for which a person with roles in several of them acts. */
@Controller
class AgencyController {
    private final CurrentAccount current;
    private final Accounts accounts;
    private final AuditTrail audit;

    AgencyController(CurrentAccount current, Accounts accounts, AuditTrail audit) {
        this.current = current;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Both agencies read in their record who left and who came. */
    @PostMapping("/account/agency")
    @Allows(Action.USE_OWN_ACCOUNT)
    @Transactional
    public String choose(@RequestParam String agency, Actor actor, HttpServletRequest request) {
        var signedIn = current.of(request).orElseThrow(() -> new NotVisible("account"));
        var chosen = signedIn.otherAgencies().stream()
                .filter(other -> other.id().equals(agency))
                .map(other -> UUID.fromString(other.id()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("agency " + agency));
        var there = accounts.signedIn(actor.account().value(), chosen)
                .orElseThrow(() -> new NotVisible("agency " + agency))
                .actor();
        var fields = Map.of("from", actor.agency().toString(), "to", chosen.toString());
        audit.record(actor, "access.agency.choose", actor.account().value(), fields);
        audit.record(there, "access.agency.choose", actor.account().value(), fields);
        CurrentAccount.choose(request, chosen);
        return "redirect:/";
    }
}
