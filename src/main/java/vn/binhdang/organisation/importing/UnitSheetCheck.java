package vn.binhdang.organisation.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.organisation.sheet.Mistakes;
import vn.binhdang.organisation.sheet.SheetRow;
import vn.binhdang.organisation.unit.UnitDescriptions;

/** Reads the rows of a table of units, recognises those that are there, finds parents, and says what is wrong. */
final class UnitSheetCheck implements SheetImporter.Check {
    private static final int LONGEST_NAME = 300;

    private final Actor actor;
    private final UnitLookups lookups;
    private final UnitEvents events;
    private final UnitDescriptions descriptions;
    private final LocalDate today;
    private final List<UnitRow> rows = new ArrayList<>();
    private final Map<UnitLookups.Code, UnitRow> byCode = new HashMap<>();
    private final List<Later> later = new ArrayList<>();
    private Mistakes mistakes = new Mistakes();

    /** The code of a row is free on its day and a unit's from a later day on: wrong unless the row means that unit. */
    private record Later(UnitRow row, CodeScheme scheme, String code, UnitLookups.Holder holder, LocalDate from) {}

    UnitSheetCheck(
            Actor actor, UnitLookups lookups, UnitEvents events, UnitDescriptions descriptions, LocalDate today) {
        this.actor = actor;
        this.lookups = lookups;
        this.events = events;
        this.descriptions = descriptions;
        this.today = today;
    }

    @Override
    public void row(SheetRow row) {
        String name = row.text("name", LONGEST_NAME);
        var kind = row.choice("kind", UnitKind.class);
        var from = row.date("validFrom");
        String shortName = row.text("shortName", LONGEST_NAME);
        String abbreviation = row.text("abbreviation", 40);
        var codes = new EnumMap<CodeScheme, String>(CodeScheme.class);
        var parentCodes = new EnumMap<CodeScheme, String>(CodeScheme.class);
        code(row, "code", CodeScheme.ADMINISTRATIVE, kind, codes);
        code(row, "eIdentifier", CodeScheme.E_IDENTIFIER, null, codes);
        code(row, "parentCode", CodeScheme.ADMINISTRATIVE, null, parentCodes);
        code(row, "parentEIdentifier", CodeScheme.E_IDENTIFIER, null, parentCodes);
        String path = row.text("parentPath", 1000);
        if (parentCodes.size() + (path == null ? 0 : 1) > 1)
            row.mistake(path == null ? "parentEIdentifier" : "parentPath", "organisation.import.units.twoParents");
        if (!row.isSound() || name == null || kind == null || from == null) return;
        var unit = new UnitRow(row.number(), kind, name, shortName, abbreviation, from, codes, parentCodes, path);
        for (var code : codes.entrySet()) {
            var key = new UnitLookups.Code(code.getKey(), code.getValue(), from);
            var first = byCode.putIfAbsent(key, unit);
            if (first != null)
                row.mistake(
                        column(code.getKey()), "organisation.import.units.codeTwice", code.getValue(), first.number);
        }
        rows.add(unit);
    }

    private static void code(
            SheetRow row, String column, CodeScheme scheme, @Nullable UnitKind kind, Map<CodeScheme, String> into) {
        String code = row.text(column);
        if (code == null) return;
        boolean fits = scheme.admits(code) && (kind == null || length(kind) == 0 || code.length() == length(kind));
        if (fits) into.put(scheme, code);
        else if (scheme == CodeScheme.ADMINISTRATIVE)
            row.mistake(
                    column,
                    row.isNumberCell(column)
                            ? "organisation.import.units.codeZeros"
                            : "organisation.import.units.codeShape",
                    code);
        else row.mistake(column, "organisation.import.units.eIdentifierShape", code);
    }

    /** How many digits the administrative code of a kind has; 0 where it has none of its own. */
    private static int length(UnitKind kind) {
        return switch (kind) {
            case PROVINCE, CENTRALLY_RUN_CITY -> 2;
            case DISTRICT -> 3;
            case COMMUNE, WARD, TOWNSHIP, SPECIAL_ZONE -> 5;
            default -> 0;
        };
    }

    static String column(CodeScheme scheme) {
        return scheme == CodeScheme.ADMINISTRATIVE ? "code" : "eIdentifier";
    }

    @Override
    public SheetImporter.Plan finish(Mistakes found, SheetImporter.Progress progress) {
        mistakes = found;
        recogniseByCode();
        new UnitParents(rows, byCode, lookups, mistakes).find(progress);
        recogniseByName();
        judge();
        return new UnitSheetPlan(actor, rows, events, descriptions);
    }

    private void recogniseByCode() {
        var codes = new ArrayList<UnitLookups.Code>();
        for (var row : rows)
            row.codes.forEach((scheme, code) -> codes.add(new UnitLookups.Code(scheme, code, row.from)));
        var holders = lookups.holders(codes);
        for (var row : rows) {
            UnitLookups.Holder known = null;
            for (var code : row.codes.entrySet()) {
                var holder = holders.get(new UnitLookups.Code(code.getKey(), code.getValue(), row.from));
                if (holder == null) continue;
                if (holder.later() != null)
                    later.add(new Later(row, code.getKey(), code.getValue(), holder, holder.later()));
                else if (known != null && !known.unit().equals(holder.unit()))
                    mistakes.add(
                            row.number,
                            column(code.getKey()),
                            "organisation.import.units.codesDiffer",
                            known.name(),
                            holder.name());
                else known = holder;
            }
            if (known != null) row.recognised(known.unit());
        }
    }

    /** The same name and kind below the same parent on the day is the same unit. */
    private void recogniseByName() {
        var levels = new TreeMap<Integer, List<UnitRow>>();
        for (var row : rows)
            levels.computeIfAbsent(row.depth(), _ -> new ArrayList<>()).add(row);
        // From the top down: a row below one that is recognised now is below a unit that is there.
        levels.values().forEach(this::recogniseByName);
        var inFile = new HashMap<List<Object>, UnitRow>();
        for (var row : rows) {
            var parent = row.parent();
            if (parent == null) continue;
            var twin = inFile.putIfAbsent(place(parent, row.from, row.kind, row.name), row);
            if (twin != null)
                mistakes.add(row.number, "name", "organisation.import.units.rowTwice", row.name, twin.number);
        }
    }

    private void recogniseByName(List<UnitRow> level) {
        var parents = new ArrayList<UnitLookups.At>();
        for (var row : level) {
            var parent = row.parentUnitNow();
            if (!row.isRecognised() && parent != null) parents.add(new UnitLookups.At(parent, row.from));
        }
        var known = new HashMap<List<Object>, UnitLookups.Sibling>();
        for (var sibling : lookups.below(parents))
            known.put(place(sibling.parent().unit(), sibling.parent().day(), sibling.kind(), sibling.name()), sibling);
        for (var row : level) {
            var parent = row.parent();
            if (row.isRecognised() || parent == null) continue;
            var sibling = known.get(place(parent, row.from, row.kind, row.name));
            if (sibling != null) row.recognised(sibling.unit());
        }
    }

    private static List<Object> place(UnitId parent, LocalDate day, UnitKind kind, String name) {
        return List.of(parent, day, kind, UnitMatcher.fold(name));
    }

    private void judge() {
        var asked = new ArrayList<UnitLookups.At>();
        for (var row : rows) {
            if (row.isRecognised()) asked.add(new UnitLookups.At(row.id, row.from));
            if (row.parentUnitNow() != null) asked.add(new UnitLookups.At(row.parentUnitNow(), row.from));
        }
        for (var one : later)
            if (!one.row().isRecognised() || !one.row().id.equals(one.holder().unit()))
                mistakes.add(
                        one.row().number,
                        column(one.scheme()),
                        "organisation.import.units.codeLater",
                        one.code(),
                        day(one.from()),
                        one.holder().name());
        var states = lookups.states(asked);
        var codes = lookups.codes(asked);
        var reach = lookups.inReach(asked, actor.reach(Action.CHANGE_UNITS), today);
        for (var row : rows) {
            if (row.isRecognised()) {
                var at = new UnitLookups.At(row.id, row.from);
                var state = states.get(at);
                if (state == null) throw new IllegalStateException("recognised on a day on which it does not exist");
                row.existing = state.unit();
                row.parentBefore = state.parent();
                row.codesBefore = codes.getOrDefault(at, Map.of());
                if (!reach.contains(at)) mistakes.add(row.number, "", "organisation.import.units.outOfReach", row.name);
            } else if (!row.namesParent()) {
                mistakes.add(row.number, "", "organisation.import.units.noParent");
            }
            var parent = row.parentUnitNow();
            if (parent != null) judgeParent(row, new UnitLookups.At(parent, row.from), states, reach);
            else if (row.parentRow != null) row.place = row.parentRow.name;
        }
    }

    private void judgeParent(
            UnitRow row,
            UnitLookups.At at,
            Map<UnitLookups.At, UnitLookups.State> states,
            java.util.Set<UnitLookups.At> reach) {
        var state = states.get(at);
        if (state == null) throw new IllegalStateException("a parent on a day on which it does not exist");
        row.place = state.unit().name();
        boolean stays = row.isRecognised() && at.unit().equals(row.parentBefore);
        if (stays) return;
        if (!reach.contains(at))
            mistakes.add(row.number, UnitParents.column(row), "organisation.import.units.parentOutOfReach", row.place);
        else if (state.ends() != null)
            mistakes.add(
                    row.number,
                    UnitParents.column(row),
                    "organisation.import.units.parentEnds",
                    row.place,
                    day(state.ends()));
    }

    static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
