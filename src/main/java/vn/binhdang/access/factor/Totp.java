package vn.binhdang.access.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based codes as RFC 6238 defines them: HMAC-SHA-1, steps of 30 seconds since 1970, six digits. */
final class Totp {
    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;

    private Totp() {}

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** @param digits 6 to 8 */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(8).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        int modulus = 1;
        for (int i = 0; i < digits; i++) modulus *= 10;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /**
     * The step whose code was typed: the one of now, the one before or the one after, since clocks differ.
     * @param lastStep of the code used last; it and earlier ones are not taken again
     */
    static OptionalLong matching(byte[] secret, String typed, Instant now, long lastStep) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{" + DIGITS + "}")) return OptionalLong.empty();
        long here = stepAt(now);
        for (long step = here - 1; step <= here + 1; step++)
            if (step > lastStep
                    && MessageDigest.isEqual(
                            digits.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                            code(secret, step, DIGITS).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                return OptionalLong.of(step);
        return OptionalLong.empty();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
