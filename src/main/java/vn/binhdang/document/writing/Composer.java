package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Sheet;

/** Lays a document out in the order of Decree 30/2020, annex I: header, text, closing, then each annex on pages of its own. */
final class Composer {
    private final AdministrativeDocument document;

    private Composer(AdministrativeDocument document) {
        this.document = document;
    }

    static List<Sheet> compose(AdministrativeDocument document) {
        var composer = new Composer(document);
        var sheets = new ArrayList<Sheet>();
        sheets.add(composer.main());
        for (int i = 0; i < document.annexes().size(); i++) sheets.add(composer.annex(i));
        return sheets;
    }

    private Sheet main() {
        var header = new HeaderComposer(document);
        var pieces = new ArrayList<>(header.compose());
        document.legalBases().stream()
                .map(basis -> basis.text())
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), PrintedText::listed))
                .forEach(basis -> pieces.add(Paragraph.of(PartStyle.LEGAL_BASIS, basis)));
        var body = document.body().isEmpty() ? Outline.of(document) : document.body();
        var composed = BodyComposer.compose(closed(body), header.titled() ? 1 : 0, DecreeLayout.textWidthMm(false));
        pieces.addAll(ClosingComposer.after(composed, document));
        return new Sheet(false, pieces);
    }

    private static List<Block> closed(List<Block> body) {
        if (body.isEmpty()) return body;
        var last = body.getLast();
        if (last.kind() == Block.Kind.TABLE || last.text().isBlank()) return body;
        var closed = new ArrayList<>(body.subList(0, body.size() - 1));
        closed.add(new Block(last.kind(), last.number(), PrintedText.closed(last.text()), last.rows(), last.lines()));
        return closed;
    }

    private Sheet annex(int index) {
        var annex = document.annexes().get(index);
        boolean landscape = annex.body().stream().anyMatch(Composer::isWide);
        double width = DecreeLayout.textWidthMm(landscape);
        var pieces = new ArrayList<Piece>();
        pieces.add(Paragraph.of(PartStyle.ANNEX_LABEL, label(annex, index)).heading(1));
        if (annex.title() != null)
            pieces.add(Balance.paragraph(PartStyle.ANNEX_TITLE, PrintedText.upper(annex.title()), width));
        var origin = annex.attachedTo() == null ? PrintedText.annexOrigin(document) : annex.attachedTo();
        pieces.add(Balance.paragraph(PartStyle.ANNEX_ORIGIN, PrintedText.bracketed(origin), width));
        pieces.addAll(BodyComposer.compose(annex.body(), 1, width));
        return new Sheet(landscape, pieces);
    }

    private String label(Annex annex, int index) {
        if (annex.label() != null) return annex.label();
        return document.annexes().size() == 1
                ? PrintedText.ANNEX
                : PrintedText.ANNEX + " " + PrintedText.roman(index + 1);
    }

    private static boolean isWide(Block block) {
        return block.rows().stream().anyMatch(row -> row.size() > DecreeLayout.UPRIGHT_COLUMNS);
    }
}
