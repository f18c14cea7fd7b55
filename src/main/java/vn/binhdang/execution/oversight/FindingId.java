package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a finding. */
public record FindingId(UUID value) {
    static FindingId create() {
        return new FindingId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static FindingId of(String text) {
        return new FindingId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
