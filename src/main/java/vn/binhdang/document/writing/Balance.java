package vn.binhdang.document.writing;

import java.util.Arrays;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Rule;

/**
 * A centred text of several lines reads better, and leaves its rule a sensible length, when the lines are about equally
 * long: "SỞ LAO ĐỘNG - THƯƠNG BINH / VÀ XÃ HỘI" becomes "SỞ LAO ĐỘNG - / THƯƠNG BINH VÀ XÃ HỘI".
 *
 * @param insetMm to be left free on both sides
 * @param longestPt width of the longest line
 */
record Balance(double insetMm, double longestPt) {

    /** Word's and LibreOffice's kerning may differ from ours by this much, and must not break a line more. */
    private static final double SLACK_MM = 1.5;

    static Balance of(PartStyle style, String text, double columnMm) {
        var face = Typeface.of(style.bold(), style.italic());
        int lines = face.wrap(text, style.sizePt(), columnMm).size();
        // a word cannot be broken: no line is narrower than the longest, however few there are
        double narrowest = Arrays.stream(text.split("\\s+"))
                .mapToDouble(word -> DecreeLayout.mm(face.width(word, style.sizePt())))
                .max()
                .orElse(0);
        double enough = columnMm;
        while (enough - narrowest > 0.5) {
            double middle = (narrowest + enough) / 2;
            if (face.wrap(text, style.sizePt(), middle).size() > lines) narrowest = middle;
            else enough = middle;
        }
        double longest = face.wrap(text, style.sizePt(), enough).stream()
                .mapToDouble(line -> face.width(line, style.sizePt()))
                .max()
                .orElse(0);
        return new Balance(Math.max(0, (columnMm - enough) / 2 - SLACK_MM), longest);
    }

    /** @param columnMm room of the paragraph, the same as was measured with */
    static Paragraph paragraph(PartStyle style, String text, double columnMm) {
        return Paragraph.of(style, text).inset(of(style, text, columnMm).insetMm());
    }

    /** The rule below such a text: between 1/3 and 1/2 of its longest line. */
    static Rule ruleBelow(PartStyle style, String text, double columnMm) {
        return new Rule(of(style, text, columnMm).longestPt() * DecreeLayout.RULE_SHARE);
    }
}
