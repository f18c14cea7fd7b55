package vn.binhdang.document.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document cut into its parts, in the order in which Decree 30/2020 lays them out. Any part may be empty.
 *
 * @param header everything above the title
 * @param typeName the type its title names; null without a title
 * @param title the title line and the subject below it
 * @param body from the first căn cứ to the line before the recipients and the signature
 * @param tail recipients and signature, in whatever order they were printed
 * @param attached the plan (regulation, scheme) that a decision carries after its signature; null when it carries none
 * @param footnotes "[1] …" after the tail
 * @param annexes from the first "Phụ lục" on
 */
record Anatomy(
        List<TextLine> header,
        @Nullable String typeName,
        List<TextLine> title,
        List<TextLine> body,
        List<TextLine> tail,
        @Nullable Attached attached,
        List<TextLine> footnotes,
        List<TextLine> annexes) {

    /** A document within the document: its own title, then its body; the header and the signature are the carrier's. */
    record Attached(String typeName, List<TextLine> title, List<TextLine> body) {}
}
