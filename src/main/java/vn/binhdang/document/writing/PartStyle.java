package vn.binhdang.document.writing;

import static vn.binhdang.document.writing.PartStyle.Alignment.CENTRE;
import static vn.binhdang.document.writing.PartStyle.Alignment.JUSTIFIED;
import static vn.binhdang.document.writing.PartStyle.Alignment.LEFT;

/**
 * How each part of the document is set; the comment gives the decree's box and range (annex I part II). Space stands
 * only above a paragraph, never below it: programs differ in how they add the two up.
 */
enum PartStyle {
    /** Box 1: UPPER, 12-13, bold; single spacing to the motto. */
    NATIONAL_TITLE(centred(12).heavy()),
    /** Box 1: 13-14, bold, a rule as long as the text below. */
    MOTTO(centred(13).heavy()),
    /** Box 2: UPPER, 12-13, upright. */
    PARENT_AGENCY(centred(12)),
    /** Box 2: UPPER, 12-13, bold, a rule of 1/3 to 1/2 of the text below. */
    ISSUING_AGENCY(centred(12).heavy()),
    /** Box 3: 13, upright, centred under box 2. */
    NUMBER(centred(13).above(8)),
    /** Box 4: 13-14, italic, centred under quốc hiệu, on the line of box 3. */
    PLACE_AND_DATE(centred(13).slanted().above(8)),
    /** Box 5a: UPPER, 13-14, bold, centred. */
    TYPE_NAME(centred(14).heavy().above(18).together()),
    /** Box 5a: 13-14, bold, centred, a rule of 1/3 to 1/2 of the text below. */
    SUBJECT(centred(14).heavy().together()),
    /** Box 5b, công văn only: 12-13, upright, centred under box 3, 6 pt below it. */
    LETTER_SUBJECT(centred(12).above(6)),
    /** Box 9a: 13-14, upright; one addressee on the same line. */
    ADDRESSEE(centred(14).above(18)),
    /** Box 9a: "Kính gửi:" above several addressees. */
    ADDRESSEES(left(14).above(18).together()),
    /** Box 9a: one per line, the dashes below the colon. */
    ADDRESSEE_ITEM(left(14).above(3)),
    /** Box 6: căn cứ, 13-14, italic, one per line. */
    LEGAL_BASIS(running(14).slanted()),
    /** "QUYẾT ĐỊNH:", bold on a centred line of its own (sample 1.2 of annex III). */
    ANNOUNCEMENT(centred(14).heavy().above(10).together()),
    /** Section 3: Phần, Chương, Mục: bold 13-14 on a centred line of its own. */
    DIVISION_NUMBER(centred(14).heavy().above(10).together()),
    /** Section 3: its title below, UPPER, bold 13-14. */
    DIVISION_TITLE(centred(14).heavy().together()),
    /** Section 3: "Điều 1. Title", indented, bold. */
    ARTICLE_TITLE(running(14).heavy().together()),
    /** "Điều 1." before a whole sentence, as decisions have it: the number bold, the sentence upright. */
    ARTICLE(running(14)),
    /** Section 3: "I. UPPER TITLE", bold. */
    SECTION(running(14).heavy().together()),
    /** Section 3: "1. Title", bold because it has a title of its own. */
    HEADING(running(14).heavy().together()),
    /** Box 6: 13-14, upright, justified, first line 1 or 1.27 cm, at least 6 pt apart, single to 1.5 spacing. */
    BODY(running(14)),
    /** The body's size, so that figures and words in tables are as readable as the rest. Decree: 13-14. */
    TABLE_CELL(left(13).above(2)),
    TABLE_NUMBER(centred(13).above(2)),
    TABLE_HEAD(centred(13).heavy().above(2)),
    /** Box 9b: "Nơi nhận:", 12, italic bold, level with box 7a (2 pt lower, where its 14 pt line has its baseline). */
    RECIPIENTS(left(12).heavy().slanted().above(2)),
    /** Box 9b: 11, upright, one per line. */
    RECIPIENT(left(11)),
    /** Box 7a: UPPER, 13-14, bold. */
    SIGNING_OFFICE(centred(14).heavy()),
    /** Box 7b: 13-14, bold, centred under 7a; 72 pt (25 mm) for the signature and its digital image. */
    SIGNER_NAME(centred(14).heavy().above(72)),
    /** Section 8: "Phụ lục I", 14, bold, centred. */
    ANNEX_LABEL(centred(14).heavy().together()),
    /** Section 8: UPPER, 13-14, bold, centred. */
    ANNEX_TITLE(centred(14).heavy().together()),
    /** Section 8: "(Kèm theo …)", 13-14, italic, centred. */
    ANNEX_ORIGIN(centred(14).slanted().together()),
    /** Page number: 13-14, upright, centred in the top margin. */
    PAGE_NUMBER(centred(14));

    enum Alignment {
        LEFT,
        CENTRE,
        JUSTIFIED
    }

    /** Decree: 1 or 1.27 cm. */
    private static final double FIRST_LINE_MM = 12.7;

    /** Decree: at least 6 pt. */
    private static final double PARAGRAPH_GAP_PT = 6;

    /** In lines. Decree: single to 1.5. */
    private static final double LINE_SPACING = 1.15;

    private final Measures measures;

    PartStyle(Measures measures) {
        this.measures = measures;
    }

    double sizePt() {
        return measures.sizePt;
    }

    boolean bold() {
        return measures.bold;
    }

    boolean italic() {
        return measures.italic;
    }

    Alignment alignment() {
        return measures.alignment;
    }

    double firstLineMm() {
        return measures.firstLineMm;
    }

    double abovePt() {
        return measures.abovePt;
    }

    /** In lines: 1 is single. */
    double lineSpacing() {
        return measures.lineSpacing;
    }

    boolean keptWithNext() {
        return measures.keptWithNext;
    }

    /** An item of a list, with a dash before it. */
    boolean listed() {
        return this == RECIPIENT || this == ADDRESSEE_ITEM;
    }

    /** "ISSUING_AGENCY" is the Word style and the class "IssuingAgency". */
    String id() {
        var id = new StringBuilder();
        for (var word : name().split("_"))
            id.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        return id.toString();
    }

    private static Measures centred(double sizePt) {
        return new Measures(sizePt, false, false, CENTRE, 0, 0, 1, false);
    }

    private static Measures left(double sizePt) {
        return new Measures(sizePt, false, false, LEFT, 0, 0, 1, false);
    }

    private static Measures running(double sizePt) {
        return new Measures(sizePt, false, false, JUSTIFIED, FIRST_LINE_MM, PARAGRAPH_GAP_PT, LINE_SPACING, false);
    }

    private record Measures(
            double sizePt,
            boolean bold,
            boolean italic,
            Alignment alignment,
            double firstLineMm,
            double abovePt,
            double lineSpacing,
            boolean keptWithNext) {

        Measures heavy() {
            return new Measures(sizePt, true, italic, alignment, firstLineMm, abovePt, lineSpacing, keptWithNext);
        }

        Measures slanted() {
            return new Measures(sizePt, bold, true, alignment, firstLineMm, abovePt, lineSpacing, keptWithNext);
        }

        Measures above(double points) {
            return new Measures(sizePt, bold, italic, alignment, firstLineMm, points, lineSpacing, keptWithNext);
        }

        Measures together() {
            return new Measures(sizePt, bold, italic, alignment, firstLineMm, abovePt, lineSpacing, true);
        }
    }
}
