package vn.binhdang.document.approval;

import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.kernel.Sha256;

/**
 * A document's content as it is or will be printed, with a mark that changes with every letter of it: whoever approves
 * or issues sends back the mark of what they read, and nothing else is approved or issued.
 */
public record Printable(AdministrativeDocument content, String mark) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Printable of(AdministrativeDocument content) {
        byte[] sum = Sha256.of(JSON.writeValueAsString(content));
        return new Printable(content, HexFormat.of().formatHex(sum));
    }
}
