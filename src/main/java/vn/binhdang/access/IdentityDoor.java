package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.binhdang.access.factor.Factors;
import vn.binhdang.access.factor.SecondFactorRule;
import vn.binhdang.access.identity.IdentitySignIn;
import vn.binhdang.access.identity.LinkedIdentities;
import vn.binhdang.access.session.SignInMethod;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.access.session.SignIns;

/** Lets an identity that a provider vouched for into its account, and links one for an owner who is in. */
@Component
class IdentityDoor implements IdentitySignIn.Door {
    private final Accounts accounts;
    private final LinkedIdentities identities;
    private final Factors factors;
    private final SecondFactorRule rule;
    private final SignIns signIns;
    private final SignInSteps steps;
    private final SignInRecord record;

    IdentityDoor(
            Accounts accounts,
            LinkedIdentities identities,
            Factors factors,
            SecondFactorRule rule,
            SignIns signIns,
            SignInSteps steps,
            SignInRecord record) {
        this.accounts = accounts;
        this.identities = identities;
        this.factors = factors;
        this.rule = rule;
        this.signIns = signIns;
        this.steps = steps;
        this.record = record;
    }

    @Override
    public String signIn(UUID account, boolean withFactor, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = accounts.signedIn(account);
        if (signedIn.isEmpty()) return "/sign-in?unknown";
        var actor = signedIn.get().actor();
        if (signedIn.get().asleep()) {
            record.asleep(actor);
            return "/sign-in?asleep";
        }
        record.began(actor, SignInMethod.IDENTITY.word());
        steps.begin(request, response, account, SignInMethod.IDENTITY, withFactor);
        if (!withFactor && factors.of(account).any()) return "/sign-in/factor";
        if (withFactor || !rule.requires(actor, request.getRemoteAddr())) steps.completed(actor, request, response);
        return SignInSteps.wanted(request, response);
    }

    /**
     * Only for who is still in: the visit to the provider left the session as it was, and the gate does not stand before
     * the way back from it. A sign-in that its owner ended meanwhile links nothing.
     */
    @Override
    public String link(
            UUID account,
            LinkedIdentities.Provider provider,
            String issuer,
            String subject,
            HttpServletRequest request) {
        var context = new HttpSessionSecurityContextRepository()
                .loadDeferredContext(request)
                .get();
        if (!(context.getAuthentication() instanceof SignInToken token)
                || !token.account().equals(account)
                || signIns.seen(token.signIn(), true).isEmpty()) return "/sign-in?expired";
        return accounts.signedIn(account)
                .filter(s -> !s.asleep())
                .map(s -> identities.link(s.actor(), account, provider, issuer, subject) ? "linked" : "taken")
                .map(done -> "/account/identities?done=" + done)
                .orElse("/sign-in?expired");
    }
}
