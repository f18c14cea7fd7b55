package vn.binhdang.access.delegation;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** A role handed to somebody in writing. */
public record DelegationId(UUID value) {
    /** For addresses; what is no id is not there. */
    public static DelegationId of(String text) {
        return new DelegationId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
