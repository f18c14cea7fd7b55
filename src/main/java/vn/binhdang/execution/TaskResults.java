package vn.binhdang.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
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
    private final Accounts accounts;
    private final Clock clock;

    TaskResults(JdbcClient jdbc, Plans plans, PlanOnDay onDay, Units units, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.onDay = onDay;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param from first day, in Viet Nam
     * @param to the day after the last day
     * @throws vn.binhdang.kernel.NotVisible when the plan is absent or out of scope
     */
    public PlanResults of(Actor actor, PlanId id, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) throw new IllegalArgumentException("a period from %s to %s".formatted(from, to));
        var plan = plans.find(actor, id);
        // As the plan stood then: what was amended later is no matter of this period.
        var tasks = onDay.tasks(plan, to.minusDays(1));
        var standing = standing(id, to);
        var reports = reports(id, from, to);
        var evidence = evidence(id, from, to);
        var names = new Names(tasks, reports, to.minusDays(1));
        // A period that is not over yet is judged by today, or everything due before its end would be late already.
        var today = Today.of(clock).day();
        var judged = to.isAfter(today) ? today : to;
        var results = tasks.stream()
                .map(task -> result(
                        task,
                        standing.getOrDefault(task.id().value(), Standing.NOTHING_HEARD),
                        reports.getOrDefault(task.id().value(), List.of()),
                        evidence.getOrDefault(task.id().value(), List.of()),
                        names,
                        judged))
                .toList();
        return new PlanResults(id, from, to, results, PlanResults.Totals.of(results));
    }

    private static TaskResult result(
            PlanTask task,
            Standing standing,
            List<Reported> reports,
            List<String> evidence,
            Names names,
            LocalDate judged) {
        var state = standing.state();
        String printed = task.leadPrinted() == null ? "" : task.leadPrinted();
        return new TaskResult(
                task.id(),
                task.number(),
                task.text(),
                task.leadUnit(),
                task.leadUnit() == null ? printed : names.unit(task.leadUnit()),
                task.dueOn(),
                task.expectedOutput(),
                state,
                standing.shareDone(),
                state == TaskState.DONE ? standing.doneOn() : null,
                late(state, standing.doneOn(), task.dueOn(), judged),
                state == TaskState.NOT_DONE ? standing.words() : "",
                state == TaskState.DONE && standing.noEvidenceReason() != null ? standing.noEvidenceReason() : "",
                reports.stream().map(names::report).toList(),
                evidence);
    }

    private static boolean late(
            TaskState state, @Nullable LocalDate doneOn, @Nullable LocalDate dueOn, LocalDate judged) {
        if (dueOn == null) return false;
        if (state.open()) return dueOn.isBefore(judged);
        return state == TaskState.DONE && doneOn != null && dueOn.isBefore(doneOn);
    }

    /** The last report of each task's lead (or of the office for it) before the end of the period. */
    private Map<UUID, Standing> standing(PlanId plan, LocalDate to) {
        var last = new HashMap<UUID, Standing>();
        jdbc.sql("""
            select distinct on (task_id) task_id, state, share_done, words, done_on, no_evidence_reason
            from   task_progress
            where  plan_id = :plan and not contribution and reported_at < :end
            order  by task_id, no desc
            """).param("plan", plan.value()).param("end", startOf(to)).query(rs -> {
            last.put(
                    rs.getObject("task_id", UUID.class),
                    new Standing(
                            TaskState.valueOf(rs.getString("state")),
                            (Integer) rs.getObject("share_done"),
                            rs.getString("words"),
                            rs.getObject("done_on", LocalDate.class),
                            rs.getString("no_evidence_reason")));
        });
        return last;
    }

    private Map<UUID, List<Reported>> reports(PlanId plan, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                    select task_id, words, state, contribution, unit_id, reported_by, reported_at
                    from   task_progress
                    where  plan_id = :plan and reported_at >= :start and reported_at < :end and words <> ''
                    order  by task_id, no
                    """)
                .param("plan", plan.value())
                .param("start", startOf(from))
                .param("end", startOf(to))
                .query(Reported.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reported::taskId));
    }

    private Map<UUID, List<String>> evidence(PlanId plan, LocalDate from, LocalDate to) {
        var titles = new HashMap<UUID, List<String>>();
        jdbc.sql("""
            select task_id, title
            from   task_evidence
            where  plan_id = :plan and added_at >= :start and added_at < :end and removed_at is null
            order  by task_id, added_at, id
            """)
                .param("plan", plan.value())
                .param("start", startOf(from))
                .param("end", startOf(to))
                .query(rs -> {
                    titles.computeIfAbsent(rs.getObject("task_id", UUID.class), k -> new ArrayList<>())
                            .add(rs.getString("title"));
                });
        return titles;
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(Today.ZONE).toOffsetDateTime();
    }

    /** Names of the units and people that the results speak of, each asked for once. */
    private final class Names {
        private final Map<UnitId, Unit> byUnit;
        private final Map<AccountId, String> byAccount;

        private Names(List<PlanTask> tasks, Map<UUID, List<Reported>> reports, LocalDate day) {
            var unitsNamed = new HashSet<UnitId>();
            var people = new HashSet<AccountId>();
            for (var task : tasks) if (task.leadUnit() != null) unitsNamed.add(task.leadUnit());
            for (var ofTask : reports.values())
                for (var report : ofTask) {
                    unitsNamed.add(new UnitId(report.unitId()));
                    people.add(new AccountId(report.reportedBy()));
                }
            byUnit = units.named(unitsNamed, day);
            byAccount = accounts.namesOf(Set.copyOf(people));
        }

        private String unit(UnitId id) {
            var unit = byUnit.get(id);
            return unit == null ? "" : unit.name();
        }

        private TaskResult.Report report(Reported r) {
            var unit = new UnitId(r.unitId());
            return new TaskResult.Report(
                    r.words(),
                    r.state(),
                    r.contribution(),
                    unit,
                    unit(unit),
                    byAccount.getOrDefault(new AccountId(r.reportedBy()), ""),
                    r.reportedAt());
        }
    }

    private record Standing(
            TaskState state,
            @Nullable Integer shareDone,
            String words,
            @Nullable LocalDate doneOn,
            @Nullable String noEvidenceReason) {
        static final Standing NOTHING_HEARD = new Standing(TaskState.NOT_STARTED, null, "", null, null);
    }

    private record Reported(
            UUID taskId,
            String words,
            TaskState state,
            boolean contribution,
            UUID unitId,
            UUID reportedBy,
            OffsetDateTime reportedAt) {}
}
