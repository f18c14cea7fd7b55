package vn.binhdang.organisation.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.DataRequestAnswered;
import vn.binhdang.organisation.DataRequestAsked;
import vn.binhdang.organisation.PersonInUse;
import vn.binhdang.organisation.person.ChangeJournal;
import vn.binhdang.organisation.person.PersonChanges;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.organisation.record.DataRequest.State;

/** Requests for correction: asked by the person, answered once by the office in whose reach the person is. */
@Component
class DataRequests implements PersonInUse {
    static final int PAGE = 50;

    private static final String COLUMNS = """
        select r.id, r.person_id, p.family_name || ' ' || p.given_name as person_name, r.field, r.words, r.asked_at,
               r.due_on, r.state, r.answer, r.answered_at
        from   person_data_request r join person p on p.id = r.person_id
        """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PersonRecords records;
    private final PersonChanges changes;
    private final ChangeJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataRequests(
            JdbcClient jdbc,
            AuditTrail audit,
            PersonRecords records,
            PersonChanges changes,
            ChangeJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.records = records;
        this.changes = changes;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** A person's own, the latest first. */
    List<DataRequest> of(PersonId person) {
        return jdbc.sql(COLUMNS + " where r.person_id = :person order by r.asked_at desc, r.id desc")
                .param("person", person.value())
                .query(DataRequests::row)
                .list();
    }

    /** @param words not blank, at most 2,000 characters */
    @Transactional
    void ask(Actor actor, DataRequest.Field field, String words) {
        actor.must(Action.READ_OWN_RECORD);
        var today = LocalDate.now(clock);
        var due = AnswerTime.ofCorrections(today).dueAfter(today);
        var id = Uuid7.create();
        jdbc.sql("""
            insert into person_data_request (id, person_id, field, words, asked_at, due_on, state)
            values (:id, :person, :field, :words, :at, :due, 'OPEN')
            """)
                .param("id", id)
                .param("person", actor.person().value())
                .param("field", field.name())
                .param("words", words)
                .param("at", now())
                .param("due", due)
                .update();
        audit.record(actor, "organisation.request.ask", id, Map.of("field", field.name()));
        events.publishEvent(new DataRequestAsked(id, actor.person(), due));
    }

    @Transactional
    void withdraw(Actor actor, UUID id) {
        actor.must(Action.READ_OWN_RECORD);
        int found = jdbc.sql("""
            update person_data_request set state = 'WITHDRAWN', answered_at = :at
            where  id = :id and person_id = :person and state = 'OPEN'
            """)
                .param("at", now())
                .param("id", id)
                .param("person", actor.person().value())
                .update();
        if (found == 0) throw new NotVisible("own open request " + id);
        audit.record(actor, "organisation.request.withdraw", id);
    }

    /** Where a request stands in the list: the open ones first, by the day they are due. */
    record Key(boolean answered, LocalDate dueOn, UUID id) {
        static final Key TOP = new Key(false, LocalDate.of(1900, 1, 1), new UUID(0, 0));
    }

    /** Up to {@link #PAGE} requests after a key, and one more if there are more. */
    List<DataRequest> inReach(Reach reach, Key after) {
        return jdbc.sql(COLUMNS + """
            where  person_in_reach(r.person_id, :whole, :only, :day)
            and    (r.state <> 'OPEN', r.due_on, r.id) > (:answered, :due, :id)
            order  by r.state <> 'OPEN', r.due_on, r.id
            limit  :limit
            """)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", LocalDate.now(clock))
                .param("answered", after.answered())
                .param("due", after.dueOn())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .query(DataRequests::row)
                .list();
    }

    /** @throws NotVisible when it is not there or its person is out of reach */
    DataRequest find(Reach reach, UUID id) {
        return found(reach, id, "");
    }

    private DataRequest found(Reach reach, UUID id, String lock) {
        return jdbc.sql(COLUMNS + " where r.id = :id and person_in_reach(r.person_id, :whole, :only, :day)" + lock)
                .param("id", id)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", LocalDate.now(clock))
                .query(DataRequests::row)
                .optional()
                .orElseThrow(() -> new NotVisible("request " + id));
    }

    /**
     * Puts it right and says so. Who and what sex is corrected here; an office or a status is changed on the person's page
     * before, so that it gets its day.
     */
    @Transactional
    void accept(Actor actor, UUID id, int revision, PersonRecord.Identity corrected, @Nullable String answer) {
        actor.must(Action.ANSWER_DATA_REQUESTS);
        var request = open(actor, id);
        var record = records.inReach(actor.reach(Action.ANSWER_DATA_REQUESTS), request.person(), LocalDate.now(clock));
        if (!record.identity().equals(corrected)) changes.correct(actor, request.person(), revision, corrected);
        else if (journal.of(request.person()).stream()
                .noneMatch(change -> change.at().isAfter(request.askedAt())))
            throw new Refused("organisation.request.nothingCorrected");
        answer(actor, request, State.ACCEPTED, answer);
    }

    /** @param reason not blank */
    @Transactional
    void refuse(Actor actor, UUID id, String reason) {
        actor.must(Action.ANSWER_DATA_REQUESTS);
        answer(actor, open(actor, id), State.REFUSED, reason);
    }

    @Override
    public boolean isInUse(PersonId person) {
        return jdbc.sql("select exists (select 1 from person_data_request where person_id = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whoever asked does not decide: an office clerk's own wish is answered by another clerk. */
    private DataRequest open(Actor actor, UUID id) {
        var request = found(actor.reach(Action.ANSWER_DATA_REQUESTS), id, " for update of r");
        if (request.state() != State.OPEN) throw new Refused("organisation.request.answered");
        if (request.person().equals(actor.person())) throw new Refused("organisation.request.own");
        return request;
    }

    private void answer(Actor actor, DataRequest request, State state, @Nullable String answer) {
        jdbc.sql("""
            update person_data_request set state = :state, answer = :answer, answered_by = :by, answered_at = :at
            where  id = :id
            """)
                .param("state", state.name())
                .param("answer", answer)
                .param("by", actor.person().value())
                .param("at", now())
                .param("id", request.id())
                .update();
        audit.record(actor, "organisation.request.answer", request.id(), Map.of("state", state.name()));
        events.publishEvent(new DataRequestAnswered(request.id(), request.person()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static DataRequest row(ResultSet rs, int i) throws SQLException {
        var answered = rs.getObject("answered_at", OffsetDateTime.class);
        return new DataRequest(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getString("person_name"),
                DataRequest.Field.valueOf(rs.getString("field")),
                rs.getString("words"),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_on", LocalDate.class),
                State.valueOf(rs.getString("state")),
                rs.getString("answer"),
                answered == null ? null : answered.toInstant());
    }
}
