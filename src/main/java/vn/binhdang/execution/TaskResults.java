package vn.binhdang.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
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
    private final Clock clock;

    TaskResults(JdbcClient jdbc, Plans plans, PlanOnDay onDay, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.onDay = onDay;
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
        var heard = heard(plan.id(), tasks, from, to);
        // A period that is not over yet is judged by today, or everything due before its end would be late already.
        var today = Today.of(clock).day();
        var judged = to.isAfter(today) ? today : to;
        var results = tasks.stream()
                .map(task -> result(
                        task,
                        heard.standing().getOrDefault(task.id().value(), Standing.NOTHING_HEARD),
                        heard.reports().getOrDefault(task.id().value(), List.of()),
                        heard.leads(),
                        judged))
                .toList();
        return new PlanResults(plan.id(), from, to, results, PlanResults.Totals.of(results));
    }

    private static TaskResult result(
            PlanTask task,
            Standing standing,
            List<TaskResult.Report> reports,
            Map<UUID, String> leads,
            LocalDate judged) {
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
                reports,
                standing.evidence());
    }

    private static String leadName(PlanTask task, Map<UUID, String> leads) {
        if (task.leadUnit() == null) return task.leadPrinted() == null ? "" : task.leadPrinted();
        return leads.getOrDefault(task.leadUnit().value(), "");
    }

    private static boolean late(
            TaskState state, @Nullable LocalDate doneOn, @Nullable LocalDate dueOn, LocalDate judged) {
        if (dueOn == null) return false;
        if (state.open()) return dueOn.isBefore(judged);
        return state == TaskState.DONE && doneOn != null && dueOn.isBefore(doneOn);
    }

    /**
     * @param standing the last report of each task's lead (or of the office for it) before the end of the period, and what
     *     was brought as evidence in it
     * @param reports of each task in the period
     * @param leads what the units that lead a task were called at its end
     */
    private record Heard(
            Map<UUID, Standing> standing, Map<UUID, List<TaskResult.Report>> reports, Map<UUID, String> leads) {}

    private Heard heard(PlanId plan, List<PlanTask> tasks, LocalDate from, LocalDate to) {
        var heard = new Heard(new HashMap<>(), new HashMap<>(), new HashMap<>());
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
            select 'STANDING' as part, 0 as no, coalesce(s.task_id, b.task_id) as id, coalesce(s.state, 'NOT_STARTED') as state,
                   s.share_done, coalesce(s.words, '') as words, s.done_on, s.no_evidence_reason,
                   coalesce(b.titles, '{}') as titles, cast(null as boolean) as contribution, cast(null as uuid) as unit_id,
                   cast(null as text) as name, cast(null as text) as who, cast(null as timestamptz) as reported_at
            from   said s full join brought b on b.task_id = s.task_id
            union  all
            select 'REPORT', no, task_id, state, null, words, null, null, null, contribution, unit_id,
                   coalesce(unit_called(unit_id, :last), ''), account_called(reported_by), reported_at
            from   task_progress
            where  plan_id = :plan and reported_at >= :start and reported_at < :end and words <> ''
            union  all
            select 'LEAD', 0, lead, null, null, null, null, null, null, null, null, unit_called(lead, :last), null, null
            from   unnest(:leads) lead
            order  by part, id, no
            """)
                .param("plan", plan.value())
                .param("start", startOf(from))
                .param("end", startOf(to))
                .param("last", to.minusDays(1))
                .param("leads", leads(tasks))
                .query(rs -> {
                    var id = rs.getObject("id", UUID.class);
                    switch (rs.getString("part")) {
                        case "STANDING" -> heard.standing().put(id, standing(rs));
                        case "REPORT" ->
                            heard.reports()
                                    .computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(report(rs));
                        default -> {
                            String name = rs.getString("name");
                            if (name != null) heard.leads().put(id, name);
                        }
                    }
                });
        return heard;
    }

    private static UUID[] leads(List<PlanTask> tasks) {
        return tasks.stream()
                .map(PlanTask::leadUnit)
                .filter(Objects::nonNull)
                .map(UnitId::value)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        return new Standing(
                TaskState.valueOf(rs.getString("state")),
                (Integer) rs.getObject("share_done"),
                rs.getString("words"),
                rs.getObject("done_on", LocalDate.class),
                rs.getString("no_evidence_reason"),
                List.of((String[]) rs.getArray("titles").getArray()));
    }

    private static TaskResult.Report report(ResultSet rs) throws SQLException {
        return new TaskResult.Report(
                rs.getString("words"),
                TaskState.valueOf(rs.getString("state")),
                rs.getBoolean("contribution"),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                rs.getString("name"),
                rs.getString("who"),
                rs.getObject("reported_at", OffsetDateTime.class));
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
}
