package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.audit.AuditTrail.Deed;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** Everything that was reported on a task, and what was done to its plan. */
@Component
class TaskHistory {
    /** Each has words as execution.history.<deed>. */
    private static final List<String> DEEDS =
            List.of("document.approve", "document.issue", "document.supersede", "document.recall");

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    TaskHistory(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    record Reported(
            int no,
            TaskState state,
            @Nullable Integer shareDone,
            String words,
            UnitId unit,
            AccountId by,
            OffsetDateTime at,
            @Nullable LocalDate doneOn,
            @Nullable String noEvidenceReason,
            boolean contribution,
            @Nullable TaskState partState,
            @Nullable String round,
            @Nullable TaskState roundState,
            @Nullable Integer leftOpen,
            @Nullable BigDecimal reached) {}

    /** Oldest first. The caller has found the task for the actor before. */
    List<Reported> reports(RunningTask task) {
        return jdbc.sql("select * from task_progress where task_id = :task order by no")
                .param("task", task.id().value())
                .query((rs, i) -> new Reported(
                        rs.getInt("no"),
                        TaskState.valueOf(rs.getString("state")),
                        (Integer) rs.getObject("share_done"),
                        rs.getString("words"),
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        new AccountId(rs.getObject("reported_by", UUID.class)),
                        rs.getObject("reported_at", OffsetDateTime.class),
                        rs.getObject("done_on", LocalDate.class),
                        rs.getString("no_evidence_reason"),
                        rs.getBoolean("contribution"),
                        state(rs.getString("part_state")),
                        rs.getString("round"),
                        state(rs.getString("round_state")),
                        (Integer) rs.getObject("left_open"),
                        rs.getBigDecimal("reached")))
                .list();
    }

    private static @Nullable TaskState state(@Nullable String name) {
        return name == null ? null : TaskState.valueOf(name);
    }

    /** From draft to issue, and its end: the deeds that changed what the task is worth. */
    List<Deed> deedsOnPlan(Actor actor, RunningTask task) {
        return audit.historyOf(actor.agency(), task.plan().value(), DEEDS);
    }
}
