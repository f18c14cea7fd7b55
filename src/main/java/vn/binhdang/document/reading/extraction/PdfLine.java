package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/**
 * A line of a page in reading order.
 *
 * @param top baseline as a part of the page's height, 0 at the top
 * @param y the same in points
 * @param size of its first letters, in points
 * @param flow how it stands in the running text; null in columns and tables, where lines end where they please
 */
record PdfLine(
        String text,
        boolean bold,
        boolean italic,
        boolean centred,
        int page,
        float top,
        float y,
        float size,
        @Nullable Flow flow,
        @Nullable Place place) {

    /**
     * In points.
     *
     * @param indent from the left edge of the text
     * @param firstWord width of its first word
     * @param room left for a word at its end
     */
    record Flow(float indent, float firstWord, float room) {}
}
