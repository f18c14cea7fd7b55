package vn.binhdang.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** How far the units have come that were given a plan from above: told by those modules that see it happen. */
@Component
public class CascadeProgress {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    CascadeProgress(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Somebody reported on a task: who was given the task, or the whole plan, has started; for a division its report is
     * the report. In the transaction of the report; a task that nobody passed down is no matter of this.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taskReported(TaskId task, LocalDate day) {
        jdbc.sql("""
            update plan_addressee a
            set    started_on = coalesce(a.started_on, :day),
                   reported_on = case when a.inside then coalesce(a.reported_on, :day) else a.reported_on end
            from   plan_task t
            where  t.id = :task and a.handed_over_on is null
            and    (a.id = t.addressee_id or not a.inside and a.plan_id = t.plan_id)
            and    (a.started_on is null or a.inside and a.reported_on is null)
            """).param("day", day).param("task", task.value()).update();
    }

    /** An agency issued a report on the plan it made for its superior; saying so twice is harmless. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planReported(PlanId plan, LocalDate day) {
        jdbc.sql("""
            update plan_addressee set started_on = coalesce(started_on, :day), reported_on = :day
            where  plan_id = :plan and not inside and handed_over_on is null and reported_on is null
            returning unit_id
            """)
                .param("day", day)
                .param("plan", plan.value())
                .query(UUID.class)
                .list()
                .forEach(agency -> audit.record(
                        Actor.ofInstallation(new UnitId(agency)),
                        "plan.cascade.reported",
                        plan.value(),
                        Map.of("on", day.toString())));
    }
}
