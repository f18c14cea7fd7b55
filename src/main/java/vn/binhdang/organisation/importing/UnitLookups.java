package vn.binhdang.organisation.importing;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;

/** What an import asks of the map: thousands of answers to one question. */
@Repository
class UnitLookups {
    private final JdbcClient jdbc;

    UnitLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code on a day. */
    record Code(CodeScheme scheme, String code, LocalDate day) {}

    /** A unit on a day. */
    record At(UnitId unit, LocalDate day) {}

    /** @param later the code names the unit only from a later day on, this one; null when on the day asked about */
    record Holder(UnitId unit, String name, @Nullable LocalDate later) {}

    /** Whom each code names on its day, or first after it; codes that name nobody are missing. */
    Map<Code, Holder> holders(Collection<Code> codes) {
        var found = new HashMap<Code, Holder>();
        if (codes.isEmpty()) return found;
        var asked = List.copyOf(codes);
        jdbc.sql("""
            select distinct on (a.at) a.at, c.unit_id, c.valid_from,
                   (select n.name from unit_name n where n.unit_id = c.unit_id and n.valid_from <= greatest(a.day, c.valid_from)
                    order by n.valid_from desc limit 1) as name
            from   unnest(:schemes, :codes, :days) with ordinality a (scheme, code, day, at)
            join   unit_code c on c.scheme = a.scheme and c.code = a.code and (c.valid_to is null or a.day < c.valid_to)
            order  by a.at, c.valid_from
            """)
                .param(
                        "schemes",
                        asked.stream().map(code -> code.scheme().name()).toArray(String[]::new))
                .param("codes", asked.stream().map(Code::code).toArray(String[]::new))
                .param("days", days(asked.stream().map(Code::day).toList()))
                .query(rs -> {
                    var code = asked.get(rs.getInt("at") - 1);
                    var from = rs.getObject("valid_from", LocalDate.class);
                    found.put(
                            code,
                            new Holder(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    rs.getString("name"),
                                    from.isAfter(code.day()) ? from : null));
                });
        return found;
    }

    /** The codes that units have on a day; those that have none are missing. */
    Map<At, Map<CodeScheme, String>> codes(Collection<At> units) {
        var found = new HashMap<At, Map<CodeScheme, String>>();
        if (units.isEmpty()) return found;
        var asked = List.copyOf(new HashSet<>(units));
        jdbc.sql("""
            select a.at, c.scheme, c.code
            from   unnest(:ids, :days) with ordinality a (id, day, at)
            join   unit_code c on c.unit_id = a.id and c.valid_from <= a.day and (c.valid_to is null or a.day < c.valid_to)
            """)
                .param("ids", asked.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", days(asked.stream().map(At::day).toList()))
                .query(rs -> {
                    found.computeIfAbsent(asked.get(rs.getInt("at") - 1), _ -> new EnumMap<>(CodeScheme.class))
                            .put(CodeScheme.valueOf(rs.getString("scheme")), rs.getString("code"));
                });
        return found;
    }

    /** @param ends the first day on which it no longer exists; null while no end is known */
    record State(
            Unit unit, @Nullable UnitId parent, @Nullable LocalDate ends) {}

    /** Units as they are on a day; those that do not exist on it are missing. */
    Map<At, State> states(Collection<At> units) {
        var found = new HashMap<At, State>();
        if (units.isEmpty()) return found;
        var asked = List.copyOf(new HashSet<>(units));
        jdbc.sql("""
            select a.at, n.unit_id, n.kind, n.name, n.short_name, n.symbol_abbreviation, p.parent_id, u.valid_to
            from   unnest(:ids, :days) with ordinality a (id, day, at)
            join   unit u on u.id = a.id
            join   unit_name n on n.unit_id = a.id and n.valid_from <= a.day and (n.valid_to is null or a.day < n.valid_to)
            left join unit_parent p on p.unit_id = a.id and p.valid_from <= a.day
                                   and (p.valid_to is null or a.day < p.valid_to)
            """)
                .param("ids", asked.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", days(asked.stream().map(At::day).toList()))
                .query(rs -> {
                    UUID parent = rs.getObject("parent_id", UUID.class);
                    found.put(
                            asked.get(rs.getInt("at") - 1),
                            new State(
                                    new Unit(
                                            new UnitId(rs.getObject("unit_id", UUID.class)),
                                            UnitKind.valueOf(rs.getString("kind")),
                                            rs.getString("name"),
                                            rs.getString("short_name"),
                                            rs.getString("symbol_abbreviation")),
                                    parent == null ? null : new UnitId(parent),
                                    rs.getObject("valid_to", LocalDate.class)));
                });
        return found;
    }

    /** Those that lie in reach on their day and, while they exist, today. */
    Set<At> inReach(Collection<At> units, Reach reach, LocalDate today) {
        var found = new HashSet<At>();
        if (units.isEmpty()) return found;
        var asked = List.copyOf(new HashSet<>(units));
        jdbc.sql("""
            select a.at from unnest(:ids, :days) with ordinality a (id, day, at) join unit u on u.id = a.id
            where  in_reach(a.id, :whole, :only, a.day)
            and    (u.valid_from > :today or u.valid_to <= :today or in_reach(a.id, :whole, :only, :today))
            """)
                .param("ids", asked.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", days(asked.stream().map(At::day).toList()))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", today)
                .query(rs -> {
                    found.add(asked.get(rs.getInt("at") - 1));
                });
        return found;
    }

    /** The units directly below some others on a day, to recognise one by its name. */
    List<Sibling> below(Collection<At> parents) {
        var found = new ArrayList<Sibling>();
        if (parents.isEmpty()) return found;
        var asked = List.copyOf(new HashSet<>(parents));
        jdbc.sql("""
            select a.at, n.unit_id, n.kind, n.name
            from   unnest(:ids, :days) with ordinality a (id, day, at)
            join   unit_parent p on p.parent_id = a.id and p.valid_from <= a.day and (p.valid_to is null or a.day < p.valid_to)
            join   unit_name n on n.unit_id = p.unit_id and n.valid_from <= a.day and (n.valid_to is null or a.day < n.valid_to)
            """)
                .param("ids", asked.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", days(asked.stream().map(At::day).toList()))
                .query(rs -> {
                    found.add(new Sibling(
                            asked.get(rs.getInt("at") - 1),
                            new UnitId(rs.getObject("unit_id", UUID.class)),
                            UnitKind.valueOf(rs.getString("kind")),
                            rs.getString("name")));
                });
        return found;
    }

    record Sibling(At parent, UnitId unit, UnitKind kind, String name) {}

    /** Units with this name or short name on a day, each with the names of those above it, the nearest first. */
    List<Placed> named(String name, LocalDate day) {
        return jdbc.sql("""
            select n.unit_id, array(select up.name || '|' || coalesce(up.short_name, '') from unit_within w
                                    join unit_name up on up.unit_id = w.ancestor_id
                                         and up.valid_from <= :day and (up.valid_to is null or :day < up.valid_to)
                                    where w.unit_id = n.unit_id and w.distance > 0
                                    and   w.valid_from <= :day and :day < w.valid_to
                                    order by w.distance) as above
            from   unit_name n
            where  unit_words(n.name, n.short_name, n.symbol_abbreviation) like '%' || fold(:name) || '%'
            and    (fold(n.name) = fold(:name) or fold(n.short_name) = fold(:name))
            and    n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            """)
                .param("name", name)
                .param("day", day)
                .query((rs, i) -> new Placed(new UnitId(rs.getObject("unit_id", UUID.class)), List.of((String[])
                        rs.getArray("above").getArray())))
                .list();
    }

    record Placed(UnitId unit, List<String> above) {}

    private static Date[] days(List<LocalDate> days) {
        return days.stream().map(Date::valueOf).toArray(Date[]::new);
    }
}
