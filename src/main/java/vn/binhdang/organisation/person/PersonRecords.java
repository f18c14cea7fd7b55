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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
    private final JdbcTemplate batches;

    PersonRecords(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    /** Writes what differs. A row that differs goes and comes again: so two neighbours may trade days in either order. */
    public void save(List<Saved> changes) {
        var gone = new ArrayList<Object[]>();
        var changed = new Rows();
        var added = new Rows();
        for (var change : changes) {
            var id = change.after.id().value();
            (change.before == null ? added : changed).person(change.after);
            Map<UUID, Object> old = new HashMap<>();
            if (change.before != null) {
                change.before.offices().forEach(office -> old.put(office.id(), office));
                change.before.facts().forEach(fact -> old.put(fact.id(), fact));
            }
            for (var office : change.after.offices()) if (!old.remove(office.id(), office)) added.office(id, office);
            for (var fact : change.after.facts()) if (!old.remove(fact.id(), fact)) added.fact(id, fact);
            old.keySet().forEach(row -> gone.add(new Object[] {row}));
        }
        batches.batchUpdate("delete from office_held where id = ?", gone);
        batches.batchUpdate("delete from person_fact where id = ?", gone);
        batches.batchUpdate("""
            insert into person (family_name, given_name, sex, birth_year, staff_code, revision, id)
            values (?, ?, ?, ?, ?, ?, ?)
            """, added.people);
        batches.batchUpdate("""
            update person set family_name = ?, given_name = ?, sex = ?, birth_year = ?, staff_code = ?, revision = ?
            where id = ?
            """, changed.people);
        batches.batchUpdate("""
            insert into office_held (unit_id, rank, title, key_leader, main, valid_from, valid_to, id, person_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, added.offices);
        batches.batchUpdate("""
            insert into person_fact (kind, value, valid_from, valid_to, id, person_id) values (?, ?, ?, ?, ?, ?)
            """, added.facts);
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

    /** Parameters of the statements above, in their order. */
    private static final class Rows {
        private final List<@Nullable Object[]> people = new ArrayList<>();
        private final List<@Nullable Object[]> offices = new ArrayList<>();
        private final List<@Nullable Object[]> facts = new ArrayList<>();

        void person(PersonRecord record) {
            var is = record.identity();
            people.add(new @Nullable Object[] {
                is.familyName(),
                is.givenName(),
                is.sex().name(),
                is.birthYear(),
                is.staffCode(),
                record.revision(),
                record.id().value()
            });
        }

        void office(UUID person, Office office) {
            var post = office.post();
            offices.add(new @Nullable Object[] {
                post.unit().value(),
                post.rank().name(),
                post.title(),
                post.keyLeader(),
                office.main(),
                office.from(),
                office.to(),
                office.id(),
                person
            });
        }

        void fact(UUID person, Fact fact) {
            facts.add(
                    new @Nullable Object[] {fact.kind().name(), fact.value(), fact.from(), fact.to(), fact.id(), person
                    });
        }
    }
}
