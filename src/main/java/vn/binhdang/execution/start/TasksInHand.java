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

/**
 * Tasks, parts and sub-tasks handed to this very person, sub-tasks of the own unit that nobody has been handed, and tasks
 * in whose comments somebody spoke to this person and waits; what there is to read about them; for who watches a part of the agency also the late sub-tasks
 * of others there.
 */
@Component
class TasksInHand implements WorkSource {
    private final JdbcClient jdbc;

    TasksInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what is to be read the document stands in the place of the plan. */
    private record Row(
            String what,
            UUID planId,
            UUID taskId,
            @Nullable UUID subId,
            String title,
            @Nullable LocalDate dueOn,
            UUID unitId) {}

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        var watched = actor.reach(Action.WATCH_TASKS);
        return jdbc
                .sql("""
                    (select what, plan_id, task_id, sub_id, title, due_on, unit_id
                    from  (select 'TASK' as what, t.plan_id, t.id as task_id, cast(null as uuid) as sub_id,
                                  coalesce(t.number || '. ', '') || t.text as title, t.due_on, h.unit_id
                           from   task_hand h join running_task t on t.id = h.task_id
                           where  h.person_id = :person and h.current and h.agency_id = :agency
                           and    t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
                           and    not exists (select 1 from task_part p where p.task_id = h.task_id
                                              and p.unit_id = h.unit_id and p.state in ('DONE', 'NOT_DONE'))
                           union all
                           select 'SUB_TASK', s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
                           from   sub_task s join running_task t on t.id = s.task_id
                           where  s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
                           and    t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
                           and   (s.to_person_id = :person
                                  or s.to_person_id is null and s.to_unit_id = :unit and :reports)
                           union all
                           select 'OF_AREA', s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
                           from   sub_task s join running_task t on t.id = s.task_id
                           where  :area and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
                           and    s.due_on < :day and s.to_person_id <> :person
                           and    t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
                           and    s.to_unit_id in (
                                      select w.unit_id from unit_within w
                                      where  w.ancestor_id = any (:whole) and w.valid_from <= :day and :day < w.valid_to
                                      union
                                      select unnest(cast(:only as uuid[])))
                           union all
                           select 'MENTION', t.plan_id, t.id, null, coalesce(t.number || '. ', '') || t.text, null, :unit
                           from  (select distinct task_id from comment_mention
                                  where  account_id = :account and settled_at is null) m
                           join   running_task t on t.id = m.task_id
                           where  t.agency_id = :agency and t.plan_state = 'ISSUED') w
                    order  by what = 'MENTION' desc, due_on nulls last, task_id, sub_id
                    limit  :most)
                    union all
                    (select 'READ_' || d.kind, d.id, d.id, null, d.subject, null, :unit
                     from   outgoing_document d
                     where  %s
                     order  by d.issued_on desc, d.id desc
                     limit  :most)
                    """.formatted(DocumentsToRead.TO_READ))
                .params(DocumentsToRead.by(actor, day))
                .param("reports", actor.may(Action.REPORT_TASKS))
                .param("area", WorkList.Watched.by(actor) == WorkList.Watched.AREA)
                .param("whole", watched.wholeIds())
                .param("only", watched.onlyIds())
                .param("day", day)
                .param("most", MOST + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> item(row, day))
                .toList();
    }

    private static WorkItem item(Row row, LocalDate day) {
        String task = "/plans/" + row.planId() + "/tasks/" + row.taskId();
        var unit = new UnitId(row.unitId());
        if (row.what().startsWith("READ_"))
            return new WorkItem(
                    Duty.READ,
                    "execution.start.kind." + row.what().substring("READ_".length()),
                    "/documents/" + row.planId(),
                    row.title(),
                    null,
                    unit,
                    false);
        if (row.what().equals("MENTION"))
            return new WorkItem(
                    Duty.ANSWER, "execution.start.kind.mention", task + "#comments", row.title(), null, unit, false);
        return new WorkItem(
                Duty.DO,
                switch (row.what()) {
                    case "OF_AREA" -> "execution.start.kind.subTaskOfArea";
                    case "SUB_TASK" -> "execution.start.kind.subTask";
                    default -> "execution.start.kind.task";
                },
                row.subId() == null ? task : task + "/sub-tasks/" + row.subId(),
                row.title(),
                row.dueOn(),
                unit,
                row.dueOn() != null && row.dueOn().isBefore(day));
    }
}
