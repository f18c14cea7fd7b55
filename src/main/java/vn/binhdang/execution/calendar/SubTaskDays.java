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
import vn.binhdang.execution.DayRows;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;

/** Deadlines of sub-tasks. Their words were written for colleagues and may name people: a feed carries their kind alone. */
@Component
class SubTaskDays implements DaySource {
    private final JdbcClient jdbc;

    SubTaskDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        return rows(actor, asked).days(asked, """
            select h.id, h.task_id, h.plan_id, h.day, h.all_of_day, h.closed_of_day, s.text, s.state, s.version,
                   s.changed_at
            from   shown h join sub_task s on s.id = h.id
            order  by h.day, h.place
            """, row -> {
            var day = row.getObject("day", LocalDate.class);
            var id = row.getObject("id", UUID.class);
            return new DayItem(
                    id,
                    "execution.calendar.kind.subTask",
                    "/plans/" + row.getObject("plan_id", UUID.class) + "/tasks/" + row.getObject("task_id", UUID.class)
                            + "/sub-tasks/" + id,
                    row.getString("text"),
                    false,
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
        var only = new StringBuilder();
        if (asked.plan() != null) {
            only.append(" and s.plan_id = :plan");
            values.put("plan", asked.plan().value());
        }
        if (asked.unit() != null) {
            only.append(" and s.to_unit_id = :unit");
            values.put("unit", asked.unit().value());
        }
        if (asked.whose() == DayQuestion.Whose.MINE) {
            only.append(" and s.to_person_id = :person");
            values.put("person", actor.person().value());
        }
        return new DayRows(jdbc, """
            select s.id, s.task_id, s.plan_id, s.due_on as day, s.state in ('DONE', 'NOT_DONE') as closed
            from   sub_task s
            join   outgoing_document d on d.id = s.plan_id and d.state = 'ISSUED'
            join   task_status k on k.task_id = s.task_id and k.state <> 'DROPPED'
            where  s.agency_id = :agency%s
            """.formatted(only), values);
    }
}
