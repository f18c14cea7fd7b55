package vn.binhdang.execution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TaskStandings;

/** Tells the module of plans where tasks stand, for the plan of the next year. */
@Component
class StandingsOfTasks implements TaskStandings {
    private final JdbcClient jdbc;

    StandingsOfTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<TaskId, Standing> of(Plan plan) {
        var standings = new HashMap<TaskId, Standing>();
        jdbc.sql("select task_id, state, share_done from task_status where plan_id = :plan")
                .param("plan", plan.id().value())
                .query(rs -> {
                    var state = TaskState.valueOf(rs.getString("state"));
                    standings.put(
                            new TaskId(rs.getObject("task_id", UUID.class)),
                            new Standing(
                                    state.name(), state.messageKey(), state == TaskState.DONE, !state.open(), (Integer)
                                            rs.getObject("share_done")));
                });
        return standings;
    }

    @Override
    public Optional<String> messageKey(String state) {
        return Stream.of(TaskState.values())
                .filter(one -> one.name().equals(state))
                .map(TaskState::messageKey)
                .findFirst();
    }
}
