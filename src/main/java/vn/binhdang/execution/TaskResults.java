package vn.binhdang.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanOnDay;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;

/**
 * What became of a plan in a period: for reports. What counts is what was known by the end of the period: work finished
 * in it and reported later belongs to the period of that report.
 */
@Component
public class TaskResults {
    private final JdbcClient jdbc;
    private final Plans plans;
    private final PlanOnDay onDay;
    private final Units units;
    private final Clock clock;

    TaskResults(JdbcClient jdbc, Plans plans, PlanOnDay onDay, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.onDay = onDay;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param from first day, in Viet Nam
     * @param to the day after the last day
     * @throws vn.binhdang.kernel.NotVisible when the plan is absent or out of scope
     */
    public PlanResults of(Actor actor, PlanId id, LocalDate from, LocalDate to) {
        var plan = plans.find(actor, id);
        return of(plan, onDay.tasks(plan, to.minusDays(1)), from, to);
    }

    /**
     * The same for who has read the plan already.
     * @param tasks as the plan stood at the end of the period: what was amended later is no matter of it
     */
    public PlanResults of(Plan plan, List<PlanTask> tasks, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) throw new IllegalArgumentException("a period from %s to %s".formatted(from, to));
        var standing = standing(plan.id(), from, to);
        var reports = reports(plan.id(), from, to);
        var leads = units.named(
                tasks.stream().map(PlanTask::leadUnit).filter(Objects::nonNull).collect(Collectors.toSet()),
                to.minusDays(1));
        // A period that is not over yet is judged by today, or everything due before its end would be late already.
        var today = Today.of(clock).day();
        var judged = to.isAfter(today) ? today : to;
        var results = tasks.stream()
                .map(task -> result(
                        task,
                        standing.getOrDefault(task.id().value(), Standing.NOTHING_HEARD),
                        reports.getOrDefault(task.id().value(), List.of()),
                        leads,
                        judged))
                .toList();
        return new PlanResults(plan.id(), from, to, results, PlanResults.Totals.of(results));
    }

    private static TaskResult result(
            PlanTask task, Standing standing, List<Reported> reports, Map<UnitId, Unit> leads, LocalDate judged) {
        var state = standing.state();
        return new TaskResult(
                task.id(),
                task.number(),
                task.text(),
                task.leadUnit(),
                leadName(task, leads),
                task.dueOn(),
                task.expectedOutput(),
                state,
                standing.shareDone(),
                state == TaskState.DONE ? standing.doneOn() : null,
                late(state, standing.doneOn(), task.dueOn(), judged),
                state == TaskState.NOT_DONE ? standing.words() : "",
                state == TaskState.DONE && standing.noEvidenceReason() != null ? standing.noEvidenceReason() : "",
                reports.stream().map(Reported::report).toList(),
                standing.evidence());
    }

    private static String leadName(PlanTask task, Map<UnitId, Unit> leads) {
        if (task.leadUnit() == null) return task.leadPrinted() == null ? "" : task.leadPrinted();
        var unit = leads.get(task.leadUnit());
        return unit == null ? "" : unit.name();
    }

    private static boolean late(
            TaskState state, @Nullable LocalDate doneOn, @Nullable LocalDate dueOn, LocalDate judged) {
        if (dueOn == null) return false;
        if (state.open()) return dueOn.isBefore(judged);
        return state == TaskState.DONE && doneOn != null && dueOn.isBefore(doneOn);
    }

    /**
     * The last report of each task's lead (or of the office for it) before the end of the period, and what was brought as
     * evidence in it.
     */
    private Map<UUID, Standing> standing(PlanId plan, LocalDate from, LocalDate to) {
        var last = new HashMap<UUID, Standing>();
        jdbc.sql("""
            with said as (
                select distinct on (task_id) task_id, state, share_done, words, done_on, no_evidence_reason
                from   task_progress
                where  plan_id = :plan and not contribution and reported_at < :end
                order  by task_id, no desc),
            brought as (
                select task_id, array_agg(title order by added_at, id) as titles
                from   task_evidence
                where  plan_id = :plan and added_at >= :start and added_at < :end and removed_at is null
                group  by task_id)
            select coalesce(s.task_id, b.task_id) as task_id, coalesce(s.state, 'NOT_STARTED') as state, s.share_done,
                   coalesce(s.words, '') as words, s.done_on, s.no_evidence_reason, coalesce(b.titles, '{}') as titles
            from   said s full join brought b on b.task_id = s.task_id
            """)
                .param("plan", plan.value())
                .param("start", startOf(from))
                .param("end", startOf(to))
                .query(rs -> {
                    last.put(
                            rs.getObject("task_id", UUID.class),
                            new Standing(
                                    TaskState.valueOf(rs.getString("state")),
                                    (Integer) rs.getObject("share_done"),
                                    rs.getString("words"),
                                    rs.getObject("done_on", LocalDate.class),
                                    rs.getString("no_evidence_reason"),
                                    List.of((String[]) rs.getArray("titles").getArray())));
                });
        return last;
    }

    private Map<UUID, List<Reported>> reports(PlanId plan, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                    select task_id, words, state, contribution, unit_id, coalesce(unit_called(unit_id, :last), '') as unit_name,
                           account_called(reported_by) as who, reported_at
                    from   task_progress
                    where  plan_id = :plan and reported_at >= :start and reported_at < :end and words <> ''
                    order  by task_id, no
                    """)
                .param("plan", plan.value())
                .param("start", startOf(from))
                .param("end", startOf(to))
                .param("last", to.minusDays(1))
                .query(Reported.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reported::taskId));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(Today.ZONE).toOffsetDateTime();
    }

    private record Standing(
            TaskState state,
            @Nullable Integer shareDone,
            String words,
            @Nullable LocalDate doneOn,
            @Nullable String noEvidenceReason,
            List<String> evidence) {
        static final Standing NOTHING_HEARD = new Standing(TaskState.NOT_STARTED, null, "", null, null, List.of());
    }

    private record Reported(
            UUID taskId,
            String words,
            TaskState state,
            boolean contribution,
            UUID unitId,
            String unitName,
            String who,
            OffsetDateTime reportedAt) {
        TaskResult.Report report() {
            return new TaskResult.Report(words, state, contribution, new UnitId(unitId), unitName, who, reportedAt);
        }
    }
}
