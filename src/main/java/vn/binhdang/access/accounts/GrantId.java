package vn.binhdang.access.accounts;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** A role that was given; its row stays when it has ended. */
public record GrantId(UUID value) {
    /** For addresses; what is no id is not there. */
    public static GrantId of(String text) {
        return new GrantId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
