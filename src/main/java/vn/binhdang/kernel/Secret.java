package vn.binhdang.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only its owner knows and we keep as a hash: the key of a program, the address of a calendar. 256 random bits, so
 * that a plain SHA-256 is enough and its row is found by an index: nobody tries them all.
 */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 43 letters, digits, - and _. */
    public static String make() {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of it. */
    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
