package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Actor;

/** Tasks in whose comments somebody spoke to this person and waits. */
@Component
class MentionsToAnswer implements WorkSource {
    private final JdbcClient jdbc;

    MentionsToAnswer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID planId, UUID taskId, String title) {}

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        return jdbc
                .sql("""
                    select t.plan_id, t.id as task_id, coalesce(t.number || '. ', '') || t.text as title
                    from  (select task_id, min(cast(comment_id as text)) as first from comment_mention
                           where  account_id = :account and settled_at is null
                           group  by task_id) m
                    join   running_task t on t.id = m.task_id
                    where  t.agency_id = :agency and t.plan_state = 'ISSUED'
                    order  by m.first
                    limit  :most
                    """)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("most", MOST + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new WorkItem(
                        Duty.ANSWER,
                        "execution.start.kind.mention",
                        "/plans/" + row.planId() + "/tasks/" + row.taskId() + "#comments",
                        row.title(),
                        null,
                        actor.unit(),
                        false))
                .toList();
    }
}
