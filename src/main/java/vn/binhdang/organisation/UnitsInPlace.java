package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;

/** Thousands of units of a day in one question: those of some kinds below another, their letterheads and their heads. */
@Component
public class UnitsInPlace {
    private static final RowMapper<UnitInPlace> ROW = (rs, i) -> new UnitInPlace(
            new UnitId(rs.getObject("id", UUID.class)),
            UnitKind.valueOf(rs.getString("kind")),
            rs.getString("name"),
            id(rs.getObject("parent_id", UUID.class)),
            rs.getString("place"),
            rs.getBoolean("own_letterhead"));

    private static final String PLACED = """
        select n.unit_id as id, n.kind, n.name, p.parent_id, coalesce(above.name, '') as place,
               exists (select 1 from agency_letterhead l where l.agency_id = n.unit_id
                       and l.valid_from <= :day and (l.valid_to is null or :day < l.valid_to)) as own_letterhead
        from   unit_name n
        left   join unit_parent p on p.unit_id = n.unit_id
                                 and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
        left   join unit_name above on above.unit_id = p.parent_id
                                 and above.valid_from <= :day and (above.valid_to is null or :day < above.valid_to)
        where  n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
        """;

    private static final String BELOW = """
        and    exists (select 1 from unit_within w
                       where  w.unit_id = n.unit_id and w.ancestor_id = :top and w.distance > 0
                       and    w.valid_from <= :day and :day < w.valid_to)
        """;

    private static final String ORDER =
            "order by above.name collate vietnamese nulls first, n.name collate vietnamese, n.unit_id";

    private final JdbcClient jdbc;

    UnitsInPlace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many units of each kind are below another on a day, itself not counted. */
    public Map<UnitKind, Integer> kinds(UnitId top, LocalDate day) {
        var kinds = new EnumMap<UnitKind, Integer>(UnitKind.class);
        jdbc.sql("""
            select n.kind, count(*) as units
            from   unit_within w
            join   unit_name n on n.unit_id = w.unit_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  w.ancestor_id = :top and w.distance > 0 and w.valid_from <= :day and :day < w.valid_to
            group  by n.kind
            """).param("top", top.value()).param("day", day).query(rs -> {
            kinds.put(UnitKind.valueOf(rs.getString("kind")), rs.getInt("units"));
        });
        return kinds;
    }

    /** Those of some kinds below another, by the name of the unit above and their own. */
    public List<UnitInPlace> below(UnitId top, Collection<UnitKind> kinds, LocalDate day) {
        if (kinds.isEmpty()) return List.of();
        return jdbc.sql(PLACED + BELOW + "and n.kind = any (:kinds) " + ORDER)
                .param("top", top.value())
                .param("day", day)
                .param("kinds", kinds.stream().map(UnitKind::name).toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** Those of some units that exist on the day and lie below another. */
    public List<UnitInPlace> of(UnitId top, Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql(PLACED + BELOW + "and n.unit_id = any (:units) " + ORDER)
                .param("top", top.value())
                .param("day", day)
                .param("units", values(units))
                .query(ROW)
                .list();
    }

    /**
     * Those below another that are called so on the day, by name, short name or another spelling, without regard to case
     * and diacritics. "Xã Tân Lập, Hoa Giang" is the one of the two whose unit above is called so.
     *
     * @return each of the words with the units it fits; words that fit none are missing
     */
    public Map<String, List<UnitInPlace>> named(UnitId top, Collection<String> words, LocalDate day) {
        var found = new HashMap<String, List<UnitInPlace>>();
        var said = new ArrayList<String>();
        var names = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (String word : words) {
            said.add(word);
            names.add(word);
            places.add("");
            int comma = word.lastIndexOf(',');
            if (comma <= 0) continue;
            said.add(word);
            names.add(word.substring(0, comma).strip());
            places.add(word.substring(comma + 1).strip());
        }
        if (said.isEmpty()) return found;
        jdbc.sql("""
            with said as materialized (
                select word, fold(name) as name, fold(place) as place
                from   unnest(cast(:said as text[]), cast(:names as text[]), cast(:places as text[])) s (word, name, place)),
            meant as materialized (
                select s.word, s.place, n.unit_id from said s join unit_name n on fold(n.name) = s.name
                where  n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
                union
                select s.word, s.place, n.unit_id from said s join unit_name n on fold(n.short_name) = s.name
                where  n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
                union
                select s.word, s.place, a.unit_id from said s join unit_alias a on fold(a.alias) = s.name
                where  a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to))
            select distinct m.word, u.*
            from   meant m join (%s %s and n.unit_id in (select unit_id from meant)) u on u.id = m.unit_id
            where  m.place = '' or fold(u.place) like '%%' || m.place || '%%'
            """.formatted(PLACED, BELOW))
                .param("top", top.value())
                .param("day", day)
                .param("said", said.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("places", places.toArray(String[]::new))
                .query((rs, i) -> found.computeIfAbsent(rs.getString("word"), word -> new ArrayList<>())
                        .add(Objects.requireNonNull(ROW.mapRow(rs, i))))
                .list();
        return found;
    }

    /** Those of some units that exist on a day. */
    public Set<UnitId> existing(Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) return Set.of();
        return jdbc.sql("""
            select id from unit
            where  id = any (:units) and valid_from <= :day and (valid_to is null or :day < valid_to)
            """).param("units", values(units)).param("day", day).query(UUID.class).list().stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }

    /** What agencies print in the head of their documents; one whose letterhead is not set up is missing. */
    public Map<UnitId, Letterhead> letterheads(Collection<UnitId> agencies, LocalDate day) {
        var heads = new HashMap<UnitId, Letterhead>();
        jdbc.sql("""
            select l.agency_id, l.parent_line, n.name, n.symbol_abbreviation, l.place_of_issue
            from   agency_letterhead l
            join   unit_name n on n.unit_id = l.agency_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  l.agency_id = any (:agencies) and l.valid_from <= :day and (l.valid_to is null or :day < l.valid_to)
            """).param("agencies", values(agencies)).param("day", day).query(rs -> {
            heads.put(
                    new UnitId(rs.getObject("agency_id", UUID.class)),
                    new Letterhead(
                            rs.getString("parent_line"),
                            rs.getString("name"),
                            rs.getString("symbol_abbreviation"),
                            rs.getString("place_of_issue")));
        });
        return heads;
    }

    /** Who leads each of some units; one whose office is vacant is missing. */
    public Map<UnitId, OfficeHeld> heads(Collection<UnitId> units, LocalDate day) {
        var heads = new HashMap<UnitId, OfficeHeld>();
        jdbc.sql("""
            select distinct on (o.unit_id) o.unit_id, o.person_id, p.family_name, p.given_name, o.rank, o.title
            from   office_held o join person p on p.id = o.person_id
            where  o.unit_id = any (:units) and o.rank = 'HEAD'
            and    o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            order  by o.unit_id, o.valid_from, o.id
            """).param("units", values(units)).param("day", day).query(rs -> {
            var unit = new UnitId(rs.getObject("unit_id", UUID.class));
            heads.put(
                    unit,
                    new OfficeHeld(
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            rs.getString("family_name") + " " + rs.getString("given_name"),
                            unit,
                            Rank.valueOf(rs.getString("rank")),
                            rs.getString("title")));
        });
        return heads;
    }

    private static UUID[] values(Collection<UnitId> ids) {
        return ids.stream().map(UnitId::value).distinct().toArray(UUID[]::new);
    }

    private static @Nullable UnitId id(@Nullable UUID value) {
        return value == null ? null : new UnitId(value);
    }
}
