package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/** A unit's part in an event. */
record EventUnit(
        UnitId unit,
        Role role,
        @Nullable BigDecimal share,
        @Nullable String function) {

    enum Role {
        SUBJECT,
        RESULT,
        FROM_PARENT,
        TO_PARENT,
        BELOW
    }

    static EventUnit of(UnitId unit, Role role) {
        return new EventUnit(unit, role, null, null);
    }
}
