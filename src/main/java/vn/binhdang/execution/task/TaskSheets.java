package vn.binhdang.execution.task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;

/** Reads all that was added to a task in one statement: its page would need ten otherwise. */
@Component
class TaskSheets {
    /** So many comments are shown, the latest. */
    static final int COMMENTS = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    TaskSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller has found the task for the actor before. */
    TaskSheet of(Actor actor, RunningTask task) {
        String sheet = jdbc.sql("""
            select jsonb_build_object(
                'parts', (select coalesce(jsonb_agg(p), '[]') from task_part p where p.task_id = :task),
                'rounds', (select coalesce(jsonb_agg(r), '[]') from task_round r where r.task_id = :task),
                'hands', (select coalesce(jsonb_agg(h order by h.handed_at, h.no), '[]')
                          from task_hand h where h.task_id = :task),
                'sub_tasks', (select coalesce(jsonb_agg(s order by s.due_on nulls last, s.id), '[]') from (
                     select s.*, in_reach(s.unit_id, :reportWhole, :reportOnly, current_date)
                                 or in_reach(s.unit_id, :followWhole, :followOnly, current_date) as shapes,
                            in_reach(s.unit_id, :reportWhole, :reportOnly, current_date)
                                 or in_reach(s.unit_id, :followWhole, :followOnly, current_date)
                                 or in_reach(s.to_unit_id, :reportWhole, :reportOnly, current_date)
                                 or coalesce(s.to_person_id = :person, false) as may
                     from   sub_task s where s.task_id = :task) s),
                'versions', (select coalesce(jsonb_agg(to_jsonb(v) || jsonb_build_object('id', v.sub_task_id,
                                                       'may', false, 'shapes', false) order by v.version), '[]')
                             from sub_task_version v where v.task_id = :task),
                'details', (select coalesce(jsonb_agg(d order by d.no), '[]') from task_detail d where d.task_id = :task),
                'dependencies', (select coalesce(jsonb_agg(x order by x.added_at, x.no), '[]') from (
                     select x.task_id, x.after_id, x.no, x.added_by, x.added_at, x.removed_by, x.removed_at, o.number, o.text,
                            o.due_on, o.state
                     from   task_dependency x
                     join   running_task o on o.id = case when x.task_id = :task then x.after_id else x.task_id end
                     where  x.task_id = :task or x.after_id = :task) x),
                'comments', (select coalesce(jsonb_agg(c order by c.written_at, c.id), '[]') from (
                     select c.id, c.unit_id, c.words, c.written_by, c.written_at,
                            array(select m.account_id from comment_mention m where m.comment_id = c.id) as mentioned
                     from   task_comment c where c.task_id = :task
                     order  by c.written_at desc, c.id desc limit :comments) c),
                'mentioned', exists (select 1 from comment_mention m
                                     where m.task_id = :task and m.account_id = :account and m.settled_at is null))
            """)
                .param("task", task.id().value())
                .param("person", actor.person().value())
                .param("account", actor.account().value())
                .param("comments", COMMENTS)
                .params(RunningTasks.reach(actor))
                .query(String.class)
                .single();
        return json.readValue(sheet, TaskSheet.class);
    }
}
