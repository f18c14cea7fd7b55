package vn.binhdang.execution.initiative;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one task of a pilot. */
public record PilotTaskId(UUID value) {
    static PilotTaskId create() {
        return new PilotTaskId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static PilotTaskId of(String text) {
        return new PilotTaskId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
