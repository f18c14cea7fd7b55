package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/** What one font of a PDF says: bold, italic, the width of a space, and the letters that its codes stand for. */
final class PdfFontLook {
    private static final int BOLD_WEIGHT = 600;
    private static final float USUAL_SPACE = 0.25f;

    final boolean bold;
    final boolean italic;

    /** In parts of the font size. */
    final float space;

    private final PDFont font;
    private final Map<Integer, String> letters = new HashMap<>();

    PdfFontLook(PDFont font) {
        this.font = font;
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        this.bold = name.contains("bold")
                || name.contains("black")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
        this.italic = name.contains("italic")
                || name.contains("oblique")
                || descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0);
        float width = font.getSpaceWidth() / 1000;
        this.space = width > 0 && width < 1 ? width : USUAL_SPACE;
    }

    /** Null for a code that no table of the font explains: such a letter cannot be known, only seen. */
    @Nullable
    String letter(int code) throws IOException {
        String known = letters.get(code);
        if (known != null) return known;
        String found = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        if (found == null && font instanceof PDSimpleFont && code >= ' ') found = String.valueOf((char) code);
        if (found != null) letters.put(code, found);
        return found;
    }
}
