package vn.binhdang.organisation.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;

/** Reads and stores the records of people whole; thousands at a time when a list is imported. */
@Component
public class PersonRecords {
    private static final String SEEN = " and person_in_reach(p.id, :whole, :only, :day)";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    PersonRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param day on which the person's unit has to be in reach
     * @throws NotVisible when there is no such person in reach
     */
    public PersonRecord inReach(Reach reach, PersonId id, LocalDate day) {
        return seen(reach, id, day, "");
    }

    /** The same, and nobody else changes the record before this transaction ends. */
    PersonRecord locked(Reach reach, PersonId id, LocalDate day) {
        return seen(reach, id, day, " for update");
    }

    private PersonRecord seen(Reach reach, PersonId id, LocalDate day, String lock) {
        return jdbc.sql("select p.id from person p where p.id = :id" + SEEN + lock)
                .param("id", id.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query(UUID.class)
                .optional()
                .flatMap(found -> find(id))
                .orElseThrow(() -> new NotVisible("person " + id));
    }

    /** Whoever it is: for the person's own eyes. */
    public Optional<PersonRecord> find(PersonId id) {
        return load(List.of(id.value())).stream().findFirst();
    }

    /** Records of many at once, in no order. */
    public List<PersonRecord> load(Collection<UUID> people) {
        var ids = people.toArray(UUID[]::new);
        var offices = new HashMap<UUID, List<Office>>();
        jdbc.sql("""
            select id, person_id, unit_id, rank, title, key_leader, main, valid_from, valid_to
            from   office_held where person_id = any(:ids)
            """).param("ids", ids).query(rs -> {
            offices.computeIfAbsent(rs.getObject("person_id", UUID.class), _ -> new ArrayList<>())
                    .add(office(rs));
        });
        var facts = new HashMap<UUID, List<Fact>>();
        jdbc.sql("select id, person_id, kind, value, valid_from, valid_to from person_fact where person_id = any(:ids)")
                .param("ids", ids)
                .query(rs -> {
                    facts.computeIfAbsent(rs.getObject("person_id", UUID.class), _ -> new ArrayList<>())
                            .add(fact(rs));
                });
        return jdbc.sql("""
            select id, revision, family_name, given_name, sex, birth_year, staff_code
            from   person where id = any(:ids)
            """)
                .param("ids", ids)
                .query((rs, i) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new PersonRecord(
                            new PersonId(id),
                            rs.getInt("revision"),
                            new PersonRecord.Identity(
                                    rs.getString("family_name"),
                                    rs.getString("given_name"),
                                    Sex.valueOf(rs.getString("sex")),
                                    rs.getObject("birth_year", Integer.class),
                                    rs.getString("staff_code")),
                            offices.getOrDefault(id, List.of()),
                            facts.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** @param before null for somebody new */
    public record Saved(@Nullable PersonRecord before, PersonRecord after) {}

    /**
     * Writes what differs, however many they are with the same few statements. A row that differs goes and comes again: so
     * two neighbours may trade days in either order.
     */
    public void save(List<Saved> changes) {
        var gone = new ArrayList<UUID>();
        var changed = new ArrayList<Map<String, @Nullable Object>>();
        var added = new ArrayList<Map<String, @Nullable Object>>();
        var offices = new ArrayList<Map<String, @Nullable Object>>();
        var facts = new ArrayList<Map<String, @Nullable Object>>();
        for (var change : changes) {
            var id = change.after.id();
            (change.before == null ? added : changed).add(row(change.after));
            Map<UUID, Object> old = new HashMap<>();
            if (change.before != null) {
                change.before.offices().forEach(office -> old.put(office.id(), office));
                change.before.facts().forEach(fact -> old.put(fact.id(), fact));
            }
            for (var office : change.after.offices())
                if (!old.remove(office.id(), office)) offices.add(row(id, office));
            for (var fact : change.after.facts()) if (!old.remove(fact.id(), fact)) facts.add(row(id, fact));
            gone.addAll(old.keySet());
        }
        for (String table : List.of("office_held", "person_fact"))
            if (!gone.isEmpty())
                jdbc.sql("delete from %s where id = any(:ids)".formatted(table))
                        .param("ids", gone.toArray(UUID[]::new))
                        .update();
        all(added, """
            insert into person (id, revision, family_name, given_name, sex, birth_year, staff_code)
            select id, revision, family_name, given_name, sex, birth_year, staff_code
            from   jsonb_populate_recordset(cast(null as person), cast(:rows as jsonb))
            """);
        all(changed, """
            update person p set revision = r.revision, family_name = r.family_name, given_name = r.given_name,
                   sex = r.sex, birth_year = r.birth_year, staff_code = r.staff_code
            from   jsonb_populate_recordset(cast(null as person), cast(:rows as jsonb)) r
            where  p.id = r.id
            """);
        all(offices, """
            insert into office_held (id, person_id, unit_id, rank, title, key_leader, main, valid_from, valid_to)
            select id, person_id, unit_id, rank, title, key_leader, main, valid_from, valid_to
            from   jsonb_populate_recordset(cast(null as office_held), cast(:rows as jsonb))
            """);
        all(facts, """
            insert into person_fact (id, person_id, kind, value, valid_from, valid_to)
            select id, person_id, kind, value, valid_from, valid_to
            from   jsonb_populate_recordset(cast(null as person_fact), cast(:rows as jsonb))
            """);
    }

    private void all(List<Map<String, @Nullable Object>> rows, String sql) {
        if (rows.isEmpty()) return;
        jdbc.sql(sql).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Somebody entered by mistake goes with all that was entered. */
    void remove(PersonId id) {
        for (String table : List.of("office_held", "person_fact", "person_change"))
            jdbc.sql("delete from %s where person_id = :id".formatted(table))
                    .param("id", id.value())
                    .update();
        jdbc.sql("delete from person where id = :id").param("id", id.value()).update();
    }

    private static Office office(ResultSet rs) throws SQLException {
        return new Office(
                rs.getObject("id", UUID.class),
                new Office.Post(
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        Rank.valueOf(rs.getString("rank")),
                        rs.getString("title"),
                        rs.getBoolean("key_leader")),
                rs.getBoolean("main"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    private static Fact fact(ResultSet rs) throws SQLException {
        return new Fact(
                rs.getObject("id", UUID.class),
                FactKind.valueOf(rs.getString("kind")),
                rs.getString("value"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    /** By the names of the columns. */
    private static Map<String, @Nullable Object> row(PersonRecord record) {
        var is = record.identity();
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", record.id().toString());
        row.put("revision", record.revision());
        row.put("family_name", is.familyName());
        row.put("given_name", is.givenName());
        row.put("sex", is.sex().name());
        row.put("birth_year", is.birthYear());
        row.put("staff_code", is.staffCode());
        return row;
    }

    private static Map<String, @Nullable Object> row(PersonId person, Office office) {
        var post = office.post();
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", office.id().toString());
        row.put("person_id", person.toString());
        row.put("unit_id", post.unit().toString());
        row.put("rank", post.rank().name());
        row.put("title", post.title());
        row.put("key_leader", post.keyLeader());
        row.put("main", office.main());
        row.put("valid_from", office.from().toString());
        row.put("valid_to", office.to() == null ? null : office.to().toString());
        return row;
    }

    private static Map<String, @Nullable Object> row(PersonId person, Fact fact) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", fact.id().toString());
        row.put("person_id", person.toString());
        row.put("kind", fact.kind().name());
        row.put("value", fact.value());
        row.put("valid_from", fact.from().toString());
        row.put("valid_to", fact.to() == null ? null : fact.to().toString());
        return row;
    }
}
