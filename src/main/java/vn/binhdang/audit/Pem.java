package vn.binhdang.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as text, as other programs read and write them (RFC 7468). */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String of(String label, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, LINES.encodeToString(content), label);
    }

    /** @throws IllegalArgumentException when the text holds no such block */
    static byte[] read(String label, String text) {
        var block = Pattern.compile("-----BEGIN %s-----(.*?)-----END %s-----".formatted(label, label), Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) throw new IllegalArgumentException("no " + label);
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
