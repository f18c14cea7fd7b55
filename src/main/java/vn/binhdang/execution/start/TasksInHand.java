package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** Tasks, parts and sub-tasks handed to this very person, and sub-tasks of the own unit that nobody has been handed. */
@Component
class TasksInHand implements WorkSource {
    private final JdbcClient jdbc;

    TasksInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID planId,
            UUID taskId,
            @Nullable UUID subId,
            String title,
            @Nullable LocalDate dueOn,
            UUID unitId) {}

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        return jdbc
                .sql("""
                    select plan_id, task_id, sub_id, title, due_on, unit_id
                    from  (select t.plan_id, t.id as task_id, cast(null as uuid) as sub_id,
                                  coalesce(t.number || '. ', '') || t.text as title, t.due_on, h.unit_id
                           from   task_hand h join running_task t on t.id = h.task_id
                           where  h.person_id = :person and h.current and h.agency_id = :agency
                           and    t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
                           and    not exists (select 1 from task_part p where p.task_id = h.task_id
                                              and p.unit_id = h.unit_id and p.state in ('DONE', 'NOT_DONE'))
                           union all
                           select s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
                           from   sub_task s join running_task t on t.id = s.task_id
                           where  s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
                           and    t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
                           and   (s.to_person_id = :person
                                  or s.to_person_id is null and s.to_unit_id = :unit and :reports)) w
                    order  by due_on nulls last, task_id, sub_id
                    limit  :most
                    """)
                .param("person", actor.person().value())
                .param("agency", actor.agency().value())
                .param("unit", actor.unit().value())
                .param("reports", actor.may(Action.REPORT_TASKS))
                .param("most", MOST + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new WorkItem(
                        Duty.DO,
                        row.subId() == null ? "execution.start.kind.task" : "execution.start.kind.subTask",
                        "/plans/" + row.planId() + "/tasks/" + row.taskId()
                                + (row.subId() == null ? "" : "/sub-tasks/" + row.subId()),
                        row.title(),
                        row.dueOn(),
                        new UnitId(row.unitId()),
                        row.dueOn() != null && row.dueOn().isBefore(day)))
                .toList();
    }
}
