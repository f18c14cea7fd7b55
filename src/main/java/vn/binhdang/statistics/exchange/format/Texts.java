package vn.binhdang.statistics.exchange.format;

import java.text.Normalizer;

/** What every text goes through before it enters a cube. */
final class Texts {

    private Texts() {}

    /**
     * NFC, and without what no XML document can hold: control characters and halves of a surrogate pair become a space, a
     * line break too, since every text here is a name or a reason of one line.
     */
    static String clean(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(Texts::allowed)) return composed.strip();
        StringBuilder kept = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> kept.appendCodePoint(allowed(c) ? c : ' '));
        return kept.toString().strip();
    }

    private static boolean allowed(int c) {
        return c >= 0x20
                && !(c >= 0x7F && c <= 0x9F)
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && c != 0xFFFE
                && c != 0xFFFF
                && c != 0x2028
                && c != 0x2029;
    }
}
