package vn.binhdang.document.reading;

import java.util.List;
import java.util.Locale;
import vn.binhdang.document.CitedDocument;

/** The documents that one paragraph cites, for texts that were written here and therefore never read as a whole. */
public final class CitedInText {
    private CitedInText() {}

    /** In the order of the text; without a place in a source. */
    public static List<CitedDocument> of(String text) {
        return Citations.in(text, text.toLowerCase(Locale.ROOT)).stream()
                .map(m -> new CitedDocument(m.type(), m.number(), m.name(), m.date(), m.issuer(), null))
                .toList();
    }
}
