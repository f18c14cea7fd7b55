package vn.binhdang.document.writing;

/**
 * The page of Decree 30/2020/NĐ-CP, annex I part I: the figures chosen, each with the range the decree leaves. What
 * belongs to one part of the document (size, weight, place) stands in {@link PartStyle}.
 */
final class DecreeLayout {
    private DecreeLayout() {}

    /** The decree names Times New Roman; the PDF embeds its metric twin, {@link Typeface}. */
    static final String FONT = "Times New Roman";

    /** A4 upright; an annex with a wide table lies on its side. */
    static final double SHORT_EDGE_MM = 210;

    static final double LONG_EDGE_MM = 297;

    /** Decree: 20 to 25 mm. */
    static final double TOP_MM = 20;

    /** Decree: 20 to 25 mm. */
    static final double BOTTOM_MM = 20;

    /** Decree: 30 to 35 mm. */
    static final double LEFT_MM = 30;

    /** Decree: 15 to 20 mm. */
    static final double RIGHT_MM = 15;

    /** From the edge of the paper to the top of the page number, which stands in the top margin. */
    static final double PAGE_NUMBER_MM = 10;

    /** Columns of the header. The right one holds quốc hiệu at 12 pt bold (88.3 mm) on one line; both fill the width. */
    static final double HEADER_LEFT_MM = 70;

    static final double HEADER_RIGHT_MM = 95;

    /** Columns of Nơi nhận and of the signature. */
    static final double CLOSING_LEFT_MM = 80;

    static final double CLOSING_RIGHT_MM = 85;

    /** Rule under the issuing agency and under the trích yếu, as a share of the text above. Decree: 1/3 to 1/2. */
    static final double RULE_SHARE = 0.4;

    static final double RULE_THICKNESS_PT = 0.75;

    /** White above a rule, so that it does not touch the descenders. */
    static final double RULE_GAP_PT = 2;

    /** A table with more columns than this turns its annex on the side. */
    static final int UPRIGHT_COLUMNS = 5;

    static final double CELL_PADDING_MM = 1.5;

    static final double CELL_BELOW_PT = 2;

    /** A row of up to so many lines stays on one page; a longer one may run over. */
    static final int SHORT_ROW_LINES = 10;

    /** Height of a single-spaced line of Times New Roman, in font sizes (ascent, descent and gap of the font itself). */
    static final double SINGLE_LINE = 1.149;

    static double textWidthMm(boolean landscape) {
        return (landscape ? LONG_EDGE_MM : SHORT_EDGE_MM) - LEFT_MM - RIGHT_MM;
    }

    static double points(double mm) {
        return mm * 72 / 25.4;
    }

    static double mm(double points) {
        return points * 25.4 / 72;
    }
}
