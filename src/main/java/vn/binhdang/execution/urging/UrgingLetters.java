package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.Signature;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Letterhead;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/**
 * Urging by công văn: drafted here, then written on, approved, numbered and issued as every outgoing document. The words are
 * those of the document and therefore Vietnamese.
 */
@Component
class UrgingLetters {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    private final OutgoingDocuments documents;
    private final Urgings urgings;
    private final UrgingWords words;
    private final Units units;
    private final People people;
    private final JdbcClient jdbc;

    UrgingLetters(
            OutgoingDocuments documents,
            Urgings urgings,
            UrgingWords words,
            Units units,
            People people,
            JdbcClient jdbc) {
        this.documents = documents;
        this.urgings = urgings;
        this.words = words;
        this.units = units;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** A row of the table in the letter. */
    record Line(UnitId unit, String text, @Nullable LocalDate dueOn) {}

    /** Drafts one letter to all addressees. */
    @Transactional(propagation = Propagation.MANDATORY)
    DocumentId write(Actor actor, String text, LocalDate answerBy, List<Part> parts, List<Line> lines) {
        var today = urgings.today();
        var addressees = new LinkedHashSet<UnitId>();
        for (var part : parts) addressees.add(part.unit());
        Map<UnitId, Unit> named = units.named(addressees, today);
        var names = addressees.stream()
                .map(named::get)
                .filter(Objects::nonNull)
                .map(Unit::name)
                .toList();
        String opening = parts.size() == 1
                ? words.filled(text, parts.getFirst(), lines.size(), answerBy, actor.agency())
                : words.filled(
                        text.replace("{" + UrgingWords.UNIT + "}", WORDS.of("execution.urging.letter.theUnits")),
                        parts.getFirst(),
                        lines.size(),
                        answerBy,
                        actor.agency());
        var letter = letter(
                actor,
                today,
                names,
                List.of(
                        Block.paragraph(opening),
                        new Block(Block.Kind.TABLE, null, "", table(lines, named, today), null),
                        Block.paragraph(WORDS.of("execution.urging.letter.closing", UrgingWords.day(answerBy)))));
        var id = documents.create(actor, DocumentKind.LETTER, letter, today.getYear(), null);
        urgings.prepare(actor, new Urgings.Order(Way.LETTER, text, answerBy, parts, id));
        return id;
    }

    private static List<List<String>> table(List<Line> lines, Map<UnitId, Unit> named, LocalDate today) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of("no", "thing", "unit", "due")
                .map(column -> WORDS.of("execution.urging.letter.column." + column))
                .toList());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var unit = named.get(line.unit());
            String due = line.dueOn() == null ? "" : UrgingWords.day(line.dueOn());
            rows.add(List.of(
                    String.valueOf(i + 1),
                    line.text(),
                    unit == null ? "" : unit.label(),
                    line.dueOn() != null && line.dueOn().isBefore(today)
                            ? WORDS.of("execution.urging.letter.overdue", due)
                            : due));
        }
        return rows;
    }

    private AdministrativeDocument letter(Actor actor, LocalDate today, List<String> addressees, List<Block> body) {
        var letterhead = units.letterhead(actor.agency(), today);
        var drafting = units.nearest(actor.unit(), today);
        String symbol = Stream.of(actor.agency(), actor.unit())
                .distinct()
                .map(unit -> units.nearest(unit, today).symbolAbbreviation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("-"));
        String archive = drafting.symbolAbbreviation() == null ? drafting.label() : drafting.symbolAbbreviation();
        var head = people.officesOf(actor.agency(), today).stream()
                .filter(office -> office.rank() == Rank.HEAD)
                .findFirst();
        return new AdministrativeDocument(
                WORDS.of("execution.urging.letter.type"),
                letterhead.map(Letterhead::issuingAgency).orElse(null),
                letterhead.map(Letterhead::parentAgency).orElse(null),
                null,
                symbol.isEmpty() ? null : symbol,
                letterhead.map(Letterhead::placeOfIssue).orElse(null),
                new PartialDate(today.getYear(), today.getMonthValue(), null),
                WORDS.of("execution.urging.letter.subject"),
                addressees,
                List.of(),
                List.of(),
                body,
                List.of(),
                List.of(),
                List.of(
                        WORDS.of("execution.urging.letter.asAbove"),
                        WORDS.of("execution.urging.letter.archive", archive)),
                head.map(office -> new Signature(
                                null, null, office.title().toUpperCase(java.util.Locale.of("vi")), office.personName()))
                        .orElse(null),
                List.of(),
                List.of());
    }

    private record Number(int number, String symbol) {}

    // In the thread of the clerk who issued; what is lost when the program stops in between is found by the morning's
    // job.
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void issued(DocumentIssued document) {
        if (document.kind() != DocumentKind.LETTER) return;
        jdbc.sql("select number, symbol from outgoing_document where id = :id and number is not null")
                .param("id", document.documentId())
                .query(Number.class)
                .optional()
                .ifPresent(number -> urgings.letterIssued(
                        new DocumentId(document.documentId()), number.number() + "/" + number.symbol()));
    }
}
