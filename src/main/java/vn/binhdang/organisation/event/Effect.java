package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitCode;

/** One thing that an event does to the units, in the order in which it is done; what the preview shows is these. */
sealed interface Effect {
    record Begin(NewUnit unit) implements Effect {}

    record Call(UnitId unit, Naming naming) implements Effect {}

    /** @param along not the subject of the event but below one that ends */
    record Place(UnitId unit, @Nullable UnitId parent, boolean along) implements Effect {}

    record Succeed(
            UnitId from,
            UnitId to,
            @Nullable BigDecimal share,
            @Nullable String function) implements Effect {}

    /** People who sit in an ended unit, and what other modules keep for it, go to another. */
    record Carry(UnitId from, UnitId to) implements Effect {}

    record End(UnitId unit) implements Effect {}

    /** Codes come last: on one day a code may leave a unit that ends and go to the new one. */
    record Code(UnitId unit, UnitCode code) implements Effect {}
}
