package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/**
 * A line of a page in reading order.
 *
 * @param top baseline as a part of the page's height, 0 at the top
 * @param y the same in points
 * @param size of its first letters, in points
 * @param parted its first word would have fitted on the line before: it stands here because something new begins
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
        boolean parted,
        @Nullable Place place) {}
