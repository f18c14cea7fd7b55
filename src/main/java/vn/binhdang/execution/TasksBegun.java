package vn.binhdang.execution;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TasksAtWork;

/** What is known here of tasks that the plan module wants to move or take back. */
@Component
class TasksBegun implements TasksAtWork {
    private final JdbcClient jdbc;

    TasksBegun(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<TaskId> begun(Collection<TaskId> tasks) {
        return ids("""
            select task_id from task_progress where task_id = any (:tasks)
            union
            select task_id from task_evidence where task_id = any (:tasks)
            union
            select task_id from sub_task where task_id = any (:tasks)
            union
            select task_id from task_hand where task_id = any (:tasks)
            union
            select task_id from task_detail where task_id = any (:tasks)
            union
            select task_id from task_comment where task_id = any (:tasks)
            """, tasks);
    }

    @Override
    public Set<TaskId> closed(Collection<TaskId> tasks) {
        return ids(
                "select task_id from task_status where task_id = any (:tasks) and state in ('DONE', 'NOT_DONE')",
                tasks);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(Collection<TaskId> tasks) {
        jdbc.sql("delete from task_status where task_id = any (:tasks)")
                .param("tasks", values(tasks))
                .update();
        jdbc.sql("delete from task_dependency where task_id = any (:tasks) or after_id = any (:tasks)")
                .param("tasks", values(tasks))
                .update();
    }

    private Set<TaskId> ids(String sql, Collection<TaskId> tasks) {
        return jdbc.sql(sql).param("tasks", values(tasks)).query(UUID.class).list().stream()
                .map(TaskId::new)
                .collect(Collectors.toSet());
    }

    private static UUID[] values(Collection<TaskId> tasks) {
        return tasks.stream().map(TaskId::value).toArray(UUID[]::new);
    }
}
