package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * What events must come to, the plain way: parents and names as they are now, and how much of every unit of the first day
 * is where. Knows nothing of the database.
 */
final class ModelOfUnits {
    final Map<UnitId, @Nullable UnitId> parents = new LinkedHashMap<>();
    final Map<UnitId, String> names = new HashMap<>();
    /** Where each unit of the first day went. */
    final Map<UnitId, Map<UnitId, BigDecimal>> shares = new HashMap<>();

    void begin(UnitId unit, String name, @Nullable UnitId parent) {
        parents.put(unit, parent);
        names.put(unit, name);
    }

    void firstDayIsOver() {
        for (var unit : parents.keySet()) shares.put(unit, new HashMap<>(Map.of(unit, BigDecimal.ONE)));
    }

    boolean within(UnitId unit, UnitId ancestor) {
        for (UnitId at = unit; at != null; at = parents.get(at)) if (at.equals(ancestor)) return true;
        return false;
    }

    List<UnitId> children(UnitId unit) {
        var children = new ArrayList<UnitId>();
        parents.forEach((child, parent) -> {
            if (unit.equals(parent)) children.add(child);
        });
        return children;
    }

    List<UnitId> allBelow(UnitId unit) {
        var all = new ArrayList<UnitId>();
        for (var child : children(unit)) {
            all.add(child);
            all.addAll(allBelow(child));
        }
        return all;
    }

    /** @param parts where the unit goes, with shares; empty when it leaves nothing */
    void end(UnitId unit, Map<UnitId, BigDecimal> parts, @Nullable UnitId home, Below below) {
        if (below == Below.FOLLOW) for (var child : children(unit)) parents.put(child, home);
        else
            for (var lower : allBelow(unit)) {
                divide(lower, parts.isEmpty() || home == null ? Map.of() : Map.of(home, BigDecimal.ONE));
                parents.remove(lower);
                names.remove(lower);
            }
        divide(unit, parts);
        parents.remove(unit);
        names.remove(unit);
    }

    void divide(UnitId unit, Map<UnitId, BigDecimal> parts) {
        for (var there : shares.values()) {
            var share = there.remove(unit);
            if (share != null) parts.forEach((to, part) -> there.merge(to, share.multiply(part), BigDecimal::add));
        }
    }
}
