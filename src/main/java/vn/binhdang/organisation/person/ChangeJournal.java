package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;

/** Who changed a record, when, and, for the last change only, what the record was before it. */
@Component
public class ChangeJournal {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ChangeJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        var earlier = changes.stream()
                .filter(change -> change.before() != null)
                .map(change -> change.after().id().value())
                .toArray(UUID[]::new);
        jdbc.sql("update person_change set before = null where person_id = any(:people) and before is not null")
                .param("people", earlier)
                .update();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var change : changes) {
            var row = new HashMap<String, @Nullable Object>();
            row.put("person_id", change.after().id().toString());
            row.put("no", change.after().revision());
            row.put("before", kind == ChangeKind.UNDO ? null : change.before());
            rows.add(row);
        }
        jdbc.sql("""
            insert into person_change (person_id, no, kind, effective_on, at, by_person, before)
            select person_id, no, :kind, :on, :at, :by, before
            from   jsonb_populate_recordset(cast(null as person_change), cast(:rows as jsonb))
            """)
                .param("kind", kind.name())
                .param("on", effectiveOn)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.person().value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}
