package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names the visit of a unit. */
public record VisitId(UUID value) {
    static VisitId create() {
        return new VisitId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static VisitId of(String text) {
        return new VisitId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
