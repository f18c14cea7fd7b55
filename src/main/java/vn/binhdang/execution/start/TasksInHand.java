package vn.binhdang.execution.start;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/**
 * Tasks, parts and sub-tasks handed to this very person, sub-tasks of the own unit that nobody has been handed, and tasks
 * in whose comments somebody spoke to this person and waits; what there is to read about them; for who watches a part of the agency also the late sub-tasks
 * of others there.
 */
@Component
class TasksInHand implements WorkSource {
    private static final String OPEN =
            "(select task_id, due_on from task_status where running and state in ('NOT_STARTED', 'IN_PROGRESS')) k";

    private static final String IN_HAND = """
        select 'TASK' as what, t.plan_id, t.id as task_id, cast(null as uuid) as sub_id,
               coalesce(t.number || '. ', '') || t.text as title, k.due_on, h.unit_id
        from   task_hand h join %1$s on k.task_id = h.task_id join plan_task t on t.id = h.task_id
        where  h.person_id = :person and h.current and h.agency_id = :agency
        and    not exists (select 1 from task_part p where p.task_id = h.task_id
                           and p.unit_id = h.unit_id and p.state in ('DONE', 'NOT_DONE'))
        union all
        select 'SUB_TASK', s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
        from   sub_task s join %1$s on k.task_id = s.task_id
        where  s.to_person_id = :person and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
        union all
        select 'MENTION', t.plan_id, t.id, null, coalesce(t.number || '. ', '') || t.text, null, :unit
        from  (select distinct task_id from comment_mention where account_id = :account and settled_at is null) m
        join   task_status k on k.task_id = m.task_id and k.running and k.agency_id = :agency
        join   plan_task t on t.id = m.task_id
        """.formatted(OPEN);

    private static final String OF_NOBODY = """
        union all
        select 'SUB_TASK', s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
        from   sub_task s join %s on k.task_id = s.task_id
        where  s.to_person_id is null and s.to_unit_id = :unit
        and    s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
        """.formatted(OPEN);

    private static final String OF_AREA = """
        union all
        select 'OF_AREA', s.plan_id, s.task_id, s.id, s.text, s.due_on, s.to_unit_id
        from   units_reached(:watchedWhole, :watchedOnly, :day) w (unit_id)
        join   sub_task s on s.to_unit_id = w.unit_id
        join   %s on k.task_id = s.task_id
        where  s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.agency_id = :agency
        and    s.due_on < :day and s.to_person_id <> :person
        """.formatted(OPEN);

    /** Of what is to be read the document stands in the place of the task. */
    private static final String WHOLE = """
        (select what,
                case when what = 'MENTION' then plan_id || '/tasks/' || task_id || '#comments'
                     else plan_id || '/tasks/' || task_id || coalesce('/sub-tasks/' || sub_id, '') end,
                title, due_on, unit_id, 0
         from  (%s) w
         order  by what = 'MENTION' desc, due_on nulls last, task_id, sub_id
         limit  :most)
        union all
        (select 'READ_' || d.kind, cast(d.id as text), d.subject, null, :unit, 0
         from   outgoing_document d
         where  %s
         order  by d.issued_on desc, d.id desc
         limit  :most)
        """;

    @Override
    public Question open(Actor actor, LocalDate day) {
        var watched = actor.reach(Action.WATCH_TASKS);
        var values = DocumentsToRead.by(actor, day);
        values.put("watchedWhole", watched.wholeIds());
        values.put("watchedOnly", watched.onlyIds());
        String inHand = IN_HAND
                + (actor.may(Action.REPORT_TASKS) ? OF_NOBODY : "")
                + (WorkList.Watched.by(actor) == WorkList.Watched.AREA ? OF_AREA : "");
        return new Question(WHOLE.formatted(inHand, DocumentsToRead.TO_READ), values, row -> item(row, day));
    }

    private static WorkItem item(Row row, LocalDate day) {
        if (row.what().startsWith("READ_"))
            return new WorkItem(
                    Duty.READ,
                    "execution.start.kind." + row.what().substring("READ_".length()),
                    "/documents/" + row.key(),
                    row.title(),
                    null,
                    row.unit(),
                    false);
        return new WorkItem(
                row.what().equals("MENTION") ? Duty.ANSWER : Duty.DO,
                switch (row.what()) {
                    case "MENTION" -> "execution.start.kind.mention";
                    case "OF_AREA" -> "execution.start.kind.subTaskOfArea";
                    case "SUB_TASK" -> "execution.start.kind.subTask";
                    default -> "execution.start.kind.task";
                },
                "/plans/" + row.key(),
                row.title(),
                row.dueOn(),
                row.unit(),
                row.late(day));
    }
}
