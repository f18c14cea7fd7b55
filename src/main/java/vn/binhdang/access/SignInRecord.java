package vn.binhdang.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** What the record of deeds says of sign-ins. A name that nobody has is counted, never written down. */
@Component
class SignInRecord {
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInRecord(AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void began(Actor actor, String method) {
        audit.record(actor, "access.signIn", actor.account().value(), Map.of("method", method));
    }

    @Transactional
    public void failed(Actor actor, String method) {
        audit.record(actor, "access.signIn.fail", actor.account().value(), Map.of("method", method));
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
        audit.record(
                actor, "access.signIn.end", actor.account().value(), Map.of("why", why.name(), "count", count));
    }

    @Transactional
    public void unknownName() {
        jdbc.sql("""
            insert into unknown_name_try as u (hour, tries) values (:hour, 1)
            on conflict (hour) do update set tries = u.tries + 1
            """)
                .param(
                        "hour",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS))
                .update();
    }
}
