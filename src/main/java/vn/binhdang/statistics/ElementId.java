package vn.binhdang.statistics;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names an element; without meaning of its own. */
public record ElementId(UUID value) {
    public static ElementId create() {
        return new ElementId(Uuid7.create());
    }

    public static ElementId of(String text) {
        return new ElementId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
