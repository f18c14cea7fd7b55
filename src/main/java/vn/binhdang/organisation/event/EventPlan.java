package vn.binhdang.organisation.event;

import java.util.List;
import java.util.Set;
import vn.binhdang.kernel.UnitId;

/**
 * What an event would do.
 * @param touched units that were there before and that only somebody in charge of them may change so
 */
record EventPlan(List<Effect> effects, List<EventUnit> units, Set<UnitId> touched) {
    EventPlan {
        effects = List.copyOf(effects);
        units = List.copyOf(units);
        touched = Set.copyOf(touched);
    }
}
