package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

/** Makes the sheet of a year ready to print. */
@Component
class SheetPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");

    private final SheetRows rows;
    private final RecurringTasks recurringTasks;
    private final Plans plans;
    private final Units units;
    private final UnitsByName unitsByName;
    private final Clock clock;

    SheetPages(
            SheetRows rows,
            RecurringTasks recurringTasks,
            Plans plans,
            Units units,
            UnitsByName unitsByName,
            Clock clock) {
        this.rows = rows;
        this.recurringTasks = recurringTasks;
        this.plans = plans;
        this.units = units;
        this.unitsByName = unitsByName;
        this.clock = clock;
    }

    /** @throws NotVisible when the plan or the unit is none of theirs */
    SheetPage page(Actor actor, int year, CalendarFilter filter, Text t) {
        var today = Today.of(clock).day();
        var whose = filter.whose(actor);
        List<SheetLines.Line> found;
        String name;
        if (filter.plan() != null) {
            var plan = plans.find(actor, filter.plan());
            var tasks = rows.ofPlan(plan.id());
            var recurring = recurringTasks.among(tasks.stream()
                    .filter(row -> row.recurrence() != null)
                    .map(SheetRows.Row::id)
                    .toList());
            found = SheetLines.of(tasks, recurring, LocalDate.MIN, LocalDate.MAX, today);
            name = plan.document().subject();
        } else {
            var unit = whose == Whose.UNIT ? unit(actor, filter, today) : null;
            var from = LocalDate.of(year, 1, 1);
            var until = from.plusYears(1);
            var asked = new DayQuestion(whose, unit, null, from, until, today, SheetRows.MOST);
            found = SheetLines.of(
                    rows.ofYear(actor, unit, whose == Whose.MINE, year),
                    recurringTasks.of(actor, asked),
                    from,
                    until,
                    today);
            name = whose == Whose.MINE
                    ? t.of("execution.calendar.whose.MINE")
                    : units.nearest(unit == null ? actor.agency() : unit, today).name();
        }
        boolean notAll = found.size() > SheetRows.MOST;
        var shown = notAll ? found.subList(0, SheetRows.MOST) : found;
        var named = named(shown, today);
        var entries = shown.stream().map(line -> entry(line, named, t)).toList();
        var layout = SheetLayout.of(entries);
        return new SheetPage(
                filter.plan() == null
                        ? t.of("execution.sheet.ofYear", String.valueOf(year))
                        : t.of("execution.sheet.ofPlan"),
                name,
                t.of("execution.plan.printedOn", DAY.format(today)),
                t.of("execution.plan.found", SheetLines.tasks(shown)),
                notAll ? t.of("execution.sheet.notAll", SheetRows.MOST) : "",
                filter.at("/calendar/" + year),
                layout.size().mark(),
                sheets(entries, layout, t));
    }

    private UnitId unit(Actor actor, CalendarFilter filter, LocalDate today) {
        if (filter.unit().isEmpty()) return actor.unit();
        return unitsByName
                .chosen(filter.unit(), today, actor.reach(Action.READ_DOCUMENTS))
                .orElseThrow(() -> new NotVisible("a unit of that name"));
    }

    private static SheetLayout.Entry entry(SheetLines.Line line, Map<UnitId, Unit> named, Text t) {
        String group = line.day() == null
                ? t.of("execution.sheet.noDay")
                : CalendarPages.monthName(YearMonth.from(line.day()), t);
        if (line.day() != null && !line.full())
            return new SheetLayout.Entry(
                    group,
                    SHORT.format(line.day()) + " · " + TimelineDrawing.shortened(line.title()) + " · "
                            + t.of(line.statusKey()),
                    "");
        var unit = line.leadUnitId() == null ? null : named.get(new UnitId(line.leadUnitId()));
        var facts = new ArrayList<String>();
        if (line.day() != null) facts.add(SHORT.format(line.day()));
        facts.add(
                unit != null
                        ? unit.name()
                        : line.leadPrinted() == null ? t.of("execution.task.noLead") : line.leadPrinted());
        facts.add(t.of(line.statusKey()));
        return new SheetLayout.Entry(group, line.title(), String.join(" · ", facts));
    }

    private static List<SheetPage.Sheet> sheets(List<SheetLayout.Entry> entries, SheetLayout layout, Text t) {
        var sheets = new ArrayList<SheetPage.Sheet>();
        int from = 0;
        int count = layout.perSheet().size();
        for (int on : layout.perSheet()) {
            var groups = new ArrayList<SheetPage.Group>();
            for (var entry : entries.subList(from, from + on)) {
                var printed = new SheetPage.Entry(entry.text(), entry.facts());
                if (groups.isEmpty() || !groups.getLast().heading().equals(entry.group()))
                    groups.add(new SheetPage.Group(entry.group(), new ArrayList<>(List.of(printed))));
                else groups.getLast().entries().add(printed);
            }
            from += on;
            int left = entries.size() - from;
            sheets.add(new SheetPage.Sheet(
                    count == 1 ? "" : t.of("execution.sheet.number", sheets.size() + 1, count),
                    left == 0 ? "" : t.of("execution.sheet.further", left, sheets.size() + 2),
                    groups));
        }
        return sheets;
    }

    private Map<UnitId, Unit> named(List<SheetLines.Line> shown, LocalDate today) {
        var ids = SheetLines.leads(shown).map(UnitId::new).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : units.named(ids, today);
    }
}
