package vn.binhdang.document.issuing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.approval.Act;
import vn.binhdang.document.approval.Companions;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.approval.SigningPower;
import vn.binhdang.document.approval.SigningPowers;
import vn.binhdang.document.approval.Steps;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;

/**
 * Issues an approved document: number, day, frozen content, files, step, audit row and the end of the document it
 * replaces or takes back, all in one transaction or not at all.
 */
@Component
public class Issuing {
    private final Steps steps;
    private final Printables printables;
    private final SigningPowers powers;
    private final NumberSeries numbers;
    private final Typesetter typesetter;
    private final Companions companions;
    private final Files files;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Issuing(
            Steps steps,
            Printables printables,
            SigningPowers powers,
            NumberSeries numbers,
            Typesetter typesetter,
            Companions companions,
            Files files,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.printables = printables;
        this.powers = powers;
        this.numbers = numbers;
        this.typesetter = typesetter;
        this.companions = companions;
        this.files = files;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Approved(LocalDate approvedOn, String approvedContent, UUID signerId, String signingCapacity) {}

    /** @param warnings about the day proposed */
    public record Offer(int number, String symbol, LocalDate day, List<Finding> warnings) {}

    /** What the clerk is shown before issuing an approved document; the number is only really given by {@link #issue}. */
    public Offer offer(Actor actor, OutgoingDocument document, AdministrativeDocument content, LocalDate day) {
        var offered = numbers.offered(actor.agency(), content.documentType(), day);
        var days = new IssueDay(LocalDate.now(clock), Objects.requireNonNull(document.approvedOn()), offered.lastDay());
        return new Offer(offered.number(), String.valueOf(content.symbol()), day, days.warnings(day));
    }

    /**
     * Listeners of {@link DocumentIssued} run after the commit ({@code @ApplicationModuleListener}) and may run twice.
     *
     * @return the number given
     */
    @Transactional
    public int issue(Actor actor, DocumentId id, LocalDate day) {
        var document = steps.lock(actor, id);
        steps.check(actor, document, Act.ISSUE);
        // What this document ends is locked before anything is recorded, as everywhere: else two clerks could wait for
        // each other.
        if (endsConcerned(document)) steps.lock(actor, concerned(document));
        var approved = approved(id);
        var content = asApproved(actor, document, approved);
        checkSigner(actor, content, approved, day);
        String series = numbers.seriesFor(actor.agency(), content.documentType(), day);
        // First the lock on the series, then the question after its last day: the answer cannot grow old.
        int number = numbers.take(actor.agency(), day.getYear(), series);
        days(actor, approved, series).check(day);
        refuseDuplicate(actor, number, content.symbol(), day);
        var printed = Printables.numbered(content, number, day);
        String name = fileName(printed);
        // Both are made before the first is stored: storing writes an audit row, and with it holds up the whole agency.
        byte[] word = typesetter.docx(printed);
        byte[] portable = typesetter.pdf(printed);
        var docx = store(actor, word, DocumentFiles.DOCX, name + ".docx");
        var pdf = store(actor, portable, DocumentFiles.PDF, name + ".pdf");
        freeze(document.id(), printed, number, day, series, docx, pdf);
        steps.written(
                actor,
                document,
                Act.ISSUE,
                null,
                Map.of(
                        "number", number,
                        "issuedOn", day.toString(),
                        "series", series,
                        "docx", docx.sha256(),
                        "pdf", pdf.sha256()));
        endConcerned(actor, document, printed);
        companions.of(document.kind()).ifPresent(companion -> companion.takesEffect(actor, steps.lock(actor, id)));
        events.publishEvent(new DocumentIssued(id.value(), document.kind(), day));
        return number;
    }

    private Approved approved(DocumentId id) {
        return jdbc.sql("""
            select approved_on, approved_content, signer_id, signing_capacity from outgoing_document where id = :id
            """).param("id", id.value()).query(Approved.class).single();
    }

    private AdministrativeDocument asApproved(Actor actor, OutgoingDocument document, Approved approved) {
        var printable = printables.of(actor, document);
        if (!printable.mark().equals(approved.approvedContent())) throw new Refused("document.issue.notAsApproved");
        return printable.content();
    }

    /** The office is checked for the day that is printed, too: between approval and issue it may have passed on. */
    private void checkSigner(Actor actor, AdministrativeDocument content, Approved approved, LocalDate day) {
        var signer = powers.on(actor.agency(), day)
                .require(new PersonId(approved.signerId()), SigningCapacity.valueOf(approved.signingCapacity()));
        if (content.signature() == null || !signer.signature().equals(content.signature()))
            throw new Refused(
                    "document.signing.differs",
                    content.signature() == null ? "" : SigningPower.printed(content.signature()),
                    SigningPower.printed(signer.signature()));
    }

    private IssueDay days(Actor actor, Approved approved, String series) {
        return new IssueDay(
                LocalDate.now(clock),
                approved.approvedOn(),
                numbers.lastDay(actor.agency(), series).orElse(null));
    }

    /** Two series that print the same symbol would give one identifier twice (annex VI asks for a warning). */
    private void refuseDuplicate(Actor actor, int number, @Nullable String symbol, LocalDate day) {
        boolean taken = jdbc.sql("""
            select exists (select 1 from outgoing_document
                           where agency_id = :agency and number = :number and lower(symbol) = lower(:symbol)
                             and extract(year from issued_on) = :year)
            """)
                .param("agency", actor.agency().value())
                .param("number", number)
                .param("symbol", symbol)
                .param("year", day.getYear())
                .query(Boolean.class)
                .single();
        if (taken)
            throw new Refused(
                    "document.issue.duplicate", "%02d/%s".formatted(number, symbol), String.valueOf(day.getYear()));
    }

    private StoredFile store(Actor actor, byte[] bytes, String mediaType, String name) {
        return files.store(actor, new ByteArrayInputStream(bytes), mediaType, name);
    }

    /** "05-KH-SKHCN": number and symbol without what file systems refuse. */
    static String fileName(AdministrativeDocument printed) {
        return (printed.number() + "-" + printed.symbol()).replaceAll("[^\\p{L}\\p{N}.-]+", "-");
    }

    private void freeze(
            DocumentId id,
            AdministrativeDocument printed,
            int number,
            LocalDate day,
            String series,
            StoredFile docx,
            StoredFile pdf) {
        jdbc.sql("""
            update outgoing_document
            set    state = 'ISSUED', version = version + 1, changed_at = :now, number = :number, symbol = :symbol,
                   issued_on = :day, series = :series, docx_file_id = :docx, pdf_file_id = :pdf,
                   issued_content = cast(:content as jsonb),
                   head = head || jsonb_build_object('number', cast(:printedNumber as text), 'symbol', cast(:symbol as text),
                                                     'date', cast(:date as jsonb))
            where  id = :id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("number", number)
                .param("symbol", printed.symbol())
                .param("day", day)
                .param("series", series)
                .param("docx", docx.id().value())
                .param("pdf", pdf.id().value())
                .param("content", json.writeValueAsString(printed))
                .param("printedNumber", printed.number())
                .param("date", json.writeValueAsString(printed.date()))
                .param("id", id.value())
                .update();
    }

    private static boolean endsConcerned(OutgoingDocument document) {
        return document.concernsId() != null
                && document.kind() != DocumentKind.ERRATUM
                && document.kind() != DocumentKind.AMENDMENT;
    }

    private static DocumentId concerned(OutgoingDocument document) {
        return Objects.requireNonNull(document.concernsId());
    }

    /** A replacement ends what it replaces, a recall what it takes back; an erratum or an amendment leaves it in force. */
    private void endConcerned(Actor actor, OutgoingDocument document, AdministrativeDocument printed) {
        if (!endsConcerned(document)) return;
        var concerned = steps.lock(actor, concerned(document));
        var act = document.kind() == DocumentKind.RECALL ? Act.RECALL : Act.SUPERSEDE;
        if (concerned.state() != DocumentState.ISSUED)
            throw new Refused("document.issue.concernedEnded", concerned.numberAndSymbol());
        steps.take(actor, concerned, act, printed.number() + "/" + printed.symbol());
    }
}
