package vn.binhdang.operations.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;

/** The jobs that run by themselves, as the table of the scheduler has them. */
@Component
public class Jobs {
    /** A job that should have begun this long ago: nobody runs it. */
    public static final Duration OVERDUE = Duration.ofMinutes(5);

    /** Failures in a row from which on a job is not merely unlucky. */
    public static final int FAILING = 3;

    private final JdbcClient jdbc;
    private final ObjectProvider<Scheduler> scheduler;
    private final AuditTrail audit;
    private final Clock clock;

    Jobs(JdbcClient jdbc, ObjectProvider<Scheduler> scheduler, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param failures in a row; 0 after a success */
    public record Job(
            String taskName,
            String taskInstance,
            OffsetDateTime executionTime,
            boolean picked,
            @Nullable OffsetDateTime lastSuccess,
            @Nullable OffsetDateTime lastFailure,
            int failures) {}

    public record Figures(long all, long running, long failing, long overdue) {}

    /** What has trouble first, then what runs, then what comes next. */
    public List<Job> list(int most) {
        return jdbc.sql("""
            select task_name, task_instance, execution_time, picked, last_success, last_failure,
                   coalesce(consecutive_failures, 0) as failures
            from   scheduled_tasks
            order  by coalesce(consecutive_failures, 0) desc, picked desc, execution_time, task_name, task_instance
            limit  :most
            """).param("most", most).query(Job.class).list();
    }

    public Figures figures() {
        return jdbc.sql("""
            select count(*) as all, count(*) filter (where picked) as running,
                   count(*) filter (where consecutive_failures >= :failing) as failing,
                   count(*) filter (where not picked and execution_time < :overdue) as overdue
            from   scheduled_tasks
            """)
                .param("failing", FAILING)
                .param("overdue", now().minus(OVERDUE))
                .query(Figures.class)
                .single();
    }

    /**
     * Lets a job begin now.
     * @throws Refused when it runs already
     * @throws NotVisible when there is no such job
     */
    @Transactional
    public void runNow(Actor actor, String name, String instance) {
        actor.must(Action.OPERATE);
        boolean picked = jdbc.sql(
                        "select picked from scheduled_tasks where task_name = :name and task_instance = :instance")
                .param("name", name)
                .param("instance", instance)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotVisible("job"));
        if (picked) throw new Refused("operations.job.running");
        var client = scheduler.getIfAvailable();
        if (client == null) throw new Refused("operations.job.noScheduler");
        // A job has a name and no id: one is derived, the same each time, so that its runs stand together in the
        // record.
        audit.record(
                actor,
                "operations.job.run",
                UUID.nameUUIDFromBytes((name + "/" + instance).getBytes(StandardCharsets.UTF_8)),
                Map.of("job", name));
        try {
            client.reschedule(TaskInstanceId.of(name, instance), clock.instant());
        } catch (TaskInstanceException e) {
            throw new Refused("operations.job.running");
        }
    }

    /** After the commit of {@link #runNow}: else the job would wait for the next look into the table. */
    public void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
