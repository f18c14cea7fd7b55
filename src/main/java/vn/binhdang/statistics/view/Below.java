package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.rollup.UnitsSeen;

/** The units below one on a day that somebody sees: those directly below, or all of a kind however deep. */
final class Below {
    private final UnitHistory history;
    private final UnitsSeen seen;

    Below(UnitHistory history, UnitsSeen seen) {
        this.history = history;
        this.seen = seen;
    }

    /** A kind of units by its word in an address; null for none. */
    static @Nullable UnitKind level(@Nullable String word) {
        for (var kind : UnitKind.values()) if (kind.name().equals(word)) return kind;
        return null;
    }

    /** Numbers of the units. @param kind null for those directly below */
    List<Integer> of(int unit, @Nullable UnitKind kind, int day) {
        var found = new ArrayList<Integer>();
        for (int other = 0; other < history.size(); other++)
            if (kind == null
                    ? history.parent(other, day) == unit && exists(other, day)
                    : exists(other, day) && history.kind(other, day) == kind && isBelow(other, unit, day))
                if (seen.sees(other)) found.add(other);
        return found;
    }

    /** How many there are of each kind, however deep. */
    Map<UnitKind, Integer> kinds(int unit, int day) {
        var kinds = new EnumMap<UnitKind, Integer>(UnitKind.class);
        for (int other = 0; other < history.size(); other++)
            if (exists(other, day) && isBelow(other, unit, day)) kinds.merge(history.kind(other, day), 1, Integer::sum);
        return kinds;
    }

    private boolean exists(int unit, int day) {
        return history.from(unit) <= day && day < history.until(unit);
    }

    private boolean isBelow(int unit, int ancestor, int day) {
        for (int above = history.parent(unit, day); above != UnitHistory.NONE; above = history.parent(above, day))
            if (above == ancestor) return true;
        return false;
    }
}
