package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.PersonInUse;

/** Changes records of people: one at a time, each with its day, its journal entry and its audit row. */
@Component
public class PersonChanges {
    private final PersonRecords records;
    private final ChangeJournal journal;
    private final Namesakes namesakes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    /** Asked for when needed: one of them changes records too. */
    private final ObjectProvider<PersonInUse> uses;

    private final Clock clock;

    PersonChanges(
            PersonRecords records,
            ChangeJournal journal,
            Namesakes namesakes,
            AuditTrail audit,
            JdbcClient jdbc,
            ObjectProvider<PersonInUse> uses,
            Clock clock) {
        this.records = records;
        this.journal = journal;
        this.namesakes = namesakes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.uses = uses;
        this.clock = clock;
    }

    /** Somebody new; the caller has looked whether the unit is in the actor's reach. */
    @Transactional
    public PersonId enter(
            Actor actor,
            PersonRecord.Identity identity,
            Map<FactKind, String> facts,
            Office.Post post,
            LocalDate from) {
        actor.must(Action.CHANGE_PEOPLE);
        var record = newcomer(identity, facts, post, from);
        records.save(List.of(new PersonRecords.Saved(null, record)));
        journal.write(actor, ChangeKind.ENTER, from, List.of(new PersonRecords.Saved(null, record)));
        audit.record(
                actor,
                "organisation.person.enter",
                record.id().value(),
                Map.of("unit", post.unit().toString(), "from", from.toString()));
        return record.id();
    }

    /** A first record, not stored yet. */
    public static PersonRecord newcomer(
            PersonRecord.Identity identity, Map<FactKind, String> facts, Office.Post post, LocalDate from) {
        return new PersonRecord(
                PersonId.create(),
                1,
                identity,
                List.of(Office.beginning(from, post, true)),
                new TreeMap<>(facts)
                        .entrySet().stream()
                                .map(fact -> Fact.beginning(from, fact.getKey(), fact.getValue()))
                                .toList());
    }

    @Transactional
    public void correct(Actor actor, PersonId id, int revision, PersonRecord.Identity corrected) {
        change(actor, id, revision, ChangeKind.CORRECT, null, record -> {
            if (record.identity().equals(corrected)) throw new Refused("organisation.person.nothingChanges");
            var code = corrected.staffCode();
            if (code != null
                    && !code.equals(record.identity().staffCode())
                    && namesakes.codeTaken(actor.reach(Action.CHANGE_PEOPLE), code, id, LocalDate.now(clock)))
                throw new Refused("organisation.person.codeTaken");
            return record.identified(corrected);
        });
    }

    @Transactional
    public void move(Actor actor, PersonId id, int revision, Office.Post post, LocalDate from) {
        change(actor, id, revision, ChangeKind.MOVE, from, record -> record.move(post, from));
    }

    @Transactional
    public void addOffice(Actor actor, PersonId id, int revision, Office.Post post, LocalDate from) {
        change(actor, id, revision, ChangeKind.ADD_OFFICE, from, record -> record.addOffice(post, from));
    }

    @Transactional
    public void correctOffice(Actor actor, PersonId id, int revision, UUID office, Office.Post post, LocalDate from) {
        change(
                actor,
                id,
                revision,
                ChangeKind.CORRECT_OFFICE,
                from,
                record -> record.correctOffice(office, post, from));
    }

    @Transactional
    public void endOffice(Actor actor, PersonId id, int revision, UUID office, LocalDate on) {
        change(actor, id, revision, ChangeKind.END_OFFICE, on, record -> record.endOffice(office, on));
    }

    @Transactional
    public void fact(Actor actor, PersonId id, int revision, FactKind kind, @Nullable String value, LocalDate from) {
        change(actor, id, revision, ChangeKind.FACT, from, record -> record.change(kind, value, from));
    }

    @Transactional
    public void leave(Actor actor, PersonId id, int revision, LocalDate from) {
        change(actor, id, revision, ChangeKind.LEAVE, from, record -> record.leave(from));
    }

    /**
     * Takes the last change back, once, while its units still stand; somebody entered by mistake goes while nothing names
     * them.
     *
     * @return whether the person is still there
     */
    @Transactional
    public boolean undo(Actor actor, PersonId id, int revision) {
        actor.must(Action.CHANGE_PEOPLE);
        var today = LocalDate.now(clock);
        var record = upToDate(actor, id, revision, today);
        var last =
                journal.of(id).stream().findFirst().orElseThrow(() -> new Refused("organisation.person.nothingToUndo"));
        if (last.kind() == ChangeKind.UNDO) throw new Refused("organisation.person.nothingToUndo");
        if (last.no() == 1) {
            if (uses.stream().anyMatch(use -> use.isInUse(id))) throw new Refused("organisation.person.inUse");
            records.remove(id);
            audit.record(actor, "organisation.person.remove", id.value());
            return false;
        }
        var before = journal.before(id, last.no()).orElseThrow(() -> new Refused("organisation.person.nothingToUndo"));
        if (!unitsStand(before)) throw new Refused("organisation.person.unitEnded");
        store(actor, ChangeKind.UNDO, last.effectiveOn(), record, before);
        return true;
    }

    private void change(
            Actor actor,
            PersonId id,
            int revision,
            ChangeKind kind,
            @Nullable LocalDate on,
            UnaryOperator<PersonRecord> change) {
        actor.must(Action.CHANGE_PEOPLE);
        var before = upToDate(actor, id, revision, LocalDate.now(clock));
        store(actor, kind, on, before, change.apply(before));
    }

    private PersonRecord upToDate(Actor actor, PersonId id, int revision, LocalDate today) {
        var record = records.locked(actor.reach(Action.CHANGE_PEOPLE), id, today);
        if (record.revision() != revision) throw new Refused("organisation.person.overtaken");
        return record;
    }

    private void store(
            Actor actor, ChangeKind kind, @Nullable LocalDate on, PersonRecord before, PersonRecord changed) {
        var after = changed.as(before.revision() + 1);
        var saved = List.of(new PersonRecords.Saved(before, after));
        records.save(saved);
        journal.write(actor, kind, on, saved);
        var fields = new TreeMap<String, Object>(Map.of("changed", before.differences(after)));
        if (on != null) fields.put("from", on.toString());
        audit.record(actor, "organisation.person." + kind.word(), before.id().value(), fields);
    }

    /** Whether every office that would be open again is one of a unit that has no end. */
    private boolean unitsStand(PersonRecord before) {
        var open = before.offices().stream()
                .filter(office -> office.to() == null)
                .map(office -> office.post().unit().value())
                .toArray(UUID[]::new);
        return jdbc.sql("select not exists (select 1 from unit where id = any(:ids) and valid_to is not null)")
                .param("ids", open)
                .query(Boolean.class)
                .single();
    }
}
