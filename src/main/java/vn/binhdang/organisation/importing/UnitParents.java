package vn.binhdang.organisation.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.sheet.Mistakes;

/** Finds the unit above each row on the day of the row: in the file itself or on the map. Two that fit are none. */
final class UnitParents {
    private final List<UnitRow> rows;
    private final Map<UnitLookups.Code, UnitRow> byCode;
    private final UnitLookups lookups;
    private final Mistakes mistakes;
    private final Map<String, List<UnitRow>> byName = new HashMap<>();
    private final Map<List<Object>, List<UnitLookups.Placed>> onMap = new HashMap<>();

    UnitParents(List<UnitRow> rows, Map<UnitLookups.Code, UnitRow> byCode, UnitLookups lookups, Mistakes mistakes) {
        this.rows = rows;
        this.byCode = byCode;
        this.lookups = lookups;
        this.mistakes = mistakes;
    }

    void find(SheetImporter.Progress progress) {
        for (var row : rows)
            byName.computeIfAbsent(UnitMatcher.fold(row.name), _ -> new ArrayList<>())
                    .add(row);
        var inFile = codesOfFile();
        var holders = lookups.holders(codesOfParents());
        int done = 0;
        for (var row : rows) {
            progress.at(++done, rows.size());
            for (var code : row.parentCodes.entrySet()) byCode(row, code.getKey(), code.getValue(), inFile, holders);
            if (row.parentPath != null) byPath(row, row.parentPath);
        }
        refuseRings();
    }

    static String column(UnitRow row) {
        if (row.parentPath != null) return "parentPath";
        return row.parentCodes.containsKey(CodeScheme.E_IDENTIFIER) ? "parentEIdentifier" : "parentCode";
    }

    /** Rows by code, whatever their day; a code that two rows of different days hold leads to the one that fits. */
    private Map<List<Object>, List<UnitRow>> codesOfFile() {
        var found = new HashMap<List<Object>, List<UnitRow>>();
        byCode.forEach((code, row) -> found.computeIfAbsent(List.of(code.scheme(), code.code()), _ -> new ArrayList<>())
                .add(row));
        return found;
    }

    private List<UnitLookups.Code> codesOfParents() {
        var codes = new HashSet<UnitLookups.Code>();
        for (var row : rows)
            row.parentCodes.forEach((scheme, code) -> codes.add(new UnitLookups.Code(scheme, code, row.from)));
        return List.copyOf(codes);
    }

    private void byCode(
            UnitRow row,
            CodeScheme scheme,
            String code,
            Map<List<Object>, List<UnitRow>> inFile,
            Map<UnitLookups.Code, UnitLookups.Holder> holders) {
        var holder = holders.get(new UnitLookups.Code(scheme, code, row.from));
        if (holder != null && holder.later() == null) {
            row.parentUnit = holder.unit();
            return;
        }
        UnitRow latest = null;
        for (var candidate : inFile.getOrDefault(List.of(scheme, code), List.of()))
            if (candidate != row
                    && !candidate.from.isAfter(row.from)
                    && (latest == null || candidate.from.isAfter(latest.from))) latest = candidate;
        if (latest != null) row.parentRow = latest;
        else
            mistakes.add(
                    row.number,
                    column(row),
                    "organisation.import.units.parentCodeUnknown",
                    code,
                    UnitSheetCheck.day(row.from));
    }

    private void byPath(UnitRow row, String path) {
        var names = new ArrayList<String>();
        for (String name : path.split("/")) if (!name.isBlank()) names.add(name.strip());
        if (names.isEmpty()) {
            mistakes.add(
                    row.number,
                    "parentPath",
                    "organisation.import.units.pathUnknown",
                    path,
                    UnitSheetCheck.day(row.from));
            return;
        }
        var onMap = onMap(names, row.from);
        var inFile = byName.getOrDefault(UnitMatcher.fold(names.getLast()), List.of()).stream()
                .filter(candidate -> candidate != row && !candidate.from.isAfter(row.from) && !candidate.isRecognised())
                .filter(candidate -> fitsInFile(candidate, names.subList(0, names.size() - 1), row.from))
                // Here already under the same name: counted once, on the map.
                .filter(candidate -> onMap.isEmpty())
                .toList();
        int fitting = onMap.size() + inFile.size();
        if (fitting == 1 && onMap.size() == 1) row.parentUnit = onMap.getFirst().unit();
        else if (fitting == 1) row.parentRow = inFile.getFirst();
        else
            mistakes.add(
                    row.number,
                    "parentPath",
                    fitting == 0 ? "organisation.import.units.pathUnknown" : "organisation.import.units.pathAmbiguous",
                    path,
                    UnitSheetCheck.day(row.from));
    }

    private List<UnitLookups.Placed> onMap(List<String> names, LocalDate day) {
        return onMap.computeIfAbsent(
                List.of(names, day),
                _ -> lookups.named(names.getLast(), day).stream()
                        .filter(unit -> endsWith(unit.above(), names.subList(0, names.size() - 1)))
                        .toList());
    }

    /** @param above names of the units above, the nearest first; @param wanted from large to small, without gaps */
    private static boolean endsWith(List<String> above, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= above.size()) return false;
            String name = UnitMatcher.fold(wanted.get(wanted.size() - 1 - i));
            String[] called = above.get(i).split("\\|", -1);
            if (!UnitMatcher.fold(called[0]).equals(name)
                    && !UnitMatcher.fold(called[1]).equals(name)) return false;
        }
        return true;
    }

    private boolean fitsInFile(UnitRow candidate, List<String> wanted, LocalDate day) {
        if (wanted.isEmpty()) return true;
        String own = candidate.parentPath;
        if (own != null) {
            var above = new ArrayList<String>();
            for (String name : own.split("/")) if (!name.isBlank()) above.addFirst(name.strip() + "|");
            return endsWith(above, wanted);
        }
        var parent = candidate.parentRow;
        if (parent != null)
            return UnitMatcher.fold(parent.name).equals(UnitMatcher.fold(wanted.getLast()))
                    && fitsInFile(parent, wanted.subList(0, wanted.size() - 1), day);
        @Nullable UnitId unit = candidate.parentUnit;
        return unit != null
                && onMap(wanted, day).stream().anyMatch(placed -> placed.unit().equals(unit));
    }

    private void refuseRings() {
        for (var row : rows) {
            Set<UnitRow> seen = new HashSet<>();
            for (var above = row; above != null; above = above.parentRow)
                if (!seen.add(above)) {
                    mistakes.add(row.number, column(row), "organisation.import.units.ring");
                    row.parentRow = null;
                    break;
                }
        }
    }
}
