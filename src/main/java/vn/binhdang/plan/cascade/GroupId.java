package vn.binhdang.plan.cascade;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a group of units that an agency saved. */
public record GroupId(UUID value) {
    static GroupId create() {
        return new GroupId(Uuid7.create());
    }

    public static GroupId of(String text) {
        return new GroupId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
