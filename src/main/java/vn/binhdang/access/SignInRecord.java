package vn.binhdang.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** What the record of deeds says of sign-ins, and how many there were: a flood of refused ones is somebody guessing. */
@Component
class SignInRecord {
    private final AuditTrail audit;
    private final MeterRegistry meters;

    SignInRecord(AuditTrail audit, MeterRegistry meters) {
        this.audit = audit;
        this.meters = meters;
        for (String outcome : List.of("accepted", "refused", "slowed")) counter(outcome);
    }

    @Transactional
    public void began(Actor actor, String method) {
        counter("accepted").increment();
        audit.record(actor, "access.signIn", actor.account().value(), Map.of("method", method));
    }

    /** Tried on the account, and not by its owner as far as anybody knows: the product itself says so. */
    public void failed(Actor whose, String method) {
        counter("refused").increment();
        audit.refused(
                Actor.ofInstallation(whose.agency()),
                "access.signIn.wrong",
                whose.account().value(),
                Map.of("method", method));
    }

    /** Of a name that belongs to nobody only a hash is kept: what is typed there is now and then a password. */
    public void unknownName(String name) {
        counter("refused").increment();
        audit.refused(
                Actor.ofInstallation(),
                "access.signIn.unknown",
                null,
                Map.of("name", audit.hashOf(AuditTrail.NO_RECORD, "name", name.toLowerCase(Locale.ROOT))));
    }

    /** Too many tries before: only counted, else a flood would fill the record. */
    void slowed() {
        counter("slowed").increment();
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

    private Counter counter(String outcome) {
        return Counter.builder("binhdang.sign.ins")
                .description("Sign-ins by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
