package vn.binhdang.plan.cascade;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one act of passing down. */
public record CascadeId(UUID value) {
    static CascadeId create() {
        return new CascadeId(Uuid7.create());
    }

    public static CascadeId of(String text) {
        return new CascadeId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
