package vn.binhdang.organisation.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.event.EventUnit.Role;

/** An event as it was recorded. */
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
        List<EventUnit> units) {

    List<EventUnit> in(Role role) {
        return units.stream().filter(unit -> unit.role() == role).toList();
    }

    List<UnitId> ids() {
        return units.stream().map(EventUnit::unit).distinct().toList();
    }
}
