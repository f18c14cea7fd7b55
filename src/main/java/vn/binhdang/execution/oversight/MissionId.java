package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one inspection, check or supervision. */
public record MissionId(UUID value) {
    static MissionId create() {
        return new MissionId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static MissionId of(String text) {
        return new MissionId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
