package vn.binhdang.reporting.compilation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.organisation.Letterhead;
import vn.binhdang.plan.Plan;

/** What stands around the text of a report: head, addressees, the plan as its basis, recipients, signature. */
final class ReportHead {
    /** Lines of Nơi nhận that begin like this name a body; "Lãnh đạo Sở" and "Các phòng" do not stand above the agency. */
    private static final Pattern BODY = Pattern.compile(
            "(?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Tỉnh ủy|Thành ủy|Văn phòng UBND|Phòng (?:Nội vụ|Lao động|Văn hóa)|Cục|Tổng"
                    + " cục)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PURPOSE = Pattern.compile("\\s*\\([^()]*\\)$");

    private final ReportWords words = new ReportWords();

    /** The plan as it was issued. */
    record IssuedPlan(OutgoingDocument document, AdministrativeDocument content) {}

    /**
     * To whom the report goes: the first body among the recipients of the plan, in the words of the plan, also when that
     * body has ended since.
     */
    static Optional<String> superior(AdministrativeDocument plan) {
        String own = plan.issuingAgency() == null ? "" : plan.issuingAgency();
        return plan.recipients().stream()
                .map(line -> line.strip().replaceFirst("[;.,]+$", ""))
                .map(line -> PURPOSE.matcher(line).replaceFirst("").strip())
                .filter(line -> BODY.matcher(line).matches() && !line.equalsIgnoreCase(own))
                .findFirst();
    }

    String planTitle(Plan plan) {
        return words.say(
                "plan",
                plan.type() == null ? words.say("plan.type") : plan.type(),
                plan.document().numberAndSymbol());
    }

    /** @param archive abbreviation of the drafting unit, for the last line of Nơi nhận */
    AdministrativeDocument around(
            List<Slot> slots,
            ReportData data,
            IssuedPlan plan,
            @Nullable Letterhead letterhead,
            List<String> addressees,
            String archive,
            LocalDate today) {
        return new AdministrativeDocument(
                words.say("type"),
                letterhead == null ? plan.content().issuingAgency() : letterhead.issuingAgency(),
                letterhead == null ? plan.content().parentAgency() : letterhead.parentAgency(),
                null,
                letterhead == null ? null : words.say("symbol", letterhead.symbolAbbreviation()),
                letterhead == null ? plan.content().place() : letterhead.placeOfIssue(),
                new PartialDate(today.getYear(), today.getMonthValue(), null),
                words.say("subject", data.label()),
                addressees,
                List.of(basis(plan)),
                List.of(),
                blocks(slots, 0),
                List.of(),
                List.of(),
                List.of(words.say("recipients.above"), words.say("recipients.archive", archive)),
                plan.content().signature(),
                List.of(
                        new Annex(words.say("annex1.label"), words.say("annex1.title"), null, blocks(slots, 1)),
                        new Annex(words.say("annex2.label"), words.say("annex2.title"), null, blocks(slots, 2))),
                List.of());
    }

    private LegalBasis basis(IssuedPlan plan) {
        var issuedOn = plan.document().issuedOn();
        if (issuedOn == null)
            throw new IllegalArgumentException("not issued: " + plan.document().id());
        String type = plan.content().documentType() == null
                ? words.say("plan.type")
                : plan.content().documentType();
        String issuer =
                plan.content().issuingAgency() == null ? "" : plan.content().issuingAgency();
        String cited = Stream.of(
                        words.cited(type, plan.document().numberAndSymbol(), issuedOn),
                        issuer.isEmpty() ? "" : words.say("basis.issuer", issuer),
                        words.about(ReportWords.asPhrase(plan.document().subject())))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        return new LegalBasis(
                words.say("basis", cited), type, plan.document().numberAndSymbol(), issuedOn, issuer, null);
    }

    private static List<Block> blocks(List<Slot> slots, int part) {
        return slots.stream()
                .filter(slot -> slot.part() == part)
                .map(Slot::block)
                .toList();
    }
}
