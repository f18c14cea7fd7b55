package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * What is recommended to a unit that ended goes on at its successor, and comes back when the event is taken back. Looks at
 * how things are, not at what happened, so that looking twice changes nothing.
 */
@Component
class RecommendationsFollowUnits {
    private static final String UNDONE = "c.state in ('OPEN', 'REPORTED', 'RETURNED') and r.cancelled_at is null";

    private final JdbcClient jdbc;
    private final OversightNotices notices;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate whole;

    RecommendationsFollowUnits(
            JdbcClient jdbc,
            OversightNotices notices,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /** @param heir who is responsible from now on */
    private record Moving(UUID id, UUID agencyId, UUID unitId, UUID heir, LocalDate dueOn, boolean active) {}

    void follow() {
        var today = Today.of(clock).day();
        for (var moving : back(today)) whole.executeWithoutResult(status -> move(moving, "HANDED_BACK"));
        for (var moving : over(today)) whole.executeWithoutResult(status -> move(moving, "HANDED_OVER"));
    }

    /** Of several successors the one with the largest share: a recommendation has one responsible unit. */
    private List<Moving> over(LocalDate today) {
        return jdbc.sql("""
            select c.id, r.agency_id, c.unit_id, s.unit_id as heir, c.due_on, oversight_concluded_on(r, k.state, k.issued_on) is not null as active
            %s
            join   unit u on u.id = c.unit_id and u.valid_to <= :today
            cross  join lateral (select s.unit_id from unit_successors(array[c.unit_id], u.valid_to - 1, :today) s
                                 order by s.share desc nulls last, s.unit_id limit 1) s
            where  %s
            order  by c.id
            """.formatted(Recommendations.FROM, UNDONE))
                .param("today", today)
                .query(Moving.class)
                .list();
    }

    private List<Moving> back(LocalDate today) {
        return jdbc.sql("""
            select c.id, r.agency_id, c.unit_id, f.from_unit_id as heir, c.due_on, oversight_concluded_on(r, k.state, k.issued_on) is not null as active
            %s
            cross  join lateral (select f.from_unit_id, f.unit_id from oversight_follow_up f
                                 where  f.recommendation_id = c.id and f.step = 'HANDED_OVER' and f.unit_id = c.unit_id
                                 order by f.no desc limit 1) f
            join   unit u on u.id = f.from_unit_id and u.valid_from <= :today and (u.valid_to is null or :today < u.valid_to)
            where  %s
            order  by c.id
            """.formatted(Recommendations.FROM, UNDONE))
                .param("today", today)
                .query(Moving.class)
                .list();
    }

    private void move(Moving moving, String step) {
        int moved = jdbc.sql("""
            update oversight_recommendation set unit_id = :heir, version = version + 1
            where  id = :id and unit_id = :unit and state in ('OPEN', 'REPORTED', 'RETURNED')
            """)
                .param("heir", moving.heir())
                .param("id", moving.id())
                .param("unit", moving.unitId())
                .update();
        if (moved == 0) return; // somebody closed it in between
        var product = Actor.ofInstallation(new UnitId(moving.agencyId()));
        var id = Uuid7.create();
        jdbc.sql("""
            insert into oversight_follow_up (id, recommendation_id, no, step, words, unit_id, from_unit_id, said_by, said_at)
            select :id, :recommendation, 1 + coalesce(max(no), 0), :step, '', :heir, :unit, :by, :now
            from   oversight_follow_up where recommendation_id = :recommendation
            """)
                .param("id", id)
                .param("recommendation", moving.id())
                .param("step", step)
                .param("heir", moving.heir())
                .param("unit", moving.unitId())
                .param("by", product.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(
                product,
                "execution.recommendation.handOver",
                moving.id(),
                Map.of(
                        "unit",
                        Map.of(
                                "before", moving.unitId().toString(),
                                "after", moving.heir().toString())));
        if (moving.active())
            notices.recommended(moving.id(), "handed/" + id, new UnitId(moving.heir()), moving.dueOn());
    }
}
