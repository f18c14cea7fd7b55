package vn.binhdang.organisation.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.organisation.unit.UnitDescriptions;

/** What a table of units would do, as events of units: founded by the thousand, renamed and moved one by one. */
final class UnitSheetPlan implements SheetImporter.Plan {
    /** So many units in one event: the page hears of the progress in between. */
    private static final int FOUNDED_AT_ONCE = 2_500;

    private final Actor actor;
    private final List<UnitRow> rows;
    private final UnitEvents events;
    private final UnitDescriptions descriptions;

    UnitSheetPlan(Actor actor, List<UnitRow> rows, UnitEvents events, UnitDescriptions descriptions) {
        this.actor = actor;
        this.rows = rows;
        this.events = events;
        this.descriptions = descriptions;
    }

    @Override
    public SheetImporter.Counts counts() {
        int creates = 0;
        int changes = 0;
        for (var row : rows) {
            if (row.existing == null) creates++;
            else if (isChanged(row)) changes++;
        }
        return new SheetImporter.Counts(creates, changes, rows.size() - creates - changes);
    }

    @Override
    public SheetImporter.Preview preview(int most) {
        return new SheetImporter.Preview(rows.stream()
                .sorted(Comparator.comparing(UnitSheetPlan::verdict))
                .limit(most)
                .map(row -> new SheetImporter.Line(row.number, verdict(row), row.name, row.place, changes(row)))
                .toList());
    }

    private static SheetImporter.Verdict verdict(UnitRow row) {
        if (row.existing == null) return SheetImporter.Verdict.CREATE;
        return isChanged(row) ? SheetImporter.Verdict.CHANGE : SheetImporter.Verdict.UNCHANGED;
    }

    private static Map<String, String> changes(UnitRow row) {
        var changes = new LinkedHashMap<String, String>();
        var unit = row.existing;
        if (unit == null) return changes;
        var naming = naming(row);
        differs(changes, "name", unit.name(), naming.name());
        differs(changes, "shortName", unit.shortName(), naming.shortName());
        differs(changes, "abbreviation", unit.symbolAbbreviation(), naming.symbolAbbreviation());
        if (isMoved(row)) changes.put(UnitParents.column(row), "→ " + row.place);
        newCodes(row)
                .forEach((scheme, code) ->
                        differs(changes, UnitSheetCheck.column(scheme), row.codesBefore.get(scheme), code));
        return changes;
    }

    private static void differs(
            Map<String, String> changes, String column, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) changes.put(column, Objects.toString(before, "–") + " → " + after);
    }

    /** Cells left empty change nothing of a unit that is there. */
    private static Naming naming(UnitRow row) {
        Unit unit = row.existing;
        return new Naming(
                row.kind,
                row.name,
                row.shortName == null && unit != null ? unit.shortName() : row.shortName,
                row.abbreviation == null && unit != null ? unit.symbolAbbreviation() : row.abbreviation);
    }

    private static boolean isRenamed(UnitRow row) {
        var unit = row.existing;
        return unit != null
                && !naming(row)
                        .equals(new Naming(unit.kind(), unit.name(), unit.shortName(), unit.symbolAbbreviation()));
    }

    private static boolean isChanged(UnitRow row) {
        return isRenamed(row) || isMoved(row) || !newCodes(row).isEmpty();
    }

    /** Those that a unit that is there does not have on the day of the row. */
    private static Map<CodeScheme, String> newCodes(UnitRow row) {
        var codes = new EnumMap<CodeScheme, String>(CodeScheme.class);
        if (row.existing != null)
            row.codes.forEach((scheme, code) -> {
                if (!code.equals(row.codesBefore.get(scheme))) codes.put(scheme, code);
            });
        return codes;
    }

    private static boolean isMoved(UnitRow row) {
        return row.existing != null && row.namesParent() && !Objects.equals(row.parent(), row.parentBefore);
    }

    @Override
    public void write(SheetImporter.Progress progress) {
        var byDay = new TreeMap<LocalDate, List<UnitRow>>();
        for (var row : rows)
            byDay.computeIfAbsent(row.from, _ -> new ArrayList<>()).add(row);
        int done = 0;
        for (var day : byDay.entrySet()) {
            var facts = EventFacts.on(day.getKey(), "");
            var founded = day.getValue().stream()
                    .filter(row -> row.existing == null)
                    .sorted(Comparator.comparingInt(UnitRow::depth))
                    .toList();
            for (int at = 0; at < founded.size(); at += FOUNDED_AT_ONCE) {
                var part = founded.subList(at, Math.min(at + FOUNDED_AT_ONCE, founded.size()));
                events.enter(
                        actor,
                        facts,
                        new UnitChange.Create(
                                part.stream().map(UnitSheetPlan::founded).toList()));
                progress.at(done += part.size(), rows.size());
            }
            for (var row : day.getValue()) {
                if (row.existing == null) continue;
                if (isRenamed(row)) events.enter(actor, facts, new UnitChange.Rename(row.id, naming(row)));
                if (isMoved(row)) events.enter(actor, facts, new UnitChange.Move(List.of(row.id), row.parent()));
                newCodes(row)
                        .forEach((scheme, code) -> descriptions.setCode(actor, row.id, scheme, code, day.getKey()));
                progress.at(++done, rows.size());
            }
        }
    }

    private static NewUnit founded(UnitRow row) {
        var codes = new ArrayList<UnitCode>();
        row.codes.forEach((scheme, code) -> codes.add(new UnitCode(scheme, code)));
        return new NewUnit(row.id, naming(row), row.parent(), 0, List.of(), codes);
    }
}
