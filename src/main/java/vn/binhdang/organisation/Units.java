package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** Units of an agency on a day. Every question takes the day, since names, parents and existence change. */
@Component
public class Units {
    private static final RowMapper<Unit> ROW = (rs, i) -> new Unit(
            new UnitId(rs.getObject("id", UUID.class)),
            UnitKind.valueOf(rs.getString("kind")),
            rs.getString("name"),
            rs.getString("short_name"),
            rs.getString("symbol_abbreviation"));

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units directly below an agency on a day, in the agency's own order. */
    public List<Unit> below(UnitId agency, LocalDate day) {
        return jdbc.sql("""
            select u.id, u.kind, n.name, n.short_name, n.symbol_abbreviation
            from   unit u
            join   unit_parent p on p.unit_id = u.id and p.parent_id = :agency
                                and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            join   unit_name n on n.unit_id = u.id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  u.valid_from <= :day and (u.valid_to is null or :day < u.valid_to)
            order  by p.position, n.name, u.id
            """)
                .param("agency", agency.value())
                .param("day", day)
                .query(ROW)
                .list();
    }

    /** @throws NotVisible when no such unit exists on the day */
    public Unit on(UnitId id, LocalDate day) {
        return jdbc.sql("""
            select u.id, u.kind, n.name, n.short_name, n.symbol_abbreviation
            from   unit u
            join   unit_name n on n.unit_id = u.id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  u.id = :id
            """)
                .param("id", id.value())
                .param("day", day)
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("unit " + id));
    }

    /** The units as they are called on a day; one that has ended by then under the name it had last. */
    public Map<UnitId, Unit> named(Collection<UnitId> ids, LocalDate day) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                    select distinct on (u.id) u.id, u.kind, n.name, n.short_name, n.symbol_abbreviation
                    from   unit u
                    join   unit_name n on n.unit_id = u.id and n.valid_from <= :day
                    where  u.id in (:ids)
                    order  by u.id, n.valid_from desc
                    """)
                .param("ids", ids.stream().map(UnitId::value).toList())
                .param("day", day)
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::id, unit -> unit));
    }

    /** Other spellings of the units below an agency (and of itself), for matching what documents print. */
    public Map<UnitId, List<String>> aliases(UnitId agency) {
        record Alias(UUID unitId, String alias) {}
        return jdbc.sql("""
            select a.unit_id, a.alias
            from   unit_alias a
            where  a.unit_id = :agency or a.unit_id in (select unit_id from unit_parent where parent_id = :agency)
            order  by a.alias
            """).param("agency", agency.value()).query(Alias.class).list().stream()
                .collect(Collectors.groupingBy(
                        a -> new UnitId(a.unitId()), Collectors.mapping(Alias::alias, Collectors.toList())));
    }

    /** How an agency and its units stand in document symbols on a day, other spellings included: SKHCN, KHCN, VP. */
    public Set<String> abbreviations(UnitId agency, LocalDate day) {
        return Set.copyOf(jdbc.sql("""
            select n.symbol_abbreviation
            from   unit_name n
            where  n.symbol_abbreviation is not null
            and    n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            and    (n.unit_id = :agency or n.unit_id in (select unit_id from unit_parent where parent_id = :agency))
            union
            select a.alias
            from   unit_alias a
            where  a.alias !~ '\\s'
            and    (a.unit_id = :agency or a.unit_id in (select unit_id from unit_parent where parent_id = :agency))
            """)
                .param("agency", agency.value())
                .param("day", day)
                .query(String.class)
                .list());
    }

    /** What the agency prints on top of its documents; empty when its letterhead was not set up for that day. */
    public Optional<Letterhead> letterhead(UnitId agency, LocalDate day) {
        return jdbc.sql("""
            select l.parent_line as parent_agency, n.name as issuing_agency, n.symbol_abbreviation, l.place_of_issue
            from   agency_letterhead l
            join   unit_name n on n.unit_id = l.agency_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  l.agency_id = :agency and l.valid_from <= :day and (l.valid_to is null or :day < l.valid_to)
            """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Letterhead.class)
                .optional();
    }
}
