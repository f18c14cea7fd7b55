package vn.binhdang.document.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.Signature;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Letterhead;
import vn.binhdang.organisation.Units;

/** Puts together what will be printed of a draft, and gives back what was printed of an issued document. */
@Component
public class Printables {
    private final OutgoingDocuments documents;
    private final Companions companions;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Printables(OutgoingDocuments documents, Companions companions, Units units, JdbcClient jdbc, Clock clock) {
        this.documents = documents;
        this.companions = companions;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Printable of(Actor actor, OutgoingDocument document) {
        if (document.state().issued()) return Printable.of(issued(actor, document));
        var stored = documents.content(actor, document.id());
        var whole = companions
                .of(document.kind())
                .map(companion -> companion.forPrint(actor, document.id(), stored))
                .orElse(stored);
        var letterhead = units.letterhead(actor.agency(), LocalDate.now(clock));
        return Printable.of(draft(whole, letterhead.orElse(null)));
    }

    private AdministrativeDocument issued(Actor actor, OutgoingDocument document) {
        return jdbc.sql("select cast(issued_content as text) from outgoing_document where id = :id and agency_id ="
                        + " :agency")
                .param("id", document.id().value())
                .param("agency", actor.agency().value())
                .query((rs, i) -> json.readValue(rs.getString(1), AdministrativeDocument.class))
                .single();
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
