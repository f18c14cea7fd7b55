package vn.binhdang.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where one stands in a list that begins with what was made last. */
public record LatestFirst(Instant madeAt, UUID id) {
    public static final LatestFirst TOP = new LatestFirst(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    /** As it stands in an address. */
    public String text() {
        return madeAt + "_" + id;
    }

    /** The top for what is no place. */
    public static LatestFirst of(String text) {
        String[] parts = text.split("_", 2);
        try {
            return parts.length == 2 ? new LatestFirst(Instant.parse(parts[0]), UUID.fromString(parts[1])) : TOP;
        } catch (DateTimeException | IllegalArgumentException e) {
            return TOP;
        }
    }
}
