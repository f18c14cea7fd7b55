package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.Urgency;
import vn.binhdang.execution.calendar.RecurringTasks.OtherRound;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

/** Makes the timelines of a plan and of a unit's year ready to print. */
@Component
class TimelinePages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final TimelineRows rows;
    private final RecurringTasks recurringTasks;
    private final Plans plans;
    private final Units units;
    private final Clock clock;

    TimelinePages(TimelineRows rows, RecurringTasks recurringTasks, Plans plans, Units units, Clock clock) {
        this.rows = rows;
        this.recurringTasks = recurringTasks;
        this.plans = plans;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @throws NotVisible when the plan is absent or out of scope
     * @throws Refused while it is not issued: nothing is under way yet
     */
    TimelinePage ofPlan(Actor actor, PlanId id, int page, Text t) {
        var plan = plans.find(actor, id);
        var document = plan.document();
        if (!document.state().issued())
            throw new Refused("execution.refused." + document.state().name(), document.subject());
        var found = rows.ofPlan(actor, id, page);
        var today = Today.of(clock).day();
        var recurring = recurringTasks.among(found.stream()
                .filter(row -> row.recurrence() != null)
                .map(TimelineRows.Row::id)
                .toList());
        var rounds = new HashMap<UUID, List<OtherRound>>();
        for (var task : recurring) rounds.put(task.id(), task.otherRounds(today));
        String path = "/plans/" + id;
        return page(
                found,
                rounds,
                page,
                path + "/timeline",
                new Around(
                        t.of("execution.timeline.ofPlan"), path, document.subject(), "/calendar?plan=" + id, List.of()),
                t);
    }

    /** @throws NotVisible when the unit is absent or not of the agency */
    TimelinePage ofUnit(Actor actor, UnitId id, @Nullable String typedYear, int page, Text t) {
        var today = Today.of(clock).day();
        int year = typedYear == null ? today.getYear() : CalendarController.year(typedYear);
        boolean theirs = id.equals(actor.agency())
                || units.ancestors(id, today).stream()
                        .anyMatch(above -> above.id().equals(actor.agency()));
        var from = LocalDate.of(year, 1, 1);
        var until = from.plusYears(1);
        var rounds = new HashMap<UUID, List<OtherRound>>();
        for (var task : recurringTasks.of(
                actor, new DayQuestion(Whose.UNIT, id, null, from, until, today, TimelineRows.PAGE))) {
            var inYear = task.otherRounds(from, until, today);
            if (!inYear.isEmpty()) rounds.put(task.id(), inYear);
        }
        var found = rows.ofUnit(actor, id, year, rounds.keySet(), page);
        // A unit that ended has kept its tasks.
        if (!theirs && found.isEmpty()) throw new NotVisible("unit " + id);
        String path = "/work/units/" + id + "/timeline?year=";
        return page(
                found,
                rounds,
                page,
                path + year,
                new Around(
                        t.of("execution.timeline.ofUnit", String.valueOf(year)),
                        "/work/units/" + id,
                        units.nearest(id, today).name(),
                        "/calendar/" + year + "?whose=UNIT&unit=" + id,
                        List.of(
                                new CalendarHead.Link(path + (year - 1), String.valueOf(year - 1), false),
                                new CalendarHead.Link(path + (year + 1), String.valueOf(year + 1), false))),
                t);
    }

    private record Around(
            String title, String backHref, String backWords, String calendarHref, List<CalendarHead.Link> years) {}

    private TimelinePage page(
            List<TimelineRows.Row> found,
            Map<UUID, List<OtherRound>> rounds,
            int page,
            String path,
            Around around,
            Text t) {
        var today = Today.of(clock).day();
        boolean more = found.size() > TimelineRows.PAGE;
        var shown = more ? found.subList(0, TimelineRows.PAGE) : found;
        var dependencies = rows.dependencies(shown);
        var named = named(shown, today);
        var byTask = dependencies.stream().collect(Collectors.groupingBy(TimelineRows.Dependency::taskId));
        String paged = path + (path.contains("?") ? "&" : "?") + "page=";
        return new TimelinePage(
                around.title(),
                around.backHref(),
                around.backWords(),
                around.calendarHref(),
                around.years(),
                more || page > 1
                        ? t.of(
                                "execution.timeline.part",
                                (page - 1) * TimelineRows.PAGE + 1,
                                (page - 1) * TimelineRows.PAGE + shown.size())
                        : t.of("execution.plan.found", shown.size()),
                TimelineDrawing.of(
                        shown.stream()
                                .map(row -> drawn(row, rounds.getOrDefault(row.id(), List.of()), today))
                                .toList(),
                        dependencies.stream()
                                .map(one -> new TimelineDrawing.Tie(one.taskId(), one.afterId()))
                                .toList(),
                        today),
                shown.stream()
                        .map(row -> row(
                                row,
                                rounds.getOrDefault(row.id(), List.of()),
                                byTask.getOrDefault(row.id(), List.of()),
                                named,
                                today,
                                t))
                        .toList(),
                page == 1 ? "" : path,
                more ? paged + (page + 1) : "");
    }

    private static TimelineDrawing.Task drawn(TimelineRows.Row row, List<OtherRound> rounds, LocalDate today) {
        return new TimelineDrawing.Task(
                row.id(),
                row.title(),
                row.startOn(),
                row.dueOn(),
                mark(row, today),
                rounds.stream()
                        .map(round -> new TimelineDrawing.Round(
                                round.day(), round.standing().mark()))
                        .toList());
    }

    private static String mark(TimelineRows.Row row, LocalDate today) {
        return row.dueOn() == null && row.state().open()
                ? ""
                : DayItem.Standing.of(row.state(), row.dueOn() == null ? today : row.dueOn(), today)
                        .mark();
    }

    private static TimelinePage.Row row(
            TimelineRows.Row row,
            List<OtherRound> rounds,
            List<TimelineRows.Dependency> before,
            Map<UnitId, Unit> named,
            LocalDate today,
            Text t) {
        String href = "/plans/" + row.planId() + "/tasks/" + row.id();
        var unit = row.leadUnitId() == null ? null : named.get(new UnitId(row.leadUnitId()));
        boolean late = Urgency.of(row.state(), row.dueOn(), today, today) == Urgency.LATE;
        return new TimelinePage.Row(
                href,
                row.title(),
                unit != null
                        ? unit.name()
                        : row.leadPrinted() == null ? t.of("execution.task.noLead") : row.leadPrinted(),
                row.startOn() == null ? "" : DAY.format(row.startOn()),
                row.dueOn() != null ? DAY.format(row.dueOn()) : row.dueText() == null ? "" : row.dueText(),
                rounds.stream()
                        .map(round -> t.of(
                                "execution.timeline.round",
                                DAY.format(round.day()),
                                t.of("execution.calendar.standing." + round.standing())))
                        .toList(),
                row.state().mark(),
                t.of(row.state().messageKey()),
                late ? t.of(Urgency.LATE.messageKey()) : "",
                before.stream()
                        .map(one -> new TimelinePage.Before(one.title(), warning(row.dueOn(), one.dueOn(), t)))
                        .toList(),
                row.may() ? href + "/dependencies" : "");
    }

    private static String warning(@Nullable LocalDate dueOn, @Nullable LocalDate dueOfBefore, Text t) {
        return dueOn == null || dueOfBefore == null || !dueOn.isBefore(dueOfBefore)
                ? ""
                : t.of("execution.dependency.tooEarly", DAY.format(dueOn), DAY.format(dueOfBefore));
    }

    private Map<UnitId, Unit> named(List<TimelineRows.Row> shown, LocalDate today) {
        var ids = new HashSet<UnitId>();
        for (var row : shown) if (row.leadUnitId() != null) ids.add(new UnitId(row.leadUnitId()));
        return ids.isEmpty() ? new HashMap<>() : units.named(ids, today);
    }
}
