package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Lines;
import vn.binhdang.document.SourceText;

/**
 * A paragraph of the document with its broken lines joined.
 *
 * @param marker its number; null when it has none
 * @param text without the number
 * @param lower the text in lower case, position for position
 */
record Paragraph(
        @Nullable Marker marker,
        String text,
        String lower,
        boolean bold,
        boolean italic,
        boolean centred,
        SourceText.@Nullable Cell cell,
        Lines lines) {

    static Paragraph of(String whole, TextLine first, int lastLine, boolean bold) {
        var marker = Marker.of(whole);
        var text = marker == null ? whole : whole.substring(marker.end());
        return new Paragraph(
                marker,
                text,
                Words.lower(text),
                bold,
                first.italic(),
                first.centred(),
                first.cell(),
                between(first.number(), lastLine));
    }

    /** The place of some lines; where a second column cut an address in two they were put together and need not ascend. */
    static Lines between(int a, int b) {
        return new Lines(Math.min(a, b), Math.max(a, b));
    }

    /** The number and the text as they stand in the source. */
    String whole() {
        return marker == null ? text : marker.printed() + " " + text;
    }

    boolean introduces() {
        return text.endsWith(":");
    }
}
