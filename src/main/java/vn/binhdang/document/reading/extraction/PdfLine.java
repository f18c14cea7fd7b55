package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/**
 * A line of a page in reading order.
 *
 * @param top baseline as a part of the page's height, 0 at the top
 */
record PdfLine(
        String text,
        boolean bold,
        boolean italic,
        boolean centred,
        int page,
        float top,
        @Nullable Place place) {}
