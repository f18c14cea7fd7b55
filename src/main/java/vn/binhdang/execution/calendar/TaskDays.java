package vn.binhdang.execution.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.DayRows;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;

/**
 * Deadlines of the tasks of issued plans, which are open to everybody of the agency; of what recurs that of its first open
 * round; {@link RoundDays} has the others. A unit's own part in a task of others is a deadline of the unit, and is closed when the unit has closed it.
 */
@Component
class TaskDays implements DaySource {
    private static final String CLOSED = "s.state in ('DONE', 'NOT_DONE')";
    private static final String PART_CLOSED = "coalesce(q.state in ('DONE', 'NOT_DONE'), false)";

    private final JdbcClient jdbc;

    TaskDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        return rows(actor, asked).days(asked, """
            select h.id, h.plan_id, h.day, h.all_of_day, h.closed_of_day, h.helps, h.state, h.version, h.changed_at,
                   coalesce(t.number || '. ', '') || t.text as title
            from   shown h join plan_task t on t.id = h.id
            order  by h.day, h.place
            """, row -> {
            var day = row.getObject("day", LocalDate.class);
            return new DayItem(
                    row.getObject("id", UUID.class),
                    row.getBoolean("helps") ? "execution.calendar.kind.part" : "execution.calendar.kind.task",
                    "/plans/" + row.getObject("plan_id", UUID.class) + "/tasks/" + row.getObject("id", UUID.class),
                    row.getString("title"),
                    true,
                    day,
                    DayItem.Standing.of(TaskState.valueOf(row.getString("state")), day, asked.today()),
                    row.getInt("version"),
                    row.getObject("changed_at", OffsetDateTime.class));
        });
    }

    @Override
    public List<DayTally> months(Actor actor, DayQuestion asked) {
        return rows(actor, asked).months(asked);
    }

    private DayRows rows(Actor actor, DayQuestion asked) {
        var values = new HashMap<String, Object>(Map.of("agency", actor.agency().value()));
        // What an amendment took out has no day any more.
        String plan = " and s.running and s.state <> 'DROPPED'";
        if (asked.plan() != null) {
            plan += " and s.plan_id = :plan";
            values.put("plan", asked.plan().value());
        }
        if (asked.whose() == Whose.MINE) values.put("person", actor.person().value());
        if (asked.unit() != null) values.put("unit", asked.unit().value());
        return new DayRows(
                jdbc,
                switch (asked.whose()) {
                    case AGENCY -> """
                        select s.task_id as id, s.plan_id, s.due_on as day, %s as closed, false as helps, s.state,
                               s.version, s.changed_at
                        from   task_status s
                        where  s.agency_id = :agency%s
                        """.formatted(CLOSED, plan);
                    case UNIT -> """
                        select s.task_id as id, s.plan_id, s.due_on as day, %s as closed, false as helps, s.state,
                               s.version, s.changed_at
                        from   plan_task p
                        join   task_status s on s.task_id = p.id
                        where  p.lead_unit_id = :unit and s.agency_id = :agency%s
                        union  all
                        select s.task_id, s.plan_id, s.due_on, %s or %s, true,
                               case when %s then q.state else s.state end,
                               greatest(s.version, q.version), greatest(s.changed_at, q.changed_at)
                        from   plan_task_coordinating c
                        join   task_status s on s.task_id = c.task_id
                        join   plan_task p on p.id = c.task_id and p.lead_unit_id is distinct from c.unit_id
                        left   join task_part q on q.task_id = c.task_id and q.unit_id = c.unit_id
                        where  c.unit_id = :unit and s.agency_id = :agency%s
                        """.formatted(CLOSED, plan, CLOSED, PART_CLOSED, PART_CLOSED, plan);
                    case MINE -> """
                        select s.task_id as id, s.plan_id, s.due_on as day, %s or %s as closed, p.lead_unit_id is distinct from h.unit_id as helps,
                               case when %s then q.state else s.state end as state,
                               greatest(s.version, q.version) as version,
                               greatest(s.changed_at, q.changed_at) as changed_at
                        from  (select distinct on (task_id) task_id, unit_id
                               from   task_hand where person_id = :person and current order by task_id, unit_id) h
                        join   plan_task p on p.id = h.task_id
                        join   task_status s on s.task_id = h.task_id
                        left   join task_part q on q.task_id = h.task_id and q.unit_id = h.unit_id
                        where  s.agency_id = :agency%s
                        """.formatted(CLOSED, PART_CLOSED, PART_CLOSED, plan);
                },
                values);
    }
}
