package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.DayItem;
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
    private final Plans plans;
    private final Units units;
    private final UnitsByName unitsByName;
    private final Clock clock;

    SheetPages(SheetRows rows, Plans plans, Units units, UnitsByName unitsByName, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.units = units;
        this.unitsByName = unitsByName;
        this.clock = clock;
    }

    /** @throws NotVisible when the plan or the unit is none of theirs */
    SheetPage page(Actor actor, int year, CalendarFilter filter, Text t) {
        var today = Today.of(clock).day();
        var whose = filter.whose(actor);
        List<SheetRows.Row> found;
        String name;
        if (filter.plan() != null) {
            var plan = plans.find(actor, filter.plan());
            found = rows.ofPlan(plan.id());
            name = plan.document().subject();
        } else {
            var unit = whose == Whose.UNIT ? unit(actor, filter, today) : null;
            found = rows.ofYear(actor, unit, whose == Whose.MINE, year);
            name = whose == Whose.MINE
                    ? t.of("execution.calendar.whose.MINE")
                    : units.nearest(unit == null ? actor.agency() : unit, today).name();
        }
        boolean notAll = found.size() > SheetRows.MOST;
        var shown = notAll ? found.subList(0, SheetRows.MOST) : found;
        var named = named(shown, today);
        var entries = shown.stream().map(row -> entry(row, named, today, t)).toList();
        var layout = SheetLayout.of(entries);
        return new SheetPage(
                filter.plan() == null
                        ? t.of("execution.sheet.ofYear", String.valueOf(year))
                        : t.of("execution.sheet.ofPlan"),
                name,
                t.of("execution.plan.printedOn", DAY.format(today)),
                t.of("execution.plan.found", shown.size()),
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

    private static SheetLayout.Entry entry(SheetRows.Row row, Map<UnitId, Unit> named, LocalDate today, Text t) {
        var unit = row.leadUnitId() == null ? null : named.get(new UnitId(row.leadUnitId()));
        var facts = new ArrayList<String>();
        if (row.dueOn() != null) facts.add(SHORT.format(row.dueOn()));
        facts.add(
                unit != null
                        ? unit.name()
                        : row.leadPrinted() == null ? t.of("execution.task.noLead") : row.leadPrinted());
        var standing = row.dueOn() == null ? null : DayItem.Standing.of(row.state(), row.dueOn(), today);
        facts.add(
                standing == DayItem.Standing.LATE
                        ? t.of("execution.calendar.standing.LATE")
                        : t.of(row.state().messageKey()));
        return new SheetLayout.Entry(
                row.dueOn() == null
                        ? t.of("execution.sheet.noDay")
                        : CalendarPages.monthName(YearMonth.from(row.dueOn()), t),
                (row.number() == null ? "" : row.number() + ". ") + row.text(),
                String.join(" · ", facts));
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

    private Map<UnitId, Unit> named(List<SheetRows.Row> shown, LocalDate today) {
        var ids = new HashSet<UnitId>();
        for (var row : shown) if (row.leadUnitId() != null) ids.add(new UnitId(row.leadUnitId()));
        return ids.isEmpty() ? Map.of() : units.named(ids, today);
    }
}
