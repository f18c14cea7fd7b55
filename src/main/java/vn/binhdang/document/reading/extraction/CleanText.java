package vn.binhdang.document.reading.extraction;

import java.text.Normalizer;

/**
 * Text as the reader wants it: composed (NFC), ordinary spaces, and nothing that cannot be seen. Invisible characters
 * come from web pages (zero width space), from Word (soft hyphen), from damaged files (NUL) and from attempts to make a
 * text read differently than it looks (right-to-left override).
 */
final class CleanText {
    private CleanText() {}

    /** One line, without spaces at its ends; tabs and runs of spaces inside stay, they may part columns. */
    static String line(String raw) {
        String text = isClean(raw) ? raw : Normalizer.normalize(withoutInvisible(raw), Normalizer.Form.NFC);
        return text.strip();
    }

    /** True for what nearly every line is: letters and marks that need no work. Decides without building anything. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean clean = c < 0x80
                    ? c >= ' ' && c != 0x7F || c == '\t'
                    : c > 0xA0 && c < 0x300 && c != 0xAD
                            || c >= 0x1EA0 && c < 0x1EFA
                            || c >= 0x2010 && c < 0x2028
                            || c >= 0x2030 && c < 0x2060;
            if (!clean) return false;
        }
        return true;
    }

    private static String withoutInvisible(String raw) {
        var kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\t') kept.append(c);
            else if (isSpace(c)) kept.append(' ');
            else if (!isInvisible(c) && !isLoneSurrogate(raw, i)) kept.append(c);
        }
        return kept.toString();
    }

    private static boolean isSpace(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85;
        };
    }

    /** Controls, formatting marks (zero width, direction, soft hyphen, byte order mark) and what is no character at all. */
    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> c >= 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        };
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
