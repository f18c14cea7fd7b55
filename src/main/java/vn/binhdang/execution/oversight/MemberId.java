package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names somebody's part in a team. */
public record MemberId(UUID value) {
    static MemberId create() {
        return new MemberId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static MemberId of(String text) {
        return new MemberId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
