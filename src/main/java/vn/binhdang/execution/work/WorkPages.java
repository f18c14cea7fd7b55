package vn.binhdang.execution.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.Urgency;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Makes the lists of work ready to print. */
@Component
class WorkPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Tasks tasks;
    private final Units units;
    private final UnitsByName names;
    private final ExecutionRules rules;
    private final Clock clock;

    WorkPages(Tasks tasks, Units units, UnitsByName names, ExecutionRules rules, Clock clock) {
        this.tasks = tasks;
        this.units = units;
        this.names = names;
        this.rules = rules;
        this.clock = clock;
    }

    WorkPage list(Actor actor, WorkFilter filter, @Nullable String after, Text t) {
        var today = Today.of(clock).day();
        var limits = rules.on(today);
        var reach = actor.reach(Action.READ_DOCUMENTS);
        var unit = filter.unit().isEmpty()
                ? null
                : names.chosen(filter.unit(), today, reach).orElse(null);
        boolean unknown = !filter.unit().isEmpty() && unit == null;
        var found = unknown ? Tasks.Found.NOTHING : tasks.page(actor, filter, unit, today, limits, Tasks.Key.of(after));
        var rows = found.rows();
        var named = named(rows, unit, today);
        boolean more = rows.size() > Tasks.PAGE;
        return new WorkPage(
                filter.words(),
                unit == null ? filter.unit() : name(named, unit),
                unknown ? t.of("organisation.unitName.unknown") : "",
                Arrays.stream(WorkFilter.Show.values())
                        .map(show -> new WorkPage.Choice(
                                show.name(), t.of("execution.work.show." + show), show == filter.show()))
                        .toList(),
                found.found() > found.most()
                        ? t.of("execution.work.foundMore", found.most())
                        : t.of("execution.plan.found", found.found()),
                rows.stream()
                        .limit(Tasks.PAGE)
                        .map(row -> line(row, named, limits, today, t))
                        .toList(),
                after == null ? "" : filter.address(null),
                more ? filter.address(rows.get(Tasks.PAGE - 1).key().text()) : "");
    }

    /** @throws NotVisible when the unit is absent or not of the agency */
    UnitWorkPage unit(Actor actor, UnitId id, @Nullable String after, Text t) {
        var key = Tasks.Key.of(after);
        boolean first = key.equals(Tasks.Key.BEGINNING);
        var parts = tasks.parts(actor, id, key);
        // Closed meanwhile, all that stood behind the key.
        if (parts.isEmpty() && !first) return unit(actor, id, null, t);
        var today = Today.of(clock).day();
        var limits = rules.on(today);
        var figures = tasks.figures(actor, id, today);
        var led = first ? tasks.led(actor, id) : List.<Tasks.Row>of();
        var rows = new ArrayList<>(led);
        parts.forEach(part -> rows.add(part.row()));
        var named = named(rows, id, today);
        mustBeOfAgency(actor, id, figures.led() > 0 || !parts.isEmpty(), today);
        return new UnitWorkPage(
                name(named, id),
                "/units/" + id,
                "/work/units/" + id + "/timeline",
                "/calendar?whose=UNIT&unit=" + id,
                List.of(
                        figure("led", figures.led(), false, t),
                        figure("done", figures.done(), false, t),
                        figure("open", figures.open(), false, t),
                        figure("late", figures.late(), figures.late() > 0, t),
                        figure("notDone", figures.notDone(), figures.notDone() > 0, t),
                        figure("parts", parts.isEmpty() ? 0 : parts.getFirst().found(), false, t)),
                led.stream()
                        .limit(Tasks.OF_UNIT)
                        .map(row -> line(row, named, limits, today, t))
                        .toList(),
                led.size() > Tasks.OF_UNIT
                        ? WorkFilter.of("", id.toString(), WorkFilter.Show.OPEN.name())
                                .address(null)
                        : "",
                parts.stream()
                        .limit(Tasks.OF_UNIT)
                        .map(part -> line(part.row(), named, limits, today, t))
                        .toList(),
                first ? "" : "/work/units/" + id,
                parts.size() > Tasks.OF_UNIT
                        ? "/work/units/" + id + "?after="
                                + parts.get(Tasks.OF_UNIT - 1).row().key().text()
                        : "");
    }

    /** @param works has tasks or parts in them here: it is known to be of the agency */
    private void mustBeOfAgency(Actor actor, UnitId id, boolean works, LocalDate today) {
        if (works) return;
        // A unit without any work is asked for only here; one that ended has kept its tasks.
        if (units.ancestors(id, today).stream().noneMatch(above -> above.id().equals(actor.agency()))
                && !id.equals(actor.agency())) throw new NotVisible("unit " + id);
    }

    private static UnitWorkPage.Figure figure(String word, int value, boolean bad, Text t) {
        return new UnitWorkPage.Figure(t.of("execution.work.figure." + word), value, bad);
    }

    private Map<UnitId, Unit> named(List<Tasks.Row> rows, @Nullable UnitId unit, LocalDate today) {
        var ids = new HashSet<UnitId>();
        if (unit != null) ids.add(unit);
        for (var row : rows) if (row.leadUnitId() != null) ids.add(new UnitId(row.leadUnitId()));
        return ids.isEmpty() ? Map.of() : units.named(ids, today);
    }

    private static String name(Map<UnitId, Unit> named, UnitId id) {
        var unit = named.get(id);
        return unit == null ? "" : unit.name();
    }

    private static WorkPage.Line line(
            Tasks.Row row, Map<UnitId, Unit> named, ExecutionRules.Rules limits, LocalDate today, Text t) {
        var urgency = Urgency.of(row.state(), row.dueOn(), today, limits.soonUntil(today));
        String printed = row.leadPrinted() == null ? t.of("execution.task.noLead") : row.leadPrinted();
        return new WorkPage.Line(
                "/plans/" + row.planId() + "/tasks/" + row.id(),
                (row.number() == null ? "" : row.number() + ". ") + row.text(),
                "/plans/" + row.planId(),
                row.planSubject(),
                row.leadUnitId() == null ? printed : name(named, new UnitId(row.leadUnitId())),
                row.leadUnitId() == null ? "" : "/work/units/" + row.leadUnitId(),
                row.dueOn() != null ? DAY.format(row.dueOn()) : row.dueText() == null ? "" : row.dueText(),
                urgency == Urgency.LATE ? "late" : urgency == Urgency.DUE_SOON ? "soon" : "",
                urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()),
                row.state().mark(),
                t.of(row.state().messageKey()),
                row.shareDone() == null || !row.state().open() ? "" : row.shareDone() + "%");
    }
}
