package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.Nullable;

/** What a run, a style or the defaults of a DOCX say about letters; null where they say nothing and the next one counts. */
record WordLook(
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        @Nullable Boolean capitals,
        @Nullable Boolean hidden) {

    static final WordLook SILENT = new WordLook(null, null, null, null);

    /** This look where it speaks, the one below where it is silent. */
    WordLook over(WordLook below) {
        if (this == SILENT) return below;
        if (below == SILENT) return this;
        return new WordLook(
                bold == null ? below.bold : bold,
                italic == null ? below.italic : italic,
                capitals == null ? below.capitals : capitals,
                hidden == null ? below.hidden : hidden);
    }

    /** This look with one property of {@code w:rPr} added; other elements leave it as it is. */
    WordLook with(String element, boolean on) {
        return switch (element) {
            case "b" -> new WordLook(on, italic, capitals, hidden);
            case "i" -> new WordLook(bold, on, capitals, hidden);
            case "caps" -> new WordLook(bold, italic, on, hidden);
            case "vanish" -> new WordLook(bold, italic, capitals, on);
            default -> this;
        };
    }

    static boolean isOn(@Nullable Boolean property) {
        return property != null && property;
    }
}
