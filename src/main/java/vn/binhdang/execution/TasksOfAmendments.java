package vn.binhdang.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.AmendedTasks;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/**
 * The tasks of a running plan follow an amendment in the transaction of its issue: what is new begins, what says something
 * else goes on where it stands, what was taken out is nobody's work any more. Nothing that was reported is touched.
 */
@Component
class TasksOfAmendments implements AmendedTasks {
    private final JdbcClient jdbc;
    private final PlanActivation activation;
    private final PlanNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    TasksOfAmendments(JdbcClient jdbc, PlanActivation activation, PlanNotices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.activation = activation;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<TaskId> hold(PlanId plan, Collection<TaskId> tasks) {
        // Before anything is added: a plan whose activation was lost tells its units of its own tasks first.
        activation.activate(plan);
        record Held(UUID taskId, String state) {}
        return jdbc
                .sql("select task_id, state from task_status where task_id = any (:tasks) order by task_id for update")
                .param("tasks", ids(tasks))
                .query(Held.class)
                .list()
                .stream()
                .filter(held -> !TaskState.valueOf(held.state()).open())
                .map(held -> new TaskId(held.taskId()))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void amended(Amendment amendment) {
        begin(amendment.added());
        var standing = Stream.concat(amendment.added().stream(), amendment.changed().stream())
                .toList();
        follow(standing);
        jdbc.sql("update task_status set state = 'DROPPED' where task_id = any (:tasks)")
                .param("tasks", ids(amendment.dropped()))
                .update();
        takeOutOfHand(standing, amendment.dropped());
        // The clerk's deed, the issue, is recorded with the document.
        audit.record(
                Actor.ofInstallation(amendment.agency()),
                "execution.plan.amend",
                amendment.plan().value(),
                Map.of(
                        "document", amendment.document().toString(),
                        "added", amendment.added().size(),
                        "changed", amendment.changed().size(),
                        "dropped", amendment.dropped().size()));
        notices.amended(amendment);
    }

    private void begin(List<TaskId> added) {
        jdbc.sql("""
            insert into task_status (task_id, plan_id, agency_id, state, words, version, changed_at, folded, due_on)
            select t.id, t.plan_id, t.agency_id, 'NOT_STARTED', '', 0, :now, t.folded, t.due_on
            from   running_task t
            where  t.id = any (:tasks)
            on conflict (task_id) do nothing
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("tasks", ids(added))
                .update();
    }

    /** Words to be found by, and the deadline that presses. */
    private void follow(List<TaskId> tasks) {
        jdbc.sql("""
            update task_status s
            set    due_on = t.due_on,
                   folded = fold(coalesce(t.number, '') || ' ' || t.text || ' ' || coalesce(t.lead_printed, ''))
            from   plan_task t
            where  t.id = s.task_id and s.task_id = any (:tasks)
            """).param("tasks", ids(tasks)).update();
        rounds(tasks);
    }

    private record Recurring(
            UUID id,
            String recurrence,
            int planYear,
            @Nullable LocalDate startOn,
            @Nullable LocalDate planIssuedOn,
            @Nullable LocalDate plannedDueOn) {}

    /** What recurs is due with its first round that is not closed. */
    private void rounds(List<TaskId> tasks) {
        var recurring =
                jdbc.sql("""
                    select id, recurrence, plan_year, start_on, plan_issued_on, planned_due_on
                    from   running_task where id = any (:tasks) and recurrence is not null
                    """).param("tasks", ids(tasks)).query(Recurring.class).list();
        if (recurring.isEmpty()) return;
        var closed = new HashMap<UUID, Set<String>>();
        jdbc.sql("select task_id, round from task_round where task_id = any (:tasks) and state in ('DONE', 'NOT_DONE')")
                .param("tasks", ids(tasks))
                .query(rs -> {
                    closed.computeIfAbsent(rs.getObject("task_id", UUID.class), task -> new HashSet<>())
                            .add(rs.getString("round"));
                });
        var due = new ArrayList<String>();
        var of = new ArrayList<String>();
        for (var task : recurring) {
            var rounds = Round.of(
                    task.recurrence(),
                    task.planYear(),
                    task.startOn() == null ? task.planIssuedOn() : task.startOn(),
                    task.plannedDueOn());
            if (rounds.isEmpty()) continue;
            var done = closed.getOrDefault(task.id(), Set.of());
            var next = rounds.stream()
                    .filter(round -> !done.contains(round.key()))
                    .findFirst()
                    .orElse(rounds.getLast());
            of.add(task.id().toString());
            due.add(next.dueOn().toString());
        }
        jdbc.sql("""
            update task_status s set due_on = f.due_on
            from   unnest(cast(:tasks as uuid[]), cast(:days as date[])) f (task_id, due_on)
            where  s.task_id = f.task_id
            """)
                .param("tasks", of.toArray(String[]::new))
                .param("days", due.toArray(String[]::new))
                .update();
    }

    /** Who had it in hand for a unit that has no part in it any more. */
    private void takeOutOfHand(List<TaskId> standing, List<TaskId> dropped) {
        jdbc.sql("""
            update task_hand h set current = false
            where  h.current
            and   (h.task_id = any (:dropped)
                   or h.task_id = any (:standing)
                      and not exists (select 1 from plan_task t where t.id = h.task_id and t.lead_unit_id = h.unit_id)
                      and not exists (select 1 from plan_task_coordinating c
                                      where  c.task_id = h.task_id and c.unit_id = h.unit_id))
            """)
                .param("dropped", ids(dropped))
                .param("standing", ids(standing))
                .update();
    }

    private static UUID[] ids(Collection<TaskId> tasks) {
        return tasks.stream().map(TaskId::value).toArray(UUID[]::new);
    }
}
