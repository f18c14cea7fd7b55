package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.Nullable;

/** What a run, a style or the defaults of a DOCX say about letters; null where they say nothing and the next one counts. */
record DocxLook(
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        @Nullable Boolean capitals,
        @Nullable Boolean hidden) {

    static final DocxLook SILENT = new DocxLook(null, null, null, null);

    /** This look where it speaks, the one below where it is silent. */
    DocxLook over(DocxLook below) {
        if (this == SILENT) return below;
        if (below == SILENT) return this;
        return new DocxLook(
                bold == null ? below.bold : bold,
                italic == null ? below.italic : italic,
                capitals == null ? below.capitals : capitals,
                hidden == null ? below.hidden : hidden);
    }

    /** This look with one property of {@code w:rPr} added; other elements leave it as it is. */
    DocxLook with(String element, boolean on) {
        return switch (element) {
            case "b" -> new DocxLook(on, italic, capitals, hidden);
            case "i" -> new DocxLook(bold, on, capitals, hidden);
            case "caps" -> new DocxLook(bold, italic, on, hidden);
            case "vanish" -> new DocxLook(bold, italic, capitals, on);
            default -> this;
        };
    }

    static boolean isOn(@Nullable Boolean property) {
        return property != null && property;
    }
}
