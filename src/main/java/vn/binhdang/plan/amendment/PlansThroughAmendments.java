package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanAmendments;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanOnDay;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanWithTasks;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.amendment.AmendmentRows.InForce;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/**
 * Reads a plan through its amendments. The tasks stand as they are now; the way back to a day takes what later amendments
 * did from them, the latest first.
 */
@Component
class PlansThroughAmendments implements PlanOnDay, PlanAmendments {
    private final AmendmentRows rows;
    private final Plans plans;
    private final Units units;
    private final Clock clock;

    PlansThroughAmendments(AmendmentRows rows, Plans plans, Units units, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.units = units;
        this.clock = clock;
    }

    /** @param by the last amendment until that day that touched the task; null when none did */
    record OnDay(PlanTask task, @Nullable InForce by) {}

    @Override
    public List<PlanTask> tasks(Plan plan, LocalDate day) {
        return onDay(plan, day, rows.inForceOf(plan.id())).stream()
                .map(OnDay::task)
                .toList();
    }

    @Override
    public List<PlanTask> tasks(PlanWithTasks plan, LocalDate day) {
        return onDay(plan.tasks(), day, rows.inForceOf(plan.plan().id())).stream()
                .map(OnDay::task)
                .toList();
    }

    List<OnDay> onDay(Plan plan, LocalDate day, List<InForce> changes) {
        return onDay(changes.isEmpty() ? plans.tasksOf(plan) : plans.everyTaskOf(plan), day, changes);
    }

    private static List<OnDay> onDay(List<PlanTask> tasks, LocalDate day, List<InForce> changes) {
        var terms = new HashMap<TaskId, TaskTerms>();
        for (var task : tasks) terms.put(task.id(), TaskTerms.of(task));
        var absent = new HashSet<TaskId>();
        for (var one : changes)
            if (one.change().kind() == Kind.DROP) absent.add(one.change().task());
        for (var one : changes.reversed()) {
            if (!one.on().isAfter(day)) continue;
            var change = one.change();
            switch (change.kind()) {
                case ADD -> absent.add(change.task());
                case CHANGE -> terms.put(change.task(), Objects.requireNonNull(change.before()));
                case DROP -> {
                    absent.remove(change.task());
                    terms.put(change.task(), Objects.requireNonNull(change.before()));
                }
            }
        }
        var last = new HashMap<TaskId, InForce>();
        for (var one : changes)
            if (!one.on().isAfter(day)) last.put(one.change().task(), one);
        return tasks.stream()
                .filter(task -> !absent.contains(task.id()))
                .map(task ->
                        new OnDay(Objects.requireNonNull(terms.get(task.id())).over(task), last.get(task.id())))
                .toList();
    }

    @Override
    public List<Amended> inForce(PlanId plan) {
        return rows.inForce(plan);
    }

    @Override
    public List<TaskAmended> ofTask(TaskId task, Text t) {
        var changes = rows.inForceOf(task);
        if (changes.isEmpty()) return List.of();
        var names = names(changes.stream().map(InForce::change).toList());
        return changes.stream()
                .map(one -> new TaskAmended(
                        one.document(),
                        one.on(),
                        one.at(),
                        new AccountId(one.by()),
                        new UnitId(one.agency()),
                        t.of(
                                (one.change().task().equals(task)
                                                ? "plan.amendment.deed."
                                                : "plan.amendment.deedAbove.")
                                        + one.change().kind(),
                                one.numberAndSymbol(),
                                TypedDate.printed(one.on())),
                        words(one.change(), names, t)))
                .toList();
    }

    private static String words(Change change, Function<UUID, @Nullable String> names, Text t) {
        var lines = new ArrayList<String>();
        if (change.before() != null && change.after() != null)
            for (var one : change.before().differences(change.after(), names))
                lines.add(t.of(
                        "plan.amendment.difference",
                        t.of("plan.drafting.task." + one.field()),
                        one.before().isEmpty() ? t.of("plan.amendment.nothing") : one.before(),
                        one.after().isEmpty() ? t.of("plan.amendment.nothing") : one.after()));
        if (!change.reason().isEmpty()) lines.add(t.of("plan.amendment.because", change.reason()));
        return String.join("\n", lines);
    }

    private Function<UUID, @Nullable String> names(List<Change> changes) {
        Map<UUID, String> names = units
                .named(Change.units(changes), Today.of(clock).day())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        named -> named.getKey().value(),
                        named -> named.getValue().name()));
        return names::get;
    }
}
