package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.audit.OfRecordPage;
import vn.binhdang.audit.RecordHistory;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.organisation.People;
import vn.binhdang.web.Text;

/** Reads one person for the eyes of somebody else, and writes down that it was read. */
@Component
public class PersonPages {
    /** The deed of reading; its field {@code reader} is the person who read. */
    public static final String READ = "organisation.person.read";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    private final PersonRecords records;
    private final ChangeJournal journal;
    private final PersonHistory history;
    private final People people;
    private final AuditTrail audit;
    private final RecordHistory deeds;
    private final Clock clock;

    PersonPages(
            PersonRecords records,
            ChangeJournal journal,
            PersonHistory history,
            People people,
            AuditTrail audit,
            RecordHistory deeds,
            Clock clock) {
        this.records = records;
        this.journal = journal;
        this.history = history;
        this.people = people;
        this.audit = audit;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * The person as of a day. On a day that is past, what came after it is not told: whoever led the unit then need not
     * learn where somebody went.
     */
    @Transactional
    PersonPage read(Actor actor, PersonId id, LocalDate on, Text t) {
        var today = LocalDate.now(clock);
        var record = records.inReach(actor.reach(Action.READ_PEOPLE), id, on);
        audit.read(actor, READ, id.value(), Map.of("reader", actor.person().toString(), "on", on.toString()));
        boolean now = on.equals(today);
        var changes = now ? journal.of(id) : List.<ChangeJournal.Entry>of();
        var by = people.namesOf(changes.stream().map(ChangeJournal.Entry::by).collect(Collectors.toSet()));
        boolean mayChange = now && actor.may(Action.CHANGE_PEOPLE);
        return new PersonPage(
                id.toString(),
                record.revision(),
                record.identity().fullName(),
                now ? null : Days.print(on),
                facts(record, on, t),
                offices(record, on),
                history.of(record, now ? null : on, t),
                changes.stream()
                        .map(change -> new PersonPage.ChangeLine(
                                MOMENT.format(change.at().atZone(Today.ZONE)),
                                t.of("organisation.change." + change.kind().word()),
                                by.getOrDefault(change.by(), t.of("organisation.change.byProduct"))))
                        .toList(),
                mayChange ? undo(changes, t) : null,
                record.mainOfficeOn(on).isPresent(),
                mayChange);
    }

    /** What was done to the record; of personal fields only that they changed. */
    @Transactional
    OfRecordPage deeds(Actor actor, PersonId id, @Nullable String before, Text t) {
        var today = LocalDate.now(clock);
        var record = records.inReach(actor.reach(Action.READ_PEOPLE), id, today);
        audit.read(actor, READ, id.value(), Map.of("reader", actor.person().toString(), "on", today.toString()));
        return new OfRecordPage(
                record.identity().fullName(), "/people/" + id, deeds.of(List.of(id.value()), before, t));
    }

    private static @Nullable String undo(List<ChangeJournal.Entry> changes, Text t) {
        if (changes.isEmpty()) return null;
        var last = changes.getFirst();
        boolean can = last.kind() != ChangeKind.UNDO && (last.keepsBefore() || last.no() == 1);
        return can ? t.of("organisation.change." + last.kind().word()) : null;
    }

    /** Everything kept that is no office, in the order of the register. */
    public List<PersonPage.Line> facts(PersonRecord record, LocalDate on, Text t) {
        var is = record.identity();
        var lines = new ArrayList<PersonPage.Line>();
        lines.add(new PersonPage.Line(t.of("organisation.person.sex"), t.of("organisation.person.sex." + is.sex())));
        lines.add(new PersonPage.Line(
                t.of("organisation.person.birthYear"),
                is.birthYear() == null ? "–" : is.birthYear().toString()));
        if (is.staffCode() != null)
            lines.add(new PersonPage.Line(t.of("organisation.person.staffCode"), is.staffCode()));
        for (var kind : FactKind.values()) {
            var value = record.factOn(kind, on);
            if (value.isPresent() || kind == FactKind.LEGAL_STATUS)
                lines.add(new PersonPage.Line(
                        t.of("organisation.person." + kind.word()),
                        value.map(v -> t.of(kind.messageKey(v))).orElse("–")));
        }
        return lines;
    }

    public List<PersonPage.OfficeLine> offices(PersonRecord record, LocalDate on) {
        return record.offices().stream()
                .filter(office -> office.heldOn(on))
                .sorted(Comparator.comparing(office -> !office.main()))
                .map(office -> new PersonPage.OfficeLine(
                        office.id().toString(),
                        office.post().title(),
                        history.unit(office.post().unit(), on),
                        Days.print(office.from()),
                        office.main(),
                        office.post().keyLeader(),
                        !office.main() && office.to() == null))
                .toList();
    }
}
