package vn.binhdang.organisation;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names an event of units: a merger, a renaming. */
public record UnitEventId(UUID value) {
    public static UnitEventId create() {
        return new UnitEventId(Uuid7.create());
    }

    public static UnitEventId of(String text) {
        return new UnitEventId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
