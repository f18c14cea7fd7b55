package vn.binhdang.statistics;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a target; without meaning of its own. */
public record TargetId(UUID value) {
    public static TargetId create() {
        return new TargetId(Uuid7.create());
    }

    public static TargetId of(String text) {
        return new TargetId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
