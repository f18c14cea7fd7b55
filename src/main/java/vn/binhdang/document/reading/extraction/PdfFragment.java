package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/** Letters drawn one after the other on one baseline without a wide gap: a line, or the part of it in one column. */
final class PdfFragment {
    /** A number or dash that stands apart from its text by a tab; with its text it makes one line, not two columns. */
    private static final Pattern LABEL =
            Pattern.compile("[-–+•*]|\\(?\\d{1,3}[.)/]?|\\d{1,3}(\\.\\d{1,3})+\\.?|[a-zđ][.)]|[IVXLC]{1,7}[.)]?|");

    private final StringBuilder text = new StringBuilder();
    final float x;
    final float y;
    final float size;

    /** The cell of a ruled table it lies in; null outside. */
    final @Nullable Place place;

    private float end;
    private boolean letters;
    private boolean bold = true;
    private boolean italic = true;

    private PdfFragment(PdfGlyph first, @Nullable Place place) {
        this.x = first.x();
        this.y = first.y();
        this.size = first.size();
        this.place = place;
        this.end = first.x();
    }

    /** Cuts the letters of a page, in the order drawn, into fragments; spaces that were only moved over are put in. */
    static List<PdfFragment> of(List<PdfGlyph> glyphs, PdfTables tables) {
        var fragments = new ArrayList<PdfFragment>();
        PdfFragment current = null;
        for (PdfGlyph glyph : glyphs) {
            // Spaces are drawn across the gap between columns as well: what counts is where the next letter stands.
            if (glyph.isSpace() || current != null && current.isFootnoteMark(glyph)) continue;
            Place place = tables.placeOf(glyph);
            if (current == null || !current.continuesWith(glyph, place)) {
                current = new PdfFragment(glyph, place);
                fragments.add(current);
            }
            current.append(glyph);
        }
        return fragments;
    }

    private boolean continuesWith(PdfGlyph glyph, @Nullable Place place) {
        if (this.place != place && (this.place == null || !this.place.equals(place))) return false;
        float gap = glyph.x() - end;
        return Math.abs(glyph.y() - y) <= 0.3f * size && gap > -0.6f * size && gap < PdfRow.COLUMN_GAP * size;
    }

    /** A small raised figure after a word: the mark of a footnote. Squares ("m2") stay. */
    private boolean isFootnoteMark(PdfGlyph glyph) {
        float raised = y - glyph.y();
        return glyph.size() < 0.8f * size
                && raised > 0.2f * size
                && raised < 0.8f * size
                && glyph.x() - end < size
                && glyph.x() >= end - 0.2f * size
                && Character.isDigit(glyph.text().charAt(0))
                && !text.toString().endsWith("m");
    }

    private void append(PdfGlyph glyph) {
        if (!text.isEmpty() && glyph.x() - end > Math.min(0.5f * glyph.space(), 0.15f * size)) text.append(' ');
        text.append(glyph.text());
        end = Math.max(end, glyph.end());
        if (Character.isLetter(glyph.text().charAt(0))) {
            letters = true;
            bold &= glyph.bold();
            italic &= glyph.italic();
        }
    }

    String text() {
        return text.toString();
    }

    float end() {
        return end;
    }

    boolean hasLetters() {
        return letters;
    }

    boolean bold() {
        return letters && bold;
    }

    boolean italic() {
        return letters && italic;
    }

    float middle() {
        return (x + end) / 2;
    }

    /** True when neither stands above or below a part of the other. */
    boolean isBeside(PdfFragment other) {
        return end <= other.x || other.end <= x;
    }

    boolean isLabel() {
        return text.length() <= 12 && LABEL.matcher(text.toString().strip()).matches();
    }
}
