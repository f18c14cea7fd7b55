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
    /** What one screen can still be read on; whoever has more goes through the plan. */
    static final int MOST = 60;

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

    /** Open tasks that the units for which the actor reports lead or help with: those with the nearest deadline first. */
    List<Work> ofUnits(Actor actor) {
        var reach = actor.reach(Action.REPORT_TASKS);
        return jdbc.sql("""
            select %s, count(*) over () as found, coalesce(in_reach(t.lead_unit_id, :whole, :only, current_date), false) as leads
            from   running_task t
            where  t.agency_id = :agency and t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS')
            and   (in_reach(t.lead_unit_id, :whole, :only, current_date)
                   or exists (select 1 from plan_task_coordinating c
                              where  c.task_id = t.id and in_reach(c.unit_id, :whole, :only, current_date)))
            order  by t.due_on nulls last, leads desc, t.plan_id, t.position
            limit  :most
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
        return jdbc.sql("""
            select %s, count(*) over () as found, false as leads
            from   running_task t
            where  t.agency_id = :agency and t.plan_state = 'ISSUED'
            and   ((t.state in ('NOT_STARTED', 'IN_PROGRESS') and t.due_on < :today) or t.state = 'NOT_DONE')
            order  by t.state = 'NOT_DONE', t.due_on nulls last, t.plan_id, t.position
            limit  :most
            """.formatted(COLUMNS))
                .param("agency", actor.agency().value())
                .param("today", today)
                .param("most", MOST)
                .query(Work.class)
                .list();
    }

    record PlanProgress(UUID id, String subject, int tasks, int done, int late, int noLead) {}

    /** Plans that run, the latest year first. */
    List<PlanProgress> plans(Actor actor, LocalDate today) {
        return jdbc.sql("""
            select t.plan_id as id, t.plan_subject as subject, count(*) as tasks,
                   count(*) filter (where t.state = 'DONE') as done,
                   count(*) filter (where t.state in ('NOT_STARTED', 'IN_PROGRESS') and t.due_on < :today) as late,
                   count(*) filter (where t.lead_unit_id is null) as no_lead
            from   running_task t
            where  t.agency_id = :agency and t.plan_state = 'ISSUED'
            group  by t.plan_id, t.plan_subject
            order  by t.plan_id desc
            limit  10
            """)
                .param("agency", actor.agency().value())
                .param("today", today)
                .query(PlanProgress.class)
                .list();
    }
}
