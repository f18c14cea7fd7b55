package vn.binhdang.document.reading.extraction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a text file to characters. UTF-8 and UTF-16 say themselves what they are; of the rest, Windows-1258 is told
 * by its words, and TCVN3 and VNI are left as Western letters for {@link LegacyVietnamese}.
 *
 * @param oldEncoding name to show when the file was not Unicode; null when it was, or when that is still to be found out
 */
record TextDecoding(String text, @Nullable String oldEncoding) {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final int SAMPLE = 20_000;

    /** Of a hundred characters beyond ASCII, those that may be damaged before the text is taken to be no UTF-8. */
    private static final int DAMAGED_PER_HUNDRED = 20;

    static TextDecoding of(byte[] content) {
        Charset marked = byMark(content);
        if (marked != null) return new TextDecoding(new String(content, marked), null);
        Charset wide = wideWithoutMark(content);
        if (wide != null) return new TextDecoding(new String(content, wide), null);
        String utf8 = new String(content, StandardCharsets.UTF_8);
        if (isUtf8(utf8)) return new TextDecoding(utf8, null);
        return byWords(content);
    }

    static boolean isWide(byte[] content) {
        return byMark(content) != null || wideWithoutMark(content) != null;
    }

    private static @Nullable Charset byMark(byte[] content) {
        if (content.length >= 2 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
            return StandardCharsets.UTF_16LE;
        if (content.length >= 2 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
            return StandardCharsets.UTF_16BE;
        return null;
    }

    /** Spaces, digits and unaccented letters of UTF-16 have a zero for one half, always on the same side. */
    private static @Nullable Charset wideWithoutMark(byte[] content) {
        int pairs = Math.min(content.length, SAMPLE) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            if (content[2 * i] == 0) first++;
            if (content[2 * i + 1] == 0) second++;
        }
        if (second * 3 > pairs && first * 20 < pairs) return StandardCharsets.UTF_16LE;
        if (first * 3 > pairs && second * 20 < pairs) return StandardCharsets.UTF_16BE;
        return null;
    }

    /** A text cut off in mid-letter, or spoilt here and there, is still UTF-8. */
    private static boolean isUtf8(String decoded) {
        int at = decoded.indexOf('\uFFFD');
        if (at < 0) return true;
        int damaged = 0;
        int beyondAscii = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == '\uFFFD') damaged++;
            else if (c >= 0x80) beyondAscii++;
        }
        return damaged * 100 <= beyondAscii * DAMAGED_PER_HUNDRED;
    }

    private static TextDecoding byWords(byte[] content) {
        int sample = Math.min(content.length, SAMPLE);
        String windows = Normalizer.normalize(new String(content, 0, sample, WINDOWS_1258), Normalizer.Form.NFC);
        String western = new String(content, 0, sample, StandardCharsets.ISO_8859_1);
        int wordsOfLegacy = 0;
        for (var encoding : LegacyVietnamese.values())
            wordsOfLegacy = Math.max(wordsOfLegacy, LegacyVietnamese.knownWords(encoding.toUnicode(western)));
        if (LegacyVietnamese.knownWords(windows) >= wordsOfLegacy)
            return new TextDecoding(new String(content, WINDOWS_1258), "Windows-1258");
        return new TextDecoding(new String(content, StandardCharsets.ISO_8859_1), null);
    }
}
