package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.Signature;
import vn.binhdang.organisation.Letterhead;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.web.Text;

/**
 * A plan with nothing in it yet but what every plan of the agency has: the head, the three sections (mục đích, yêu cầu;
 * nội dung thực hiện; tổ chức thực hiện) with an empty paragraph each, the usual recipients, the signature of the head.
 */
final class PlanOutline {
    /** The document is Vietnamese, whatever language its writer works in. */
    private final Text t = Text.in(Text.VIETNAMESE);

    /**
     * @param agency short name of the agency, for the recipients
     * @param drafting abbreviation of the drafting unit, for the archive line
     * @param head who leads the agency; null where the office is vacant
     */
    AdministrativeDocument of(
            String subject,
            @Nullable Letterhead letterhead,
            String agency,
            String drafting,
            @Nullable OfficeHeld head) {
        return new AdministrativeDocument(
                t.of("plan.outline.type"),
                letterhead == null ? null : letterhead.issuingAgency(),
                letterhead == null ? null : letterhead.parentAgency(),
                null,
                letterhead == null ? null : t.of("plan.outline.symbol", letterhead.symbolAbbreviation()),
                letterhead == null ? null : letterhead.placeOfIssue(),
                null,
                subject,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        section("I.", "plan.outline.purposeAndRequirements"),
                        heading("1.", "plan.outline.purpose"),
                        Block.paragraph(""),
                        heading("2.", "plan.outline.requirements"),
                        Block.paragraph(""),
                        section("II.", "plan.outline.content"),
                        new Block(Block.Kind.ITEM, "1.", "", List.of(), null),
                        section("III.", "plan.outline.implementation"),
                        new Block(Block.Kind.ITEM, "1.", "", List.of(), null)),
                List.of(),
                List.of(),
                List.of(
                        t.of("plan.outline.recipient.leaders", agency),
                        t.of("plan.outline.recipient.units", agency),
                        t.of("plan.outline.recipient.archive", drafting)),
                head == null
                        ? null
                        : new Signature(null, null, head.title().toUpperCase(Locale.of("vi")), head.personName()),
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
