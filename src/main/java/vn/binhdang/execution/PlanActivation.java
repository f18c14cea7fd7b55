package vn.binhdang.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
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
import vn.binhdang.plan.TasksGiven;

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

    /** Else they would stand in no list by day until somebody reports. The cascade itself tells the divisions. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void given(TasksGiven tasks) {
        begin(tasks.plan());
    }

    /**
     * Gives each task its row of status, and tells the units. Twice is harmless; the first report on a task asks again, so that a program that
     * stopped between issue and event leaves no plan without its tasks.
     */
    @Transactional
    public void activate(PlanId plan) {
        if (begin(plan)) notices.issued(plan);
    }

    /** @return whether a task had not begun yet */
    private boolean begin(PlanId plan) {
        var begun = jdbc.sql("""
            insert into task_status (task_id, plan_id, agency_id, state, words, version, changed_at, folded, due_on)
            select t.id, t.plan_id, t.agency_id, 'NOT_STARTED', '', 0, :now, t.folded, t.due_on
            from   running_task t
            where  t.plan_id = :plan and t.plan_state = 'ISSUED'
            on conflict (task_id) do nothing
            returning task_id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("plan", plan.value())
                .query(UUID.class)
                .list();
        if (begun.isEmpty()) return false;
        firstRounds(begun);
        var agency = jdbc.sql("select agency_id from task_status where plan_id = :plan limit 1")
                .param("plan", plan.value())
                .query(UUID.class)
                .single();
        // The product's own doing: the clerk's deed, the issue, is recorded with the document.
        audit.record(
                Actor.ofInstallation(new UnitId(agency)),
                "execution.plan.activate",
                plan.value(),
                Map.of("tasks", begun.size()));
        return true;
    }

    private record Recurring(
            UUID id,
            String recurrence,
            int planYear,
            @Nullable LocalDate startOn,
            @Nullable LocalDate planIssuedOn,
            @Nullable LocalDate plannedDueOn) {}

    /** What recurs is due with its first round; the next follows when that one is closed. */
    private void firstRounds(List<UUID> begun) {
        var recurring = jdbc.sql("""
            select id, recurrence, plan_year, start_on, plan_issued_on, planned_due_on
            from   running_task where id = any (:begun) and recurrence is not null
            """)
                .param("begun", begun.toArray(UUID[]::new))
                .query(Recurring.class)
                .list();
        var tasks = new ArrayList<String>();
        var days = new ArrayList<String>();
        for (var task : recurring)
            Round.of(
                            task.recurrence(),
                            task.planYear(),
                            task.startOn() == null ? task.planIssuedOn() : task.startOn(),
                            task.plannedDueOn())
                    .stream()
                    .findFirst()
                    .ifPresent(round -> {
                        tasks.add(task.id().toString());
                        days.add(round.dueOn().toString());
                    });
        if (tasks.isEmpty()) return;
        jdbc.sql("""
            update task_status s set due_on = f.due_on
            from   unnest(cast(:tasks as uuid[]), cast(:days as date[])) f (task_id, due_on)
            where  s.task_id = f.task_id
            """)
                .param("tasks", tasks.toArray(String[]::new))
                .param("days", days.toArray(String[]::new))
                .update();
    }
}
