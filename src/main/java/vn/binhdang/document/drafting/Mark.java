package vn.binhdang.document.drafting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The version of a field of the head: a mark of its words. The head is one record, but two people in two of its fields
 * do not meet; only who changes the very words that another has changed since is told.
 */
public final class Mark {
    private static final int BYTES = 8;

    private Mark() {}

    /** Sixteen hexadecimal digits. */
    public static String of(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
