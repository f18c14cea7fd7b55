package vn.binhdang.execution.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;

/** Tasks in the order of their days, for print. */
@Component
class SheetRows {
    /** So many are printed at once, on some ten sheets. */
    static final int MOST = 1_000;

    private static final String COLUMNS = """
        t.id, t.number, t.text, t.lead_unit_id, t.lead_printed, t.due_on, t.state, t.recurrence\
        """;

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            @Nullable LocalDate dueOn,
            TaskState state,
            @Nullable String recurrence) {}

    /** Up to {@link #MOST} of a plan that the caller has found for the actor, what has no day last, and one more if there are more. */
    List<Row> ofPlan(PlanId plan) {
        return jdbc.sql("""
            select %s from running_task t where t.plan_id = :plan and t.state <> 'DROPPED'
            order  by t.due_on nulls last, t.position
            limit  :most
            """.formatted(COLUMNS))
                .param("plan", plan.value())
                .param("most", MOST + 1)
                .query(Row.class)
                .list();
    }

    /** @param unit what it leads or helps with; null for the whole agency, or for what is in the actor's hand */
    List<Row> ofYear(Actor actor, @Nullable UnitId unit, boolean mine, int year) {
        var values = new HashMap<String, Object>();
        values.put("agency", actor.agency().value());
        values.put("from", LocalDate.of(year, 1, 1));
        values.put("until", LocalDate.of(year + 1, 1, 1));
        values.put("most", MOST + 1);
        String only = "";
        if (unit != null) {
            only = """
                and s.task_id in (select id from plan_task where lead_unit_id = :unit
                                  union all select task_id from plan_task_coordinating where unit_id = :unit)
                """;
            values.put("unit", unit.value());
        } else if (mine) {
            only = "and s.task_id in (select task_id from task_hand where person_id = :person and current)";
            values.put("person", actor.person().value());
        }
        // First the ids along the index, then the rows that are printed.
        return jdbc.sql("""
            select %s
            from  (select s.task_id
                   from   task_status s
                   where  s.agency_id = :agency and s.running and s.state <> 'DROPPED' and s.due_on >= :from and s.due_on < :until %s
                   order  by s.due_on, s.task_id
                   limit  :most) o
            join   running_task t on t.id = o.task_id
            order  by t.due_on, t.id
            """.formatted(COLUMNS, only))
                .params(values)
                .query(Row.class)
                .list();
    }
}
