package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** Which tasks of a plan begin only after others are finished. Said by whoever says where the later task stands. */
@Component
class TaskDependencies {
    /** So many tasks that fit the typed words are offered. */
    static final int OFFERED = 20;

    private static final int MOST_WORDS = 8;
    private static final Pattern GAP = Pattern.compile("\\s+");

    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    TaskDependencies(JdbcClient jdbc, RunningTasks tasks, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** A task of the plan that could be meant. */
    record Candidate(
            UUID id,
            @Nullable String number,
            String text,
            @Nullable LocalDate dueOn) {
        String title() {
            return (number == null ? "" : number + ". ") + text;
        }
    }

    /**
     * Other tasks of the plan whose number is what was typed, or else in which all the words occur.
     * @return up to {@link #OFFERED} and one more if there are more
     */
    List<Candidate> meant(RunningTask task, String typed) {
        var words = GAP.splitAsStream(typed.strip())
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) return List.of();
        var values = new HashMap<String, Object>();
        var like = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            like.append(i == 0 ? "" : " and ")
                    .append("position(fold(:word")
                    .append(i)
                    .append(") in t.folded) > 0");
            values.put("word" + i, words.get(i));
        }
        var found = jdbc.sql("""
            select t.id, t.number, t.text, t.due_on
            from   running_task t
            where  t.plan_id = :plan and t.state <> 'DROPPED' and t.id <> :task and (t.number = :typed or %s)
            order  by (t.number = :typed) desc nulls last, t.position
            limit  :most
            """.formatted(like))
                .params(values)
                .param("plan", task.plan().value())
                .param("task", task.id().value())
                .param("typed", typed.strip())
                .param("most", OFFERED + 1)
                .query(Candidate.class)
                .list();
        var exact =
                found.stream().filter(one -> typed.strip().equals(one.number())).toList();
        return exact.size() == 1 ? exact : found;
    }

    /**
     * @throws NotVisible for who neither leads nor follows up, and when {@code after} is no task of the plan
     * @throws UnfitReport when the two would wait for each other
     */
    @Transactional
    public void add(Actor actor, PlanId plan, TaskId id, TaskId after) {
        var task = tasks.lockToWork(actor, plan, id);
        if (!task.part().saysState()) throw new NotVisible("dependencies of task " + id);
        if (id.equals(after)) throw unfit("execution.dependency.needs.other");
        tasks.find(actor, plan, after);
        // Two people who each add one half of a circle: the second waits here and then sees the first half.
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:plan, 35))) locked")
                .param("plan", plan.toString())
                .query(Integer.class)
                .single();
        var ties = jdbc.sql(
                        "select task_id, after_id from task_dependency where plan_id = :plan and removed_at is null")
                .param("plan", plan.value())
                .query(Waiting.Tie.class)
                .list();
        if (ties.contains(new Waiting.Tie(id.value(), after.value()))) throw unfit("execution.dependency.needs.new");
        var circle = new Waiting(ties).circle(id.value(), after.value());
        if (!circle.isEmpty()) {
            var titles = titles(circle);
            throw new UnfitReport(List.of(new Problem(
                    "words",
                    "execution.dependency.needs.noCircle",
                    task.heading(),
                    titles.getOrDefault(after.value(), ""),
                    circle.stream()
                            .map(one -> "“" + titles.getOrDefault(one, "") + "”")
                            .collect(Collectors.joining(" → ")))));
        }
        jdbc.sql("""
            insert into task_dependency (task_id, after_id, no, plan_id, agency_id, added_by, added_at)
            select :task, :after, 1 + coalesce(max(no), 0), :plan, :agency, :by, :now
            from   task_dependency where task_id = :task and after_id = :after
            """)
                .param("task", id.value())
                .param("after", after.value())
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(actor, "execution.dependency.add", id.value(), Map.of("after", after.toString()));
    }

    /** @throws NotVisible for who neither leads nor follows up, and when the task does not wait for the other */
    @Transactional
    public void remove(Actor actor, PlanId plan, TaskId id, TaskId after) {
        var task = tasks.lockToWork(actor, plan, id);
        if (!task.part().saysState()) throw new NotVisible("dependencies of task " + id);
        int removed = jdbc.sql("""
            update task_dependency set removed_by = :by, removed_at = :now
            where  task_id = :task and after_id = :after and plan_id = :plan and removed_at is null
            """)
                .param("task", id.value())
                .param("after", after.value())
                .param("plan", plan.value())
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        if (removed == 0) throw new NotVisible("dependency on task " + after);
        audit.record(actor, "execution.dependency.remove", id.value(), Map.of("after", after.toString()));
    }

    private Map<UUID, String> titles(Collection<UUID> ids) {
        return jdbc
                .sql("select id, number, text, due_on from plan_task where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Candidate.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Candidate::id, Candidate::title));
    }

    private static UnfitReport unfit(String key) {
        return new UnfitReport(List.of(new Problem("words", key)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
