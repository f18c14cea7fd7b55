package vn.binhdang.execution.urging;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names an act of urging. */
public record UrgingId(UUID value) {
    public static UrgingId create() {
        return new UrgingId(Uuid7.create());
    }

    public static UrgingId of(String text) {
        return new UrgingId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
