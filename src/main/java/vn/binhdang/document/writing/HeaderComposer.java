package vn.binhdang.document.writing;

import static vn.binhdang.document.writing.DecreeLayout.HEADER_LEFT_MM;
import static vn.binhdang.document.writing.DecreeLayout.HEADER_RIGHT_MM;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.writing.Piece.Columns;
import vn.binhdang.document.writing.Piece.Pair;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Rule;

/** Everything above the text: boxes 1 to 5 and 9a of the decree's diagram. */
final class HeaderComposer {
    /** White on both sides of a trích yếu of several lines. */
    private static final double SUBJECT_ROOM_MM = DecreeLayout.textWidthMm(false) - 20;

    /** Where "Kính gửi:" begins when several addressees follow below it. */
    private static final double ADDRESSEES_MM = 35;

    private final AdministrativeDocument document;

    /** A công văn has no type name above its text; its subject stands under the number. */
    private final boolean letter;

    HeaderComposer(AdministrativeDocument document) {
        this.document = document;
        var type = document.documentType();
        this.letter =
                type == null ? !document.addressees().isEmpty() : PrintedText.LETTER.equalsIgnoreCase(type.strip());
    }

    /** Whether a title stands above the text, which the headings of the text are below in the outline. */
    boolean titled() {
        return !letter && (document.documentType() != null || document.subjectLine() != null);
    }

    List<Piece> compose() {
        var pieces = new ArrayList<Piece>();
        var rows = List.of(new Pair(agencies(), nation()), new Pair(numberAndSubject(), placeAndDate()));
        pieces.add(new Columns(HEADER_LEFT_MM, HEADER_RIGHT_MM, 0, rows));
        if (titled()) pieces.addAll(title());
        pieces.addAll(addressees());
        return pieces;
    }

    private static List<Piece> nation() {
        var motto = Typeface.BOLD.width(PrintedText.MOTTO, PartStyle.MOTTO.sizePt());
        return List.of(
                Paragraph.of(PartStyle.NATIONAL_TITLE, PrintedText.NATIONAL_TITLE),
                Paragraph.of(PartStyle.MOTTO, PrintedText.MOTTO),
                new Rule(motto));
    }

    private List<Piece> agencies() {
        var pieces = new ArrayList<Piece>();
        if (document.parentAgency() != null)
            pieces.add(Balance.paragraph(
                    PartStyle.PARENT_AGENCY, PrintedText.upper(document.parentAgency()), HEADER_LEFT_MM));
        if (document.issuingAgency() != null) {
            var agency = PrintedText.upper(document.issuingAgency());
            pieces.add(Balance.paragraph(PartStyle.ISSUING_AGENCY, agency, HEADER_LEFT_MM));
            pieces.add(Balance.ruleBelow(PartStyle.ISSUING_AGENCY, agency, HEADER_LEFT_MM));
        }
        return pieces;
    }

    private List<Piece> numberAndSubject() {
        var pieces = new ArrayList<Piece>();
        pieces.add(Paragraph.of(PartStyle.NUMBER, PrintedText.number(document)));
        if (letter && document.subjectLine() != null)
            pieces.add(Balance.paragraph(
                    PartStyle.LETTER_SUBJECT, PrintedText.LETTER_SUBJECT + document.subjectLine(), HEADER_LEFT_MM));
        return pieces;
    }

    private List<Piece> placeAndDate() {
        return List.of(
                Paragraph.of(PartStyle.PLACE_AND_DATE, PrintedText.placeAndDate(document.place(), document.date())));
    }

    private List<Piece> title() {
        var pieces = new ArrayList<Piece>();
        var type = document.documentType();
        var subject = document.subjectLine();
        if (type != null)
            pieces.add(
                    Paragraph.of(PartStyle.TYPE_NAME, PrintedText.upper(type)).heading(1));
        if (subject != null) {
            var paragraph = Balance.paragraph(PartStyle.SUBJECT, subject, SUBJECT_ROOM_MM);
            var inset = paragraph.inset(paragraph.leftMm() + (DecreeLayout.textWidthMm(false) - SUBJECT_ROOM_MM) / 2);
            pieces.add(type == null ? inset.heading(1) : inset);
            pieces.add(Balance.ruleBelow(PartStyle.SUBJECT, subject, SUBJECT_ROOM_MM));
        }
        return pieces;
    }

    private List<Piece> addressees() {
        var addressees = document.addressees();
        if (addressees.isEmpty()) return List.of();
        if (addressees.size() == 1)
            return List.of(Paragraph.of(PartStyle.ADDRESSEE, PrintedText.ADDRESSEES + " " + addressees.getFirst()));
        var pieces = new ArrayList<Piece>();
        pieces.add(Paragraph.of(PartStyle.ADDRESSEES, PrintedText.ADDRESSEES).hanging(ADDRESSEES_MM, 0));
        double size = PartStyle.ADDRESSEE_ITEM.sizePt();
        double colon = DecreeLayout.mm(Typeface.REGULAR.width("Kính gửi", size));
        double dash = DecreeLayout.mm(Typeface.REGULAR.width("- ", size));
        for (var addressee : PrintedText.listed(addressees))
            pieces.add(Paragraph.of(PartStyle.ADDRESSEE_ITEM, "- " + addressee)
                    .hanging(ADDRESSEES_MM + colon + dash, dash));
        return pieces;
    }
}
