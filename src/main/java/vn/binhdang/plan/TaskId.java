package vn.binhdang.plan;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a task of a plan. */
public record TaskId(UUID value) {
    public static TaskId create() {
        return new TaskId(Uuid7.create());
    }

    public static TaskId of(String text) {
        return new TaskId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
