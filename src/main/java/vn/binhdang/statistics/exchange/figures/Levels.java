package vn.binhdang.statistics.exchange.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;

/** The units of one level on a day. */
final class Levels {
    private Levels() {}

    /** "province" is provinces and centrally run cities, "commune" all kinds on that level; else the word of a kind. */
    static Optional<Set<UnitKind>> kinds(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "province" -> Optional.of(EnumSet.of(UnitKind.PROVINCE, UnitKind.CENTRALLY_RUN_CITY));
            case "commune" ->
                Optional.of(EnumSet.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE));
            default ->
                Stream.of(UnitKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(level))
                        .findFirst()
                        .map(EnumSet::of);
        };
    }

    /** @param within the units within which they are wanted; empty for everywhere */
    static List<UnitId> units(UnitHistory history, Set<UnitKind> kinds, Set<UnitId> within, int day) {
        var above = EnumSet.copyOf(kinds);
        var units = new ArrayList<UnitId>();
        for (int unit = 0; unit < history.size(); unit++)
            if (history.from(unit) <= day
                    && day < history.until(unit)
                    && above.contains(history.kind(unit, day))
                    && isWithin(history, unit, within, day)) units.add(new UnitId(history.id(unit)));
        return units;
    }

    private static boolean isWithin(UnitHistory history, int unit, Set<UnitId> within, int day) {
        if (within.isEmpty()) return true;
        for (int u = unit; u != UnitHistory.NONE; u = history.parent(u, day))
            if (within.contains(new UnitId(history.id(u)))) return true;
        return false;
    }
}
