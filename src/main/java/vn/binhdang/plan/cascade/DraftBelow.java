package vn.binhdang.plan.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DraftsForOthers;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Signature;
import vn.binhdang.organisation.Letterhead;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.plan.cascade.CascadeRows.Clause;
import vn.binhdang.web.Text;

/**
 * The draft plan that an agency finds on its desk: the superior's document as its basis, each clause that was passed down
 * as an item to carry out, the own letterhead and head. A beginning to write on, not words put into its mouth.
 */
final class DraftBelow {
    private final Text t = Text.in(Text.VIETNAMESE);
    private final Source.Cited source;
    private final List<Block> body;

    DraftBelow(Source.Cited source, List<Clause> clauses) {
        this.source = source;
        var blocks = new ArrayList<Block>();
        blocks.add(section("I.", "plan.outline.purposeAndRequirements"));
        blocks.add(heading("1.", "plan.outline.purpose"));
        blocks.add(Block.paragraph(t.of("plan.cascade.draft.purpose", source.words(t))));
        blocks.add(heading("2.", "plan.outline.requirements"));
        blocks.add(Block.paragraph(""));
        blocks.add(section("II.", "plan.outline.content"));
        for (int i = 0; i < clauses.size(); i++)
            blocks.add(new Block(Block.Kind.ITEM, (i + 1) + ".", clauses.get(i).text(), List.of(), null));
        blocks.add(section("III.", "plan.outline.implementation"));
        blocks.add(new Block(Block.Kind.ITEM, "1.", t.of("plan.cascade.draft.assigned"), List.of(), null));
        body = List.copyOf(blocks);
    }

    /** Number of the task that carries out a clause of that place. */
    static String taskNumber(int position) {
        return "II." + (position + 1);
    }

    /** The head and the foot that a draft has from the agency that writes it. */
    static DraftsForOthers.Letterhead letterhead(
            String unitName, @Nullable Letterhead letterhead, @Nullable OfficeHeld head, Text t) {
        var signature = head == null
                ? null
                : new Signature(null, null, head.title().toUpperCase(Locale.of("vi")), head.personName());
        if (letterhead == null) return new DraftsForOthers.Letterhead(unitName, null, null, null, signature);
        return new DraftsForOthers.Letterhead(
                letterhead.issuingAgency(),
                letterhead.parentAgency(),
                t.of("plan.outline.symbol", letterhead.symbolAbbreviation()),
                letterhead.placeOfIssue(),
                signature);
    }

    AdministrativeDocument of(String unitName, @Nullable Letterhead letterhead, @Nullable OfficeHeld head) {
        var own = letterhead(unitName, letterhead, head, t);
        return new AdministrativeDocument(
                t.of("plan.outline.type"),
                own.issuingAgency(),
                own.parentAgency(),
                null,
                own.symbol(),
                own.place(),
                null,
                t.of("plan.cascade.draft.subject", source.words(t)),
                List.of(),
                List.of(new LegalBasis(
                        t.of("plan.cascade.draft.basis", source.words(t)),
                        source.type(),
                        source.number().isEmpty() ? null : source.number(),
                        null,
                        source.issuer().isEmpty() ? null : source.issuer(),
                        null)),
                List.of(),
                body,
                List.of(),
                List.of(),
                List.of(
                        source.issuer().isEmpty() ? t.of("plan.cascade.draft.superior") : source.issuer(),
                        t.of("plan.cascade.draft.archive")),
                own.signature(),
                List.of(),
                List.of());
    }

    private Block section(String number, String key) {
        return new Block(Block.Kind.SECTION, number, t.of(key), List.of(), null);
    }

    private Block heading(String number, String key) {
        return new Block(Block.Kind.HEADING, number, t.of(key), List.of(), null);
    }
}
