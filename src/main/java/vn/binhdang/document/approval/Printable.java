package vn.binhdang.document.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.AdministrativeDocument;

/**
 * A document's content as it is or will be printed, with a mark that changes with every letter of it: whoever approves
 * or issues sends back the mark of what they read, and nothing else is approved or issued.
 */
public record Printable(AdministrativeDocument content, String mark) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Printable of(AdministrativeDocument content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
            return new Printable(content, HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
