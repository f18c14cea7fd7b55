package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import vn.binhdang.document.reading.extraction.PdfRulings.Ruling;

/**
 * Letters and lines of one page, turned so that they read from left to right and from top to bottom: tables on landscape
 * pages are often drawn upright on a page that is turned for display. Text in other directions than most is kept apart.
 */
final class PdfPage {
    static final PdfPage NONE = new PdfPage(0, new PDRectangle());
    private static final int DIRECTIONS = 4;

    private final int number;
    private final float left;
    private final float bottom;
    private final float width;
    private final float height;
    private final PdfRulings rulings = new PdfRulings();
    private final List<List<PdfGlyph>> glyphs = new ArrayList<>();

    PdfPage(int number, PDPage source) {
        this(number, source.getCropBox());
    }

    private PdfPage(int number, PDRectangle box) {
        this.number = number;
        this.left = box.getLowerLeftX();
        this.bottom = box.getLowerLeftY();
        this.width = box.getWidth();
        this.height = box.getHeight();
        for (int i = 0; i < DIRECTIONS; i++) glyphs.add(new ArrayList<>());
    }

    int number() {
        return number;
    }

    PdfRulings rulings() {
        return rulings;
    }

    /** Height as read. */
    float height() {
        return mainDirection() % 2 == 0 ? height : width;
    }

    /** @param advance width of the letter in parts of the font size */
    void add(String letter, Matrix rendering, float advance, PdfFontLook look, boolean bold) {
        float x = rendering.getTranslateX() - left;
        float y = rendering.getTranslateY() - bottom;
        float endX = x + advance * rendering.getScaleX();
        float endY = y + advance * rendering.getShearY();
        float size = Math.abs(rendering.getScalingFactorY());
        if (!(size > 0) || !Float.isFinite(endX) || !Float.isFinite(endY)) return;
        int direction = direction(rendering);
        glyphs.get(direction)
                .add(new PdfGlyph(
                        letter,
                        readX(x, y, direction),
                        readY(x, y, direction),
                        readX(endX, endY, direction),
                        size,
                        look.space * size,
                        bold,
                        look.italic));
    }

    void addAll(PdfPage other) {
        for (int i = 0; i < DIRECTIONS; i++) glyphs.get(i).addAll(other.glyphs.get(i));
    }

    /** All letters in the order drawn, without a thought for lines. */
    String words() {
        var words = new StringBuilder();
        for (var direction : glyphs) for (PdfGlyph glyph : direction) words.append(glyph.text());
        return words.toString();
    }

    /** Quarter turns, anticlockwise, of the line that the text stands on. */
    private static int direction(Matrix rendering) {
        float across = rendering.getScaleX();
        float up = rendering.getShearY();
        if (Math.abs(across) >= Math.abs(up)) return across >= 0 ? 0 : 2;
        return up > 0 ? 1 : 3;
    }

    private float readX(float x, float y, int direction) {
        return switch (direction) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> width - x;
            default -> height - y;
        };
    }

    private float readY(float x, float y, int direction) {
        return switch (direction) {
            case 0 -> height - y;
            case 1 -> x;
            case 2 -> y;
            default -> width - x;
        };
    }

    int mainDirection() {
        int main = 0;
        for (int i = 1; i < DIRECTIONS; i++)
            if (glyphs.get(i).size() > glyphs.get(main).size()) main = i;
        return main;
    }

    List<PdfGlyph> mainGlyphs() {
        return glyphs.get(mainDirection());
    }

    /** Text that stands upright in a table head or along a margin, by direction. */
    List<List<PdfGlyph>> otherGlyphs() {
        var others = new ArrayList<>(glyphs);
        others.remove(mainDirection());
        return others;
    }

    /** The lines as read, y growing downwards. */
    List<Ruling> mainRulings() {
        int direction = mainDirection();
        var turned = new ArrayList<Ruling>();
        for (Ruling ruling : rulings.painted()) turned.add(turn(ruling, direction));
        return turned;
    }

    private Ruling turn(Ruling ruling, int direction) {
        float x1 = (ruling.horizontal() ? ruling.from() : ruling.at()) - left;
        float x2 = (ruling.horizontal() ? ruling.to() : ruling.at()) - left;
        float y1 = (ruling.horizontal() ? ruling.at() : ruling.from()) - bottom;
        float y2 = (ruling.horizontal() ? ruling.at() : ruling.to()) - bottom;
        float a1 = readX(x1, y1, direction);
        float a2 = readX(x2, y2, direction);
        float b1 = readY(x1, y1, direction);
        float b2 = readY(x2, y2, direction);
        boolean horizontal = ruling.horizontal() == (direction % 2 == 0);
        return horizontal
                ? new Ruling(true, b1, Math.min(a1, a2), Math.max(a1, a2))
                : new Ruling(false, a1, Math.min(b1, b2), Math.max(b1, b2));
    }
}
