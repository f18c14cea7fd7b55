package vn.binhdang.statistics.disclosure;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a publication of figures. */
public record PublicationId(UUID value) {
    static PublicationId create() {
        return new PublicationId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static PublicationId of(String text) {
        return new PublicationId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
