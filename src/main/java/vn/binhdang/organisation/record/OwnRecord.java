package vn.binhdang.organisation.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.person.ChangeJournal;
import vn.binhdang.organisation.person.PersonHistory;
import vn.binhdang.organisation.person.PersonPage;
import vn.binhdang.organisation.person.PersonPages;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.web.Text;

/** Puts together everything kept about the person who asks, and who has read it. */
@Component
class OwnRecord {
    private static final int READINGS = 200;

    private final PersonRecords records;
    private final PersonPages pages;
    private final PersonHistory history;
    private final ChangeJournal journal;
    private final DataRequests requests;
    private final AuditTrail audit;
    private final People people;
    private final Clock clock;

    OwnRecord(
            PersonRecords records,
            PersonPages pages,
            PersonHistory history,
            ChangeJournal journal,
            DataRequests requests,
            AuditTrail audit,
            People people,
            Clock clock) {
        this.records = records;
        this.pages = pages;
        this.history = history;
        this.journal = journal;
        this.requests = requests;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** @throws NotVisible for an account without a person in the register */
    PersonRecord record(Actor actor) {
        return records.find(actor.person()).orElseThrow(() -> new NotVisible("own record"));
    }

    RecordPage page(Actor actor, Text t) {
        var today = LocalDate.now(clock);
        var record = record(actor);
        var time = AnswerTime.ofCorrections(today);
        return new RecordPage(
                record.identity().fullName(),
                pages.facts(record, today, t),
                pages.offices(record, today),
                history.of(record, null, t),
                changes(actor, t),
                readings(actor, t),
                requests.of(actor.person()).stream()
                        .map(request -> RequestLine.of(request, today, t))
                        .toList(),
                Arrays.stream(DataRequest.Field.values())
                        .map(field ->
                                new RecordPage.FieldChoice(field.name(), t.of("organisation.request.field." + field)))
                        .toList(),
                null,
                null,
                null,
                t.of(
                        time.verified() ? "organisation.record.answerTime" : "organisation.record.answerTimeUnverified",
                        time.workingDays(),
                        time.basis()));
    }

    private List<PersonPage.ChangeLine> changes(Actor actor, Text t) {
        var changes = journal.of(actor.person());
        var by = people.namesOf(changes.stream().map(ChangeJournal.Entry::by).collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> new PersonPage.ChangeLine(
                        RequestLine.moment(change.at()),
                        t.of("organisation.change." + change.kind().word()),
                        by.getOrDefault(change.by(), t.of("organisation.change.byProduct"))))
                .toList();
    }

    private List<RecordPage.Reading> readings(Actor actor, Text t) {
        var deeds = audit.readingsOf(actor.person().value(), READINGS);
        var names = people.namesOf(
                deeds.stream().map(deed -> reader(deed.fields(), actor)).collect(Collectors.toSet()));
        return deeds.stream()
                .map(deed -> new RecordPage.Reading(
                        RequestLine.moment(deed.at()),
                        names.getOrDefault(reader(deed.fields(), actor), "?"),
                        t.of(
                                deed.action().equals(PersonPages.READ)
                                        ? "organisation.record.read"
                                        : "organisation.record.exported")))
                .toList();
    }

    /** Exports are the person's own; readings name who read. */
    private static PersonId reader(Map<String, Object> fields, Actor actor) {
        var reader = fields.get("reader");
        return reader == null ? actor.person() : PersonId.of(reader.toString());
    }
}
