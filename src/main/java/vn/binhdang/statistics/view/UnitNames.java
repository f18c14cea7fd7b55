package vn.binhdang.statistics.view;

import java.util.Map;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;

/** What the units of a page are called; nothing for one that was not asked for. */
record UnitNames(Map<UnitId, Unit> units) {
    String name(UnitId unit) {
        return units.get(unit) instanceof Unit one ? one.name() : "";
    }

    /** Short, where there is little room. */
    String label(UnitId unit) {
        return units.get(unit) instanceof Unit one ? one.label() : "";
    }
}
