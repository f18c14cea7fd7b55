package vn.binhdang.document.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.Signature;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.organisation.Letterhead;

/** Puts together what will be printed of a draft, and gives back what was printed of an issued document. */
@Component
public class Printables {
    private final OutgoingDocuments documents;
    private final Companions companions;
    private final Agencies agencies;
    private final Clock clock;

    Printables(OutgoingDocuments documents, Companions companions, Agencies agencies, Clock clock) {
        this.documents = documents;
        this.companions = companions;
        this.agencies = agencies;
        this.clock = clock;
    }

    public Printable of(Actor actor, OutgoingDocument document) {
        var written = documents.written(actor, document.id());
        return document.state().issued()
                ? issued(written)
                : draft(actor, written).printable();
    }

    public static Printable issued(WrittenDocument written) {
        return Printable.of(written.issued());
    }

    public PrintableDraft draft(Actor actor, WrittenDocument written) {
        var agency = agencies.on(actor.agency(), LocalDate.now(clock));
        var beside = companions
                .of(written.document().kind())
                .map(companion -> companion.beside(actor, written, agency))
                .orElse(null);
        var whole = beside == null ? written.content() : beside.printed();
        return new PrintableDraft(Printable.of(draft(whole, agency.letterhead())), agency, beside);
    }

    /** A draft has neither number nor day, whatever an imported text brought along; an empty head is the agency's own. */
    private static AdministrativeDocument draft(AdministrativeDocument d, @Nullable Letterhead letterhead) {
        var head = Optional.ofNullable(letterhead);
        return new AdministrativeDocument(
                d.documentType(),
                or(d.issuingAgency(), head.map(Letterhead::issuingAgency)),
                or(d.parentAgency(), head.map(Letterhead::parentAgency)),
                null,
                d.symbol(),
                or(d.place(), head.map(Letterhead::placeOfIssue)),
                d.date() == null
                        ? null
                        : new PartialDate(d.date().year(), d.date().month(), null),
                d.subjectLine(),
                d.addressees(),
                d.legalBases(),
                List.of(),
                d.body(),
                List.of(),
                List.of(),
                d.recipients(),
                d.signature(),
                d.annexes(),
                List.of());
    }

    /** The same text with another signature block. */
    public static AdministrativeDocument signed(AdministrativeDocument d, Signature signature) {
        return rebuilt(d, d.number(), d.date(), signature);
    }

    /** The same text with what is given at issue. */
    public static AdministrativeDocument numbered(AdministrativeDocument d, int number, LocalDate day) {
        return rebuilt(d, "%02d".formatted(number), PartialDate.of(day), d.signature());
    }

    /** The same text without what was given at issue, for a draft that begins with it. */
    public static AdministrativeDocument unissued(AdministrativeDocument d) {
        return rebuilt(d, null, null, d.signature());
    }

    private static AdministrativeDocument rebuilt(
            AdministrativeDocument d,
            @Nullable String number,
            @Nullable PartialDate date,
            @Nullable Signature signature) {
        return new AdministrativeDocument(
                d.documentType(),
                d.issuingAgency(),
                d.parentAgency(),
                number,
                d.symbol(),
                d.place(),
                date,
                d.subjectLine(),
                d.addressees(),
                d.legalBases(),
                d.sections(),
                d.body(),
                d.tasks(),
                d.citedDocuments(),
                d.recipients(),
                signature,
                d.annexes(),
                d.findings());
    }

    private static @Nullable String or(@Nullable String own, Optional<String> other) {
        return own == null || own.isBlank() ? other.orElse(null) : own;
    }
}
