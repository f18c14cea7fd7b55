package vn.binhdang.execution;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeArgument.Count;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.plan.AmendedTasks;
import vn.binhdang.plan.PlanId;

/** Tells the units to which an issued plan gives tasks, whether they lead or help. */
@Component
class PlanNotices {
    static final NoticeKind PLAN_ISSUED = new NoticeKind("execution.notice.planIssued", 20, Delivery.AT_ONCE, false);
    static final NoticeKind PLAN_AMENDED = new NoticeKind("execution.notice.planAmended", 20, Delivery.AT_ONCE, false);

    static final NoticeKind WORDS_AMENDED =
            new NoticeKind("execution.notice.wordsAmended", 20, Delivery.AT_ONCE, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final JdbcClient jdbc;

    PlanNotices(Notices notices, RoleHolders holders, JdbcClient jdbc) {
        this.notices = notices;
        this.holders = holders;
        this.jdbc = jdbc;
    }

    @Bean
    static NoticeKind planAmendedNotice() {
        return PLAN_AMENDED;
    }

    @Bean
    static NoticeKind wordsAmendedNotice() {
        return WORDS_AMENDED;
    }

    @Bean
    static NoticeKind planIssuedNotice() {
        return PLAN_ISSUED;
    }

    private record Share(UUID unitId, UUID agencyId, int year, int tasks) {}

    void issued(PlanId plan) {
        for (var share : shares(plan))
            notices.send(
                    PLAN_ISSUED,
                    holders.sittingIn(
                            new UnitId(share.agencyId()), List.of(new UnitId(share.unitId())), Action.REPORT_TASKS),
                    "/plans/" + plan,
                    "execution/%s/issued".formatted(plan),
                    new Code(String.valueOf(share.year())),
                    new Count(share.tasks()));
    }

    /**
     * Each unit that got a task, has one that says something else now, or has one less; and, where purposes, targets or
     * annexes changed, all others that work under the plan.
     */
    void amended(AmendedTasks.Amendment amendment) {
        for (var share : amendment.shares())
            notices.send(
                    PLAN_AMENDED,
                    holders.sittingIn(amendment.agency(), List.of(share.unit()), Action.REPORT_TASKS),
                    "/amendments/" + amendment.document(),
                    "execution/%s/amended/%s".formatted(amendment.document(), share.unit()),
                    new Code(String.valueOf(amendment.year())),
                    new Count(share.got()),
                    new Count(share.kept()),
                    new Count(share.lost()));
        if (amendment.parts() == 0) return;
        var told = amendment.shares().stream().map(AmendedTasks.Share::unit).toList();
        for (var share : shares(amendment.plan()))
            if (!told.contains(new UnitId(share.unitId())))
                notices.send(
                        WORDS_AMENDED,
                        holders.sittingIn(amendment.agency(), List.of(new UnitId(share.unitId())), Action.REPORT_TASKS),
                        "/amendments/" + amendment.document(),
                        "execution/%s/words/%s".formatted(amendment.document(), share.unitId()),
                        new Code(String.valueOf(amendment.year())),
                        new Count(amendment.parts()));
    }

    private List<Share> shares(PlanId plan) {
        return jdbc.sql("""
            select u.unit_id, p.agency_id, p.year, count(distinct u.task_id) as tasks
            from   plan p
            join   (select id as task_id, plan_id, lead_unit_id as unit_id from plan_task where lead_unit_id is not null
                    union
                    select c.task_id, t.plan_id, c.unit_id
                    from   plan_task_coordinating c join plan_task t on t.id = c.task_id
                    where  c.unit_id is not null) u on u.plan_id = p.id
            where  p.id = :plan
            group  by u.unit_id, p.agency_id, p.year
            order  by u.unit_id
            """).param("plan", plan.value()).query(Share.class).list();
    }
}
