package vn.binhdang.statistics;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a form; without meaning of its own. */
public record FormId(UUID value) {
    public static FormId create() {
        return new FormId(Uuid7.create());
    }

    public static FormId of(String text) {
        return new FormId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
