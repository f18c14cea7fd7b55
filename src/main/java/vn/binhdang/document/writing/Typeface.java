package vn.binhdang.document.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Serif, free to embed (SIL Open Font License) and as wide as Times New Roman glyph by glyph, so its widths
 * also tell where Word breaks a line. Read once.
 */
enum Typeface {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf"),
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    static Typeface of(boolean bold, boolean italic) {
        if (bold) return italic ? BOLD_ITALIC : BOLD;
        return italic ? ITALIC : REGULAR;
    }

    boolean bold() {
        return this == BOLD || this == BOLD_ITALIC;
    }

    boolean italic() {
        return this == ITALIC || this == BOLD_ITALIC;
    }

    /** The font itself, from bytes read once. To be used by one document, since reading its glyphs changes it. */
    TrueTypeFont parse() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(Files.OF.get(ordinal())));
    }

    /** Width in points. A letter the font lacks counts as the font's own box for it. */
    double width(String text, double sizePt) {
        var widths = Widths.OF.get(ordinal());
        long sum = text.codePoints()
                .mapToLong(letter -> letter < widths.length ? widths[letter] : widths[0])
                .sum();
        return sum * sizePt / 1000;
    }

    /**
     * Breaks at spaces as both printers and Word do; a word wider than the line stands on one of its own.
     *
     * @return the lines; one empty line for an empty text
     */
    List<String> wrap(String text, double sizePt, double widthMm) {
        double room = DecreeLayout.points(widthMm);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && width(line + " " + word, sizePt) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static final class Files {
        static final List<byte[]> OF = Arrays.stream(values()).map(Files::read).toList();

        private static byte[] read(Typeface face) {
            try (var stream = Typeface.class.getResourceAsStream("/liberation/" + face.file)) {
                if (stream == null) throw new IllegalStateException("font missing from the class path: " + face.file);
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Advance widths in 1/1000 of the size for the basic plane. */
    private static final class Widths {
        static final List<int[]> OF = Arrays.stream(values()).map(Widths::read).toList();

        private static int[] read(Typeface face) {
            try (var font = face.parse()) {
                var glyphs = font.getUnicodeCmapLookup();
                int unitsPerEm = font.getUnitsPerEm();
                var widths = new int[0x10000];
                for (int letter = 0; letter < widths.length; letter++)
                    widths[letter] = Math.round(font.getAdvanceWidth(glyphs.getGlyphId(letter)) * 1000f / unitsPerEm);
                return widths;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
