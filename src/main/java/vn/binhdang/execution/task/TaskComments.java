package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** What people say to each other about a task. A comment is never changed; who is spoken to has it as work to answer. */
@Component
class TaskComments {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final Mentions mentions;
    private final TaskNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    TaskComments(
            JdbcClient jdbc,
            RunningTasks tasks,
            Mentions mentions,
            TaskNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.mentions = mentions;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Everybody who sees the task may say something; saying something answers what they were asked.
     * @throws UnfitReport when it is empty, too long, or speaks to somebody unknown
     */
    @Transactional
    public void say(Actor actor, PlanId plan, TaskId id, String typed) {
        actor.must(Action.COMMENT_TASKS);
        var task = tasks.find(actor, plan, id);
        task.mustRun();
        String words = SubTaskForm.plain(typed);
        var problems = new ArrayList<Problem>();
        if (words.isEmpty()) problems.add(new Problem("comment", "execution.comment.empty"));
        if (words.length() > LONGEST) problems.add(new Problem("comment", "execution.task.tooLong", LONGEST));
        if (!problems.isEmpty()) throw new UnfitReport(problems);
        var spokenTo = mentions.in(actor, words, problems).stream()
                .filter(account -> !account.equals(actor.account()))
                .collect(Collectors.toSet());
        if (!problems.isEmpty()) throw new UnfitReport(problems);
        var comment = Uuid7.create();
        jdbc.sql("""
            insert into task_comment (id, task_id, agency_id, unit_id, words, written_by, written_at)
            values (:id, :task, :agency, :unit, :words, :by, :now)
            """)
                .param("id", comment)
                .param("task", id.value())
                .param("agency", actor.agency().value())
                .param("unit", actor.unit().value())
                .param("words", words)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        settle(actor, id);
        if (!spokenTo.isEmpty()) {
            jdbc.sql("""
                insert into comment_mention (comment_id, account_id, task_id)
                select :comment, a, :task from unnest(cast(:accounts as uuid[])) a
                """)
                    .param("comment", comment)
                    .param("task", id.value())
                    .param("accounts", spokenTo.stream().map(Object::toString).toArray(String[]::new))
                    .update();
            notices.mentioned(task, comment, spokenTo);
        }
        audit.record(
                actor,
                "execution.task.comment",
                id.value(),
                Map.of("comment", comment.toString(), "spokenTo", spokenTo.size()));
    }

    /** Says that what they were told needs no answer. */
    @Transactional
    public void seen(Actor actor, PlanId plan, TaskId id) {
        tasks.find(actor, plan, id);
        if (settle(actor, id) > 0) audit.record(actor, "execution.task.mentionSeen", id.value());
    }

    private int settle(Actor actor, TaskId id) {
        return jdbc.sql("""
            update comment_mention set settled_at = :now
            where  task_id = :task and account_id = :account and settled_at is null
            """)
                .param("now", now())
                .param("task", id.value())
                .param("account", actor.account().value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
