package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;

/** People and the offices they hold on a day. */
@Component
public class People {
    static final RowMapper<OfficeHeld> OFFICE = (rs, i) -> new OfficeHeld(
            new PersonId(rs.getObject("person_id", UUID.class)),
            rs.getString("family_name") + " " + rs.getString("given_name"),
            new UnitId(rs.getObject("unit_id", UUID.class)),
            Rank.valueOf(rs.getString("rank")),
            rs.getString("title"));

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql("select id, family_name, given_name from person where id = :id")
                .param("id", id.value())
                .query((rs, i) -> new Person(id, rs.getString("family_name"), rs.getString("given_name")))
                .optional();
    }

    /** Full names of several people at once. */
    public Map<PersonId, String> namesOf(Collection<PersonId> ids) {
        if (ids.isEmpty()) return Map.of();
        var names = new HashMap<PersonId, String>();
        jdbc.sql("select id, family_name, given_name from person where id in (:ids)")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query(rs -> {
                    names.put(
                            new PersonId(rs.getObject("id", UUID.class)),
                            rs.getString("family_name") + " " + rs.getString("given_name"));
                });
        return names;
    }

    /** Everybody in the register with one of these full names, whatever the case and diacritics. */
    public Map<PersonId, String> called(Collection<String> fullNames) {
        var names = new HashMap<PersonId, String>();
        if (fullNames.isEmpty()) return names;
        jdbc.sql("""
            select p.id, p.family_name || ' ' || p.given_name as name
            from   person p
            where  fold(p.family_name || ' ' || p.given_name)
                   = any (array(select fold(n) from unnest(cast(:names as text[])) n))
            """).param("names", fullNames.toArray(String[]::new)).query(rs -> {
            names.put(new PersonId(rs.getObject("id", UUID.class)), rs.getString("name"));
        });
        return names;
    }

    /** Those who hold an office of a unit on a day: head first, then deputies, members by given name. */
    public List<OfficeHeld> officesOf(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select o.person_id, p.family_name, p.given_name, o.unit_id, o.rank, o.title
            from   office_held o join person p on p.id = o.person_id
            where  o.unit_id = :unit and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            order  by case o.rank when 'HEAD' then 0 when 'ACTING_HEAD' then 0 when 'DEPUTY_HEAD' then 1 else 2 end,
                      p.given_name, p.family_name, p.id
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(OFFICE)
                .list();
    }

    /** The same of all units directly below one, in the order of the units. */
    public List<OfficeHeld> officesBelow(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select o.person_id, p.family_name, p.given_name, o.unit_id, o.rank, o.title
            from   unit_parent b
            join   unit_name n on n.unit_id = b.unit_id and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            join   office_held o on o.unit_id = b.unit_id and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            join   person p on p.id = o.person_id
            where  b.parent_id = :unit and b.valid_from <= :day and (b.valid_to is null or :day < b.valid_to)
            order  by b.position, n.name collate vietnamese, b.unit_id,
                      case o.rank when 'HEAD' then 0 when 'ACTING_HEAD' then 0 when 'DEPUTY_HEAD' then 1 else 2 end,
                      p.given_name, p.family_name, p.id
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(OFFICE)
                .list();
    }

    /** The offices one person holds on a day. */
    public List<OfficeHeld> officesHeldBy(PersonId person, LocalDate day) {
        return jdbc.sql("""
            select o.person_id, p.family_name, p.given_name, o.unit_id, o.rank, o.title
            from   office_held o join person p on p.id = o.person_id
            where  o.person_id = :person and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            order  by o.valid_from, o.id
            """)
                .param("person", person.value())
                .param("day", day)
                .query(OFFICE)
                .list();
    }

    /** @param unitName what the unit of the office is called on the day */
    public record Found(OfficeHeld office, String unitName) {}

    /**
     * People of an agency by part of their name, whatever the case and diacritics, with the office they hold on a day.
     * @param most so many are found
     */
    public List<Found> search(UnitId agency, String name, LocalDate day, int most) {
        if (name.isBlank()) return List.of();
        return jdbc.sql("""
            select distinct on (p.given_name, p.family_name, p.id) o.person_id, p.family_name, p.given_name, o.unit_id, o.rank,
                   o.title, unit_called(o.unit_id, :day) as unit_name
            from   person p
            join   office_held o on o.person_id = p.id and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            join   unit_within w on w.unit_id = o.unit_id and w.ancestor_id = :agency and w.valid_from <= :day and :day < w.valid_to
            where  fold(p.family_name || ' ' || p.given_name) like '%' || replace(replace(replace(fold(:name), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
            order  by p.given_name, p.family_name, p.id, o.valid_from
            limit  :most
            """)
                .param("agency", agency.value())
                .param("name", name.strip())
                .param("day", day)
                .param("most", most)
                .query((rs, i) -> new Found(Objects.requireNonNull(OFFICE.mapRow(rs, i)), rs.getString("unit_name")))
                .list();
    }

    /** Whether somebody holds an office of the agency, or of a unit below it, on the day: who {@link #search} finds there. */
    public boolean serve(PersonId person, UnitId agency, LocalDate day) {
        return jdbc.sql("""
            select exists (
                select 1 from office_held o
                join   unit_within w on w.unit_id = o.unit_id and w.ancestor_id = :agency and w.valid_from <= :day and :day < w.valid_to
                where  o.person_id = :person and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to))
            """)
                .param("person", person.value())
                .param("agency", agency.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
