package vn.binhdang.document.drafting;

import java.util.HexFormat;
import vn.binhdang.kernel.Sha256;

/**
 * The version of a field of the head: a mark of its words. The head is one record, but two people in two of its fields
 * do not meet; only who changes the very words that another has changed since is told.
 */
public final class Mark {
    private static final int BYTES = 8;

    private Mark() {}

    /** Sixteen hexadecimal digits. */
    public static String of(String words) {
        byte[] hash = Sha256.of(words);
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
