package vn.binhdang.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One checkpoint as it is printed and laid into a binder.
 * @param digest SHA-256 of the statement
 * @param signature Base64
 * @param square outline of the QR code, for the d attribute of a path
 * @param size of the square, in modules
 */
public record CheckpointPage(
        long no,
        String at,
        String keyId,
        List<String> statement,
        String digest,
        String signature,
        String square,
        int size) {

    /** One of many. */
    public record Entry(long no, String at, int chains, String keyId) {}

    /** @param next address of the page of older ones; null on the last */
    public record Listed(List<Entry> entries, @Nullable String next) {}
}
