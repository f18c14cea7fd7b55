package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a list of questions. */
public record ChecklistId(UUID value) {
    static ChecklistId create() {
        return new ChecklistId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static ChecklistId of(String text) {
        return new ChecklistId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
