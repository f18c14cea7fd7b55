package vn.binhdang.access;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** What the record of deeds says of sign-ins. */
@Component
class SignInRecord {
    private final AuditTrail audit;

    SignInRecord(AuditTrail audit) {
        this.audit = audit;
    }

    @Transactional
    public void began(Actor actor, String method) {
        audit.record(actor, "access.signIn", actor.account().value(), Map.of("method", method));
    }

    /** Tried on the account, and not by its owner as far as anybody knows: the product itself says so. */
    public void failed(Actor whose, String method) {
        audit.refused(
                Actor.ofInstallation(whose.agency()),
                "access.signIn.wrong",
                whose.account().value(),
                Map.of("method", method));
    }

    /** Of a name that belongs to nobody only a hash is kept: what is typed there is now and then a password. */
    public void unknownName(String name) {
        audit.refused(
                Actor.ofInstallation(),
                "access.signIn.unknown",
                null,
                Map.of("name", audit.hashOf(AuditTrail.NO_RECORD, "name", name.toLowerCase(Locale.ROOT))));
    }

    @Transactional
    public void asleep(Actor actor) {
        audit.record(actor, "access.signIn.asleep", actor.account().value());
    }

    @Transactional
    public void confirmed(Actor actor) {
        audit.record(actor, "access.signIn.confirm", actor.account().value());
    }

    @Transactional
    public void ended(Actor actor, SignInEnd why, int count) {
        audit.record(actor, "access.signIn.end", actor.account().value(), Map.of("why", why.name(), "count", count));
    }
}
