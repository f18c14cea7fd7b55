package vn.binhdang.plan.amendment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Count;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/**
 * Tells those to whom a plan was passed down that a clause they were given has changed. What they made of it stays theirs:
 * a plan of their own is amended by themselves.
 */
@Component
class AmendedAbove {
    static final NoticeKind KIND = new NoticeKind("plan.notice.amendedAbove", 20, Delivery.AT_ONCE, false);

    private final JdbcClient jdbc;
    private final Notices notices;
    private final RoleHolders holders;

    AmendedAbove(JdbcClient jdbc, Notices notices, RoleHolders holders) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.holders = holders;
    }

    @Bean
    static NoticeKind amendedAboveNotice() {
        return KIND;
    }

    private record Below(UUID unitId, boolean inside) {}

    /** @param words whether purposes, targets or annexes changed too: that concerns every agency that works by the plan */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Actor actor, Amendment amendment, boolean words) {
        var below = jdbc.sql("""
            select distinct a.unit_id, a.inside
            from   plan_addressee a
            join   plan_cascade c on c.id = a.cascade_id and c.state <> 'RECALLED'
            where  c.plan_id = :plan and a.made_at is not null and a.handed_over_on is null
            and    (:words and not a.inside
                    or exists (select 1 from plan_task t
                               join   plan_task_change h on h.task_id = t.from_task_id
                               where  t.addressee_id = a.id and t.dropped_on is null
                               and    h.amendment_id = :amendment and h.undone_at is null))
            """)
                .param("plan", amendment.plan().value())
                .param("amendment", amendment.id().value())
                .param("words", words)
                .query(Below.class)
                .list();
        if (below.isEmpty()) return;
        Set<AccountId> to = new HashSet<>();
        holders.inEach(units(below, false), Action.WRITE_DOCUMENTS).values().forEach(to::addAll);
        to.addAll(holders.sittingIn(actor.agency(), units(below, true), Action.REPORT_TASKS));
        to.remove(actor.account());
        notices.send(KIND, to, "/received?show=all", "plan/amended/" + amendment.id(), new Count(1));
    }

    private static List<UnitId> units(List<Below> below, boolean inside) {
        var units = new ArrayList<UnitId>();
        for (var one : below) if (one.inside() == inside) units.add(new UnitId(one.unitId()));
        return units;
    }
}
