package vn.binhdang.access;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/**
 * Keeps sign-ins that failed and sign-outs in the record. Of a name that belongs to nobody only a hash is kept: what is
 * typed there is now and then a password.
 */
@Component
class SignInsRecorded {
    private final Accounts accounts;
    private final AuditTrail audit;

    SignInsRecorded(Accounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        var account = accounts.credentials(name);
        var known = account.flatMap(found -> accounts.signedIn(found.id())).map(SignedIn::actor);
        if (known.isPresent())
            audit.refused(
                    Actor.ofInstallation(known.get().agency()),
                    "access.signIn.wrong",
                    known.get().account().value(),
                    Map.of());
        else
            audit.refused(
                    Actor.ofInstallation(),
                    "access.signIn.unknown",
                    null,
                    Map.of("name", audit.hashOf(AuditTrail.NO_RECORD, "name", name.toLowerCase(Locale.ROOT))));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AccountPrincipal principal)
            accounts.signedIn(principal.accountId()).ifPresent(who -> accounts.signOut(who.actor()));
    }
}
