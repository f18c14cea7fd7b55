package vn.binhdang.document.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;

/**
 * A line of the register.
 *
 * @param issuedOn dd/mm/yyyy; empty before issue
 * @param signer as printed; empty while nobody is named
 * @param type name of the type as printed; empty when the draft has none
 */
public record RegisterEntry(
        UUID id,
        DocumentKind kind,
        DocumentState state,
        String numberAndSymbol,
        String issuedOn,
        String type,
        String subject,
        String signer,
        @Nullable String sentBackFor,
        Key key) {

    public String href() {
        return "/documents/" + id;
    }

    /** Where the entry stands in the order of the register; unfinished documents stand on top. */
    public record Key(LocalDate day, int number, UUID id) {
        static final Key TOP = new Key(LocalDate.of(9999, 12, 31), Integer.MAX_VALUE, new UUID(-1L, -1L));

        public String text() {
            return day + "_" + number + "_" + id;
        }

        /** The top for what is no key. */
        static Key of(@Nullable String text) {
            if (text == null) return TOP;
            String[] parts = text.split("_");
            try {
                return parts.length == 3
                        ? new Key(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]))
                        : TOP;
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return TOP;
            }
        }
    }
}
