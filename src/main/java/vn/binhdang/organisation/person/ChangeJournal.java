package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;

/** Who changed a record, when, and, for the last change only, what the record was before it. */
@Component
public class ChangeJournal {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ChangeJournal(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** @param effectiveOn null where a change has no day: a name put right */
    public record Entry(
            int no, ChangeKind kind, @Nullable LocalDate effectiveOn, Instant at, PersonId by, boolean keepsBefore) {}

    /** The changes of one person, the latest first. */
    public List<Entry> of(PersonId person) {
        return jdbc.sql("""
            select no, kind, effective_on, at, by_person, before is not null as keeps
            from   person_change where person_id = :person order by no desc
            """)
                .param("person", person.value())
                .query((rs, i) -> new Entry(
                        rs.getInt("no"),
                        ChangeKind.valueOf(rs.getString("kind")),
                        rs.getObject("effective_on", LocalDate.class),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(rs.getObject("by_person", UUID.class)),
                        rs.getBoolean("keeps")))
                .list();
    }

    Optional<PersonRecord> before(PersonId person, int no) {
        return jdbc.sql("select before from person_change where person_id = :person and no = :no and before is not"
                        + " null")
                .param("person", person.value())
                .param("no", no)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, PersonRecord.class));
    }

    /** Words that were corrected are not kept longer than needed to undo: those before earlier changes go. */
    public void write(
            Actor actor, ChangeKind kind, @Nullable LocalDate effectiveOn, List<PersonRecords.Saved> changes) {
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var earlier = new ArrayList<Object[]>();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var change : changes) {
            var id = change.after().id().value();
            if (change.before() != null) earlier.add(new Object[] {id});
            rows.add(new @Nullable Object[] {
                id,
                change.after().revision(),
                kind.name(),
                effectiveOn,
                at,
                actor.person().value(),
                change.before() == null || kind == ChangeKind.UNDO ? null : json.writeValueAsString(change.before())
            });
        }
        batches.batchUpdate(
                "update person_change set before = null where person_id = ? and before is not null", earlier);
        batches.batchUpdate("""
            insert into person_change (person_id, no, kind, effective_on, at, by_person, before)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
            """, rows);
    }
}
