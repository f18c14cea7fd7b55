package vn.binhdang.document.writing;

import static vn.binhdang.document.writing.DecreeLayout.CLOSING_LEFT_MM;
import static vn.binhdang.document.writing.DecreeLayout.CLOSING_RIGHT_MM;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.writing.Piece.Columns;
import vn.binhdang.document.writing.Piece.Pair;
import vn.binhdang.document.writing.Piece.Paragraph;

/** What follows the text: recipients on the left, the signature on the right (boxes 9b and 7 of the decree's diagram). */
final class ClosingComposer {
    /** White between the text and the closing. */
    private static final double ABOVE_PT = 10;

    private final AdministrativeDocument document;

    private ClosingComposer(AdministrativeDocument document) {
        this.document = document;
    }

    /** The text with the closing below it; the last paragraph goes with it, so a signature never has a page for itself. */
    static List<Piece> after(List<Piece> text, AdministrativeDocument document) {
        var composer = new ClosingComposer(document);
        if (document.recipients().isEmpty() && document.signature() == null) return text;
        var pieces = new ArrayList<>(text);
        if (!pieces.isEmpty() && pieces.getLast() instanceof Paragraph last)
            pieces.set(pieces.size() - 1, last.keepingNext());
        var row = new Pair(composer.recipients(), composer.signature());
        pieces.add(new Columns(CLOSING_LEFT_MM, CLOSING_RIGHT_MM, ABOVE_PT, List.of(row)));
        return pieces;
    }

    private List<Piece> recipients() {
        var pieces = new ArrayList<Piece>();
        if (document.recipients().isEmpty()) return pieces;
        pieces.add(Paragraph.of(PartStyle.RECIPIENTS, PrintedText.RECIPIENTS));
        double dash = DecreeLayout.mm(Typeface.REGULAR.width("- ", PartStyle.RECIPIENT.sizePt()));
        for (var recipient : PrintedText.listed(document.recipients()))
            pieces.add(Paragraph.of(PartStyle.RECIPIENT, "- " + recipient).hanging(dash, dash));
        return pieces;
    }

    private List<Piece> signature() {
        var pieces = new ArrayList<Piece>();
        var signature = document.signature();
        if (signature == null) return pieces;
        for (var office : PrintedText.offices(signature))
            pieces.add(Balance.paragraph(PartStyle.SIGNING_OFFICE, office, CLOSING_RIGHT_MM));
        if (signature.name() != null)
            pieces.add(Balance.paragraph(PartStyle.SIGNER_NAME, signature.name(), CLOSING_RIGHT_MM));
        return pieces;
    }
}
