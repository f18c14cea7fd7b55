package vn.binhdang.document.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.approval.Companions;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.Steps;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;

/**
 * What is begun when an issued document turns out wrong (Decree 30/2020 article 18): a letter that corrects layout or
 * procedure, a document of the same form in its place when the content is wrong, or a letter that takes it back. Each is
 * a draft of its own that goes the ordinary way; nothing happens to the issued document before it is issued.
 */
@Component
public class Corrections {
    private final OutgoingDocuments documents;
    private final Printables printables;
    private final Companions companions;
    private final Steps steps;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Corrections(
            OutgoingDocuments documents,
            Printables printables,
            Companions companions,
            Steps steps,
            Units units,
            JdbcClient jdbc,
            Clock clock) {
        this.documents = documents;
        this.printables = printables;
        this.companions = companions;
        this.steps = steps;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param misprints empty rows are left out; a row with a gap is refused */
    @Transactional
    public DocumentId erratum(Actor actor, DocumentId id, List<Misprint> misprints) {
        var issued = inForce(actor, id);
        var filled = misprints.stream().filter(m -> !m.isEmpty()).toList();
        if (filled.isEmpty()) throw new Refused("document.correction.noMisprint");
        if (!filled.stream().allMatch(Misprint::isComplete)) throw new Refused("document.correction.misprintGap");
        return begin(actor, issued, DocumentKind.ERRATUM, letters(actor, issued).erratum(filled));
    }

    @Transactional
    public DocumentId recall(Actor actor, DocumentId id, String reason) {
        var issued = inForce(actor, id);
        if (!recallable(issued.kind())) throw new Refused("document.correction.amendmentStays");
        if (reason.isBlank()) throw new Refused("document.correction.noReason");
        return begin(actor, issued, DocumentKind.RECALL, letters(actor, issued).recall(reason.strip()));
    }

    @Transactional
    public DocumentId replacement(Actor actor, DocumentId id) {
        var issued = inForce(actor, id);
        if (!recallable(issued.kind())) throw new Refused("document.correction.amendmentStays");
        if (!replaceable(issued.kind())) throw new Refused("document.correction.letterNotReplaced");
        refuseSecond(issued, issued.kind());
        var words = Printables.unissued(documents.content(actor, id));
        return companions
                .of(issued.kind())
                .flatMap(companion -> companion.replace(actor, issued, words))
                .orElseGet(() -> documents.create(actor, issued.kind(), words, issued.year(), id));
    }

    /** A letter about another document is taken back and written anew: in its place it would be about two documents. */
    public static boolean replaceable(DocumentKind kind) {
        return kind == DocumentKind.PLAN || kind == DocumentKind.REPORT || kind == DocumentKind.LETTER;
    }

    /** Units work by what an amendment changed, from the day of its issue: only another amendment changes that. */
    public static boolean recallable(DocumentKind kind) {
        return kind != DocumentKind.AMENDMENT;
    }

    private OutgoingDocument inForce(Actor actor, DocumentId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        steps.lock(actor, id);
        var document = documents.findFor(actor, id, Action.WRITE_DOCUMENTS);
        if (document.state() != DocumentState.ISSUED)
            throw new Refused("document.approval.stands." + document.state().word());
        return document;
    }

    private DocumentId begin(Actor actor, OutgoingDocument issued, DocumentKind kind, AdministrativeDocument letter) {
        refuseSecond(issued, kind);
        return documents.create(actor, kind, letter, LocalDate.now(clock).getYear(), issued.id());
    }

    /** A second click, or a colleague with the same idea: the draft that is already there is enough. */
    private void refuseSecond(OutgoingDocument issued, DocumentKind kind) {
        boolean open = jdbc.sql("""
            select exists (select 1 from outgoing_document
                           where concerns_id = :id and kind = :kind and state in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'APPROVED'))
            """)
                .param("id", issued.id().value())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
        if (open) throw new Refused("document.correction.begun");
    }

    private Letters letters(Actor actor, OutgoingDocument issued) {
        var today = LocalDate.now(clock);
        String symbol = Stream.of(actor.agency(), actor.unit())
                .distinct()
                .map(unit -> units.nearest(unit, today))
                .map(Unit::symbolAbbreviation)
                .filter(abbreviation -> abbreviation != null)
                .collect(Collectors.joining("-"));
        return new Letters(printables.of(actor, issued).content(), symbol, today);
    }
}
