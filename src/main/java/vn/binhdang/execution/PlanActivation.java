package vn.binhdang.execution;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;

/** The tasks of a plan become active when it is issued. */
@Component
public class PlanActivation {
    private final JdbcClient jdbc;
    private final PlanNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    PlanActivation(JdbcClient jdbc, PlanNotices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    // In the thread of the clerk who issued, not later: the next page is the plan, and its tasks are to be there.
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void issued(DocumentIssued document) {
        if (document.kind() == DocumentKind.PLAN) activate(new PlanId(document.documentId()));
    }

    /**
     * Gives each task its row of status, and tells the units. Twice is harmless; the first report on a task asks again, so that a program that
     * stopped between issue and event leaves no plan without its tasks.
     */
    @Transactional
    public void activate(PlanId plan) {
        int active = jdbc.sql("""
            insert into task_status (task_id, plan_id, agency_id, state, words, version, changed_at, folded)
            select t.id, t.plan_id, t.agency_id, 'NOT_STARTED', '', 0, :now, t.folded
            from   running_task t
            where  t.plan_id = :plan and t.plan_state = 'ISSUED'
            on conflict (task_id) do nothing
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("plan", plan.value())
                .update();
        if (active == 0) return;
        var agency = jdbc.sql("select agency_id from task_status where plan_id = :plan limit 1")
                .param("plan", plan.value())
                .query(UUID.class)
                .single();
        // The product's own doing: the clerk's deed, the issue, is recorded with the document.
        audit.record(
                Actor.ofInstallation(new UnitId(agency)),
                "execution.plan.activate",
                plan.value(),
                Map.of("tasks", active));
        notices.issued(plan);
    }
}
