package vn.binhdang.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers of RFC 9562 version 7: 48 bits of milliseconds, then random. They sort by the time they were made, and two
 * installations never make the same one, so records can be exchanged without renaming.
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID create() {
        var random = new byte[10];
        RANDOM.nextBytes(random);
        long high = System.currentTimeMillis() << 16 | 0x7000L | (random[0] & 0x0FL) << 8 | random[1] & 0xFFL;
        long low = 0;
        for (int i = 2; i < 10; i++) low = low << 8 | random[i] & 0xFFL;
        return new UUID(high, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** @throws NotVisible when the text is no identifier: a mistyped address leads to the same page as an absent record */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotVisible("malformed id");
        }
    }
}
