package vn.binhdang.document.reading.extraction;

/**
 * One drawn letter (or ligature) on a page, in points from the top left corner of the page as it is read.
 *
 * @param x left edge on the baseline
 * @param y baseline, growing downwards
 * @param end right edge, where the next letter of a word begins
 * @param size height of the font as drawn
 * @param space width of the font's own space
 */
record PdfGlyph(String text, float x, float y, float end, float size, float space, boolean bold, boolean italic) {
    boolean isSpace() {
        return text.isBlank();
    }
}
