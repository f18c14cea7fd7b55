package vn.binhdang.access.sleep;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * Accounts not used for 45 days sleep: nobody signs in with them until an administrator wakes them. Of an agency's
 * administrators the one who signed in last always stays awake, or nobody could wake the others.
 */
@Component
public class SleepingAccounts {
    private final JdbcClient jdbc;
    private final SignIns signIns;
    private final AuditTrail audit;
    private final Clock clock;
    private final Period unused;

    SleepingAccounts(
            JdbcClient jdbc,
            SignIns signIns,
            AuditTrail audit,
            Clock clock,
            @Value("${binhdang.access.sleep-after-days:45}") int days) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
        this.unused = Period.ofDays(days);
    }

    private record Asleep(UUID id, @Nullable UUID agencyId) {}

    /** @return how many fell asleep now */
    @Transactional
    public int fallAsleep() {
        var now = now();
        var found = jdbc.sql("""
            update account a set asleep_since = :now
            where  a.asleep_since is null and a.closed_at is null
              and  greatest(a.created_at, a.last_sign_in_at, a.woken_at) < :before
              and  a.id not in (
                       select distinct on (r.agency_id) x.id
                       from   account x
                       join   role_grant r on r.account_id = x.id and r.role = 'SYSTEM_ADMINISTRATOR'
                                          and r.valid_from <= :today and (r.valid_to is null or :today < r.valid_to)
                       where  x.closed_at is null and x.asleep_since is null
                       order  by r.agency_id, greatest(x.created_at, x.last_sign_in_at, x.woken_at) desc, x.id)
            returning a.id, a.agency_id
            """)
                .param("now", now)
                .param("before", now.minus(unused))
                .param("today", LocalDate.now(clock))
                .query(Asleep.class)
                .list();
        for (var account : found) {
            signIns.endAll(account.id(), account.id(), SignInEnd.BY_ADMINISTRATOR);
            var by = account.agencyId() == null
                    ? Actor.ofInstallation()
                    : Actor.ofInstallation(new UnitId(account.agencyId()));
            audit.record(by, "access.account.sleep", account.id(), Map.of("days", unused.getDays()));
        }
        return found.size();
    }

    /** @return false when it was awake */
    @Transactional
    public boolean wake(Actor by, UUID account) {
        int woken = jdbc.sql("""
            update account set asleep_since = null, woken_at = :now where id = :id and asleep_since is not null
            """).param("now", now()).param("id", account).update();
        if (woken == 0) return false;
        audit.record(by, "access.account.wake", account);
        return true;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
