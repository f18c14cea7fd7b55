package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TaskStandings.Standing;

/** The tie of a task to the unfinished one that it goes on with. */
@Component
class CarriedTasks {
    private final JdbcClient jdbc;
    private final Clock clock;

    CarriedTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param standing null when nothing was ever told of the old task */
    void add(Actor actor, TaskId task, PlanTask from, @Nullable Standing standing) {
        jdbc.sql("""
            insert into plan_task_carried (task_id, from_task_id, from_plan_id, state, share_done, due_on, carried_by, carried_at)
            values (:task, :from, :plan, :state, :share, :due, :by, :now)
            """)
                .param("task", task.value())
                .param("from", from.id().value())
                .param("plan", from.plan().value())
                .param("state", standing == null ? "" : standing.state())
                .param("share", standing == null ? null : standing.shareDone(), java.sql.Types.INTEGER)
                .param("due", from.dueOn(), java.sql.Types.DATE)
                .param("by", actor.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
