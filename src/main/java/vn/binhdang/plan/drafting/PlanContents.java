package vn.binhdang.plan.drafting;

import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.LegalBasis;

/** A document with some of its parts exchanged. */
final class PlanContents {
    private PlanContents() {}

    static AdministrativeDocument with(
            AdministrativeDocument d, List<LegalBasis> bases, List<Block> body, List<Annex> annexes) {
        return new AdministrativeDocument(
                d.documentType(),
                d.issuingAgency(),
                d.parentAgency(),
                d.number(),
                d.symbol(),
                d.place(),
                d.date(),
                d.subjectLine(),
                d.addressees(),
                bases,
                List.of(),
                body,
                List.<DocumentTask>of(),
                List.of(),
                d.recipients(),
                d.signature(),
                annexes,
                List.of());
    }

    /** Paragraphs nobody has written yet are not printed. */
    static List<Block> written(List<Block> body) {
        return body.stream()
                .filter(block -> block.kind() == Block.Kind.TABLE
                        ? !block.rows().isEmpty()
                        : !block.text().isBlank())
                .toList();
    }
}
