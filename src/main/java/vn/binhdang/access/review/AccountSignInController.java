package vn.binhdang.access.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.accounts.AccountAdministration;
import vn.binhdang.access.factor.Factors;
import vn.binhdang.access.identity.LinkedIdentities;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.access.sleep.SleepingAccounts;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;

/** How somebody signs in, as an administrator sees it: waking, ending sign-ins, taking lost factors away, identities. */
@Controller
@RequestMapping("/accounts/{id}/sign-in")
@Allows(Action.CHANGE_ACCOUNTS)
class AccountSignInController {
    /** What the page says after a deed, by the word in its address. */
    private static final List<String> NOTICES = List.of("woken", "ended", "reset", "linked", "unlinked", "taken");

    private final Reviews reviews;
    private final Factors factors;
    private final SignIns signIns;
    private final AccountAdministration administration;
    private final SleepingAccounts sleeping;
    private final LinkedIdentities identities;
    private final AuditTrail audit;
    private final Clock clock;

    AccountSignInController(
            Reviews reviews,
            Factors factors,
            SignIns signIns,
            AccountAdministration administration,
            SleepingAccounts sleeping,
            LinkedIdentities identities,
            AuditTrail audit,
            Clock clock) {
        this.reviews = reviews;
        this.factors = factors;
        this.signIns = signIns;
        this.administration = administration;
        this.sleeping = sleeping;
        this.identities = identities;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Allows(Action.READ_ACCOUNTS)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Actor actor, Model model) {
        var row = reviews.one(actor, id);
        model.addAttribute(
                "page",
                new AccountSignInPage(
                        id,
                        row.username(),
                        row.person(),
                        row.asleep(),
                        row.lastSignIn(),
                        factors.of(id),
                        signIns.liveOf(id),
                        identities.of(id),
                        identities.providers(),
                        actor.may(Action.CHANGE_ACCOUNTS),
                        notice(done),
                        clock.getZone()));
        return "access/review/account";
    }

    @PostMapping("/wake")
    @Transactional
    public String wake(@PathVariable UUID id, Actor actor) {
        reviews.mustReach(actor, id);
        sleeping.wake(actor, id);
        return back(id, "woken");
    }

    @PostMapping("/end")
    @FreshFactor
    @Transactional
    public String endSignIns(@PathVariable UUID id, Actor actor) {
        reviews.mustReach(actor, id);
        int count = signIns.endAll(id, id, SignInEnd.BY_ADMINISTRATOR);
        audit.record(actor, "access.signIn.end", id, Map.of("why", SignInEnd.BY_ADMINISTRATOR.name(), "count", count));
        return back(id, "ended");
    }

    /** For who lost phone and paper. The administrator makes sure beforehand that it is them who ask. */
    @PostMapping("/reset-factors")
    @FreshFactor
    @Transactional
    public String resetFactors(@PathVariable UUID id, Actor actor) {
        reviews.mustReach(actor, id);
        if (actor.account().value().equals(id)) throw new Refused("access.account.notOwnFactors");
        administration.refuseRolesElsewhere(actor, new AccountId(id));
        factors.reset(actor, id);
        signIns.endAll(id, id, SignInEnd.BY_ADMINISTRATOR);
        return back(id, "reset");
    }

    @PostMapping("/identities")
    @FreshFactor
    @Transactional
    public String link(
            @PathVariable UUID id, @RequestParam String provider, @RequestParam String subject, Actor actor) {
        reviews.mustReach(actor, id);
        var known = identities.providers().stream()
                .filter(p -> p.id().equals(provider))
                .findFirst()
                .orElseThrow(() -> new NotVisible("provider"));
        if (subject.isBlank()) return back(id, "");
        administration.refuseRolesElsewhere(actor, new AccountId(id));
        return back(id, identities.link(actor, id, known, known.issuer(), subject.strip()) ? "linked" : "taken");
    }

    @PostMapping("/identities/remove")
    @FreshFactor
    @Transactional
    public String unlink(
            @PathVariable UUID id, @RequestParam String issuer, @RequestParam String subject, Actor actor) {
        reviews.mustReach(actor, id);
        if (!identities.unlink(actor, id, issuer, subject)) throw new NotVisible("identity");
        return back(id, "unlinked");
    }

    private static String back(UUID id, String done) {
        return "redirect:/accounts/" + id + "/sign-in?done=" + done;
    }

    private static @Nullable String notice(String done) {
        return NOTICES.contains(done) ? "access.account." + done : null;
    }
}
