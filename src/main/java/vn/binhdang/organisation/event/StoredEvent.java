package vn.binhdang.organisation.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.event.EventUnit.Role;

/**
 * An event as it was recorded.
 * @param left how many units of a role are not among the units, since there are too many to name
 */
record StoredEvent(
        UnitEventId id,
        EventKind kind,
        LocalDate on,
        String legalBasis,
        String source,
        String note,
        boolean verified,
        @Nullable UnitEventId corrects,
        Instant recordedAt,
        @Nullable Instant undoneAt,
        List<EventUnit> units,
        Map<Role, Integer> left) {

    List<EventUnit> in(Role role) {
        return units.stream().filter(unit -> unit.role() == role).toList();
    }

    boolean doubtful() {
        return !verified && !source.isEmpty();
    }

    List<UnitId> ids() {
        return units.stream().map(EventUnit::unit).distinct().toList();
    }
}
