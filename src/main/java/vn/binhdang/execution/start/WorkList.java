package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** Tasks of all running plans of an agency, as they press on somebody. */
@Component
class WorkList {
    /** What can be taken in at a glance; the rest is a link away, where it can be filtered. */
    static final int MOST = 20;

    /** What is red is counted up to here: a number above it tells nobody more. */
    static final int COUNTED = 1_000;

    private static final String COLUMNS = """
        t.id, t.plan_id, t.plan_subject, t.number, t.text, t.lead_unit_id, t.due_on, t.due_text, t.state,
        t.share_done, t.words, t.version
        """;

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param found how many there are, shown or not */
    record Work(
            UUID id,
            UUID planId,
            String planSubject,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate dueOn,
            @Nullable String dueText,
            TaskState state,
            @Nullable Integer shareDone,
            String words,
            int version,
            int found,
            boolean leads) {}

    /**
     * Open tasks that the units for which the actor reports lead or help with, those with the nearest deadline first. What
     * the own part is closed in waits for others.
     */
    List<Work> ofUnits(Actor actor) {
        var reach = actor.reach(Action.REPORT_TASKS);
        // From the units to their tasks: the agency's tasks are never gone through.
        return jdbc.sql("""
            with mine as (
                select w.unit_id from unit_within w
                where  w.ancestor_id = any (:whole) and w.valid_from <= current_date and current_date < w.valid_to
                union
                select unnest(cast(:only as uuid[]))),
            found as materialized (
                select task_id, due_on, bool_or(leads) as leads
                from  (select s.task_id, s.due_on, s.plan_id, true as leads
                       from   mine m join task_status s on s.lead_unit_id = m.unit_id
                       where  s.agency_id = :agency and s.state in ('NOT_STARTED', 'IN_PROGRESS')
                       union all
                       select c.task_id, s.due_on, s.plan_id, false
                       from   mine m join plan_task_coordinating c on c.unit_id = m.unit_id
                       join   task_status s on s.task_id = c.task_id and s.agency_id = :agency
                                           and s.state in ('NOT_STARTED', 'IN_PROGRESS')
                       where  not exists (select 1 from task_part q where q.task_id = c.task_id
                                          and q.unit_id = c.unit_id and q.state in ('DONE', 'NOT_DONE'))) f
                join   outgoing_document d on d.id = f.plan_id and d.state = 'ISSUED'
                group  by task_id, due_on),
            shown as (
                select task_id, leads from found order by due_on nulls last, leads desc, task_id limit :most)
            select %s, (select count(*) from found) as found, f.leads
            from   shown f join running_task t on t.id = f.task_id
            order  by t.due_on nulls last, leads desc, t.plan_id, t.position
            """.formatted(COLUMNS))
                .param("agency", actor.agency().value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("most", MOST)
                .query(Work.class)
                .list();
    }

    /** What is wrong in the agency: late, or reported as not carried out; the longest late first. */
    List<Work> red(Actor actor, LocalDate today) {
        // The ids along two indexes and no further than needed; only what is shown is looked up whole.
        return jdbc.sql("""
            with late as (
                select s.task_id from task_status s
                join   outgoing_document d on d.id = s.plan_id and d.state = 'ISSUED'
                where  s.agency_id = :agency and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :today
                order  by s.due_on, s.task_id limit :counted),
            given_up as (
                select s.task_id from task_status s
                join   outgoing_document d on d.id = s.plan_id and d.state = 'ISSUED'
                where  s.agency_id = :agency and s.state = 'NOT_DONE'
                order  by s.due_on, s.task_id limit :counted),
            shown as (
                select task_id from (select task_id from late limit :most) l
                union all
                select task_id from (select task_id from given_up limit :most) g)
            select %s, (select count(*) from late) + (select count(*) from given_up) as found, false as leads
            from   shown join running_task t on t.id = shown.task_id
            order  by t.state = 'NOT_DONE', t.due_on nulls last, t.plan_id, t.position
            limit  :most
            """.formatted(COLUMNS))
                .param("agency", actor.agency().value())
                .param("today", today)
                .param("counted", COUNTED)
                .param("most", MOST)
                .query(Work.class)
                .list();
    }

    record PlanProgress(UUID id, String subject, int tasks, int done, int late, int noLead) {}

    /** Plans that run, the latest first. */
    List<PlanProgress> plans(Actor actor, LocalDate today) {
        return jdbc.sql("""
            with latest as (
                select p.id, d.subject
                from   plan p join outgoing_document d on d.id = p.id
                where  p.agency_id = :agency and d.state = 'ISSUED'
                order  by p.id desc
                limit  10)
            select l.id, l.subject, count(*) as tasks,
                   count(*) filter (where t.state = 'DONE') as done,
                   count(*) filter (where t.state in ('NOT_STARTED', 'IN_PROGRESS') and t.due_on < :today) as late,
                   count(*) filter (where t.lead_unit_id is null) as no_lead
            from   latest l join running_task t on t.plan_id = l.id
            group  by l.id, l.subject
            order  by l.id desc
            """)
                .param("agency", actor.agency().value())
                .param("today", today)
                .query(PlanProgress.class)
                .list();
    }
}
