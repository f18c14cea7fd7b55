package vn.binhdang.execution.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;

/** Tasks along their days, and which of them wait for which. */
@Component
class TimelineRows {
    static final int PAGE = 100;

    private static final String COLUMNS = """
        t.id, t.plan_id, t.number, t.text, t.lead_unit_id, t.lead_printed, t.start_on, t.due_on, t.due_text, t.state, t.recurrence,
        (t.agency_id = any (:followWhole) or in_reach(t.lead_unit_id, :followWhole, :followOnly, current_date)
            or in_reach(t.lead_unit_id, :reportWhole, :reportOnly, current_date)) and t.plan_state = 'ISSUED' as may\
        """;

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param may whether the actor may say after which others it begins */
    record Row(
            UUID id,
            UUID planId,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable String dueText,
            TaskState state,
            @Nullable String recurrence,
            boolean may) {
        String title() {
            return (number == null ? "" : number + ". ") + text;
        }
    }

    /** @param number of the task that has to be finished first, as its text and day */
    record Dependency(
            UUID taskId,
            UUID afterId,
            @Nullable String number,
            String text,
            @Nullable LocalDate dueOn) {
        String title() {
            return (number == null ? "" : number + ". ") + text;
        }
    }

    /** A page of a plan that the caller has found for the actor, by day, what has none last; one row more if there are more. */
    List<Row> ofPlan(Actor actor, PlanId plan, int page) {
        return jdbc.sql("""
            select %s
            from   running_task t
            where  t.plan_id = :plan and t.state <> 'DROPPED'
            order  by coalesce(t.start_on, t.due_on) nulls last, t.position
            limit  :most offset :skip
            """.formatted(COLUMNS))
                .params(reach(actor))
                .param("plan", plan.value())
                .param("most", PAGE + 1)
                .param("skip", (page - 1) * PAGE)
                .query(Row.class)
                .list();
    }

    /**
     * What a unit of the agency leads or helps with in a year.
     * @param recurring tasks of which a round is in the year, though the one in hand may be in another
     */
    List<Row> ofUnit(Actor actor, UnitId unit, int year, Collection<UUID> recurring, int page) {
        return jdbc.sql("""
            select %s
            from  (select id from plan_task where lead_unit_id = :unit
                   union
                   select task_id from plan_task_coordinating where unit_id = :unit) o
            join   running_task t on t.id = o.id
            where  t.agency_id = :agency and t.plan_state = 'ISSUED' and t.state <> 'DROPPED'
            and    (coalesce(t.start_on, t.due_on) < :until and coalesce(t.due_on, t.start_on) >= :from
                    or t.id = any (:recurring))
            order  by coalesce(t.start_on, t.due_on), t.id
            limit  :most offset :skip
            """.formatted(COLUMNS))
                .params(reach(actor))
                .param("unit", unit.value())
                .param("agency", actor.agency().value())
                .param("recurring", recurring.toArray(UUID[]::new))
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .param("most", PAGE + 1)
                .param("skip", (page - 1) * PAGE)
                .query(Row.class)
                .list();
    }

    /** What these tasks wait for, whether it is among them or not. */
    List<Dependency> dependencies(List<Row> rows) {
        if (rows.isEmpty()) return List.of();
        return jdbc.sql("""
            select x.task_id, x.after_id, o.number, o.text, o.due_on
            from   task_dependency x
            join   running_task o on o.id = x.after_id
            where  x.task_id = any (:tasks) and x.removed_at is null
            order  by o.position
            """)
                .param("tasks", rows.stream().map(Row::id).toArray(UUID[]::new))
                .query(Dependency.class)
                .list();
    }

    private static Map<String, Object> reach(Actor actor) {
        var report = actor.reach(Action.REPORT_TASKS);
        var follow = actor.reach(Action.FOLLOW_UP_TASKS);
        var values = new HashMap<String, Object>();
        values.put("reportWhole", report.wholeIds());
        values.put("reportOnly", report.onlyIds());
        values.put("followWhole", follow.wholeIds());
        values.put("followOnly", follow.onlyIds());
        return values;
    }
}
