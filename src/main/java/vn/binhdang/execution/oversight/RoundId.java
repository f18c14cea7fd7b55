package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one inspection, check or supervision. */
public record RoundId(UUID value) {
    static RoundId create() {
        return new RoundId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static RoundId of(String text) {
        return new RoundId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
