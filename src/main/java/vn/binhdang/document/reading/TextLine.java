package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText;

/**
 * A line of the source without its marks (asterisks, pipes, invisible characters), never empty.
 *
 * @param number of the line in the source
 * @param text spaces collapsed
 * @param spaced the text with its wide gaps, where a PDF printed two columns side by side; null when there are none
 * @param breakBefore a blank line, a cell border or a rule stands before it: it does not continue the line before
 */
record TextLine(
        int number,
        String text,
        @Nullable String spaced,
        boolean bold,
        boolean italic,
        boolean centred,
        SourceText.@Nullable Cell cell,
        @Nullable Integer page,
        boolean paragraph,
        boolean breakBefore) {

    TextLine withoutCell() {
        return new TextLine(number, text, spaced, bold, italic, centred, null, page, paragraph, breakBefore);
    }

    TextLine withBreakBefore() {
        return new TextLine(number, text, spaced, bold, italic, centred, cell, page, paragraph, true);
    }
}
