package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a planned visit of a programme. */
public record PlannedId(UUID value) {
    static PlannedId create() {
        return new PlannedId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static PlannedId of(String text) {
        return new PlannedId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
