package vn.binhdang.organisation.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;

/** What the picture asks of the map. */
@Repository
class TreeRows {
    private final JdbcClient jdbc;

    TreeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit in its place on a day; those that end on the day still stand where they stood the day before.
     * @param formerName when it is called otherwise since this day
     * @param below how many units are directly below it
     */
    record Row(
            UnitId unit,
            UnitKind kind,
            String name,
            boolean begins,
            boolean ends,
            boolean moved,
            @Nullable String formerName,
            int below) {}

    /** Units on top of a tree, the Government first. */
    List<Row> tops(LocalDate day, int limit) {
        return jdbc.sql("""
            select n.unit_id, n.kind, n.name, u.valid_from = :day as begins, coalesce(u.valid_to = :day, false) as ends,
                   false as moved, null as former_name,
            """ + BELOW + """
            from   unit_name n join unit u on u.id = n.unit_id
            where  (n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to) or u.valid_to = :day and n.valid_to = :day)
            and    not exists (select 1 from unit_parent p where p.unit_id = n.unit_id
                               and (p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
                                    or u.valid_to = :day and p.valid_to = :day))
            order  by n.kind <> 'GOVERNMENT', n.name collate vietnamese, n.unit_id limit :limit
            """)
                .param("day", day)
                .param("limit", limit)
                .query(TreeRows::row)
                .list();
    }

    /** @param skip so many of them were shown before */
    List<Row> below(UnitId parent, LocalDate day, int skip, int limit) {
        return below(List.of(parent), day, skip, limit).getOrDefault(parent, List.of());
    }

    /**
     * Those directly below each of some units, all in one question.
     * @param limit so many of each
     */
    Map<UnitId, List<Row>> below(Collection<UnitId> parents, LocalDate day, int limit) {
        return below(parents, day, 0, limit);
    }

    private Map<UnitId, List<Row>> below(Collection<UnitId> parents, LocalDate day, int skip, int limit) {
        var below = new HashMap<UnitId, List<Row>>();
        if (parents.isEmpty()) return below;
        jdbc.sql("""
            select parent.id as parent_id, c.*
            from   unnest(:parents) parent (id)
            cross  join lateral (
                select n.unit_id, n.kind, n.name, u.valid_from = :day as begins, coalesce(u.valid_to = :day, false) as ends,
                       p.valid_from = :day and u.valid_from < :day as moved, p.position,
                       (select f.name from unit_name f where f.unit_id = n.unit_id and f.valid_to = :day
                        and n.valid_from = :day and f.name <> n.name) as former_name,
            """ + BELOW + """
                from   unit_parent p
                join   unit u on u.id = p.unit_id
                join   unit_name n on n.unit_id = p.unit_id
                where  p.parent_id = parent.id
                and    (p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
                        and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
                        or u.valid_to = :day and p.valid_to = :day and n.valid_to = :day)
                order  by p.position, n.kind, n.name collate vietnamese, n.unit_id offset :skip limit :limit) c
            order  by c.position, c.kind, c.name collate vietnamese, c.unit_id
            """)
                .param("parents", values(parents))
                .param("day", day)
                .param("skip", skip)
                .param("limit", limit)
                .query(rs -> {
                    below.computeIfAbsent(new UnitId(rs.getObject("parent_id", UUID.class)), _ -> new ArrayList<>())
                            .add(row(rs, 0));
                });
        return below;
    }

    private static final String BELOW = """
        (select count(*) from unit_parent c join unit k on k.id = c.unit_id where c.parent_id = n.unit_id
         and (c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
              or k.valid_to = :day and c.valid_to = :day)) as below
        """;

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(
                new UnitId(rs.getObject("unit_id", UUID.class)),
                UnitKind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getBoolean("begins"),
                rs.getBoolean("ends"),
                rs.getBoolean("moved"),
                rs.getString("former_name"),
                rs.getInt("below"));
    }

    /** Of those that begin or end on a day: the names of the units they carry on from or that carry on from them. */
    Map<UnitId, List<String>> relatives(Collection<UnitId> units, LocalDate day) {
        var found = new HashMap<UnitId, List<String>>();
        if (units.isEmpty()) return found;
        jdbc.sql("""
            select s.unit_id, string_agg(distinct n.name, ', ') as names
            from  (select from_id as unit_id, to_id as other, on_day from unit_succession
                   union select to_id, from_id, on_day from unit_succession) s
            join   unit_name n on n.unit_id = s.other and (n.valid_to = :day or n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to))
            where  s.unit_id = any (:units) and s.on_day = :day and s.other <> s.unit_id
            group  by s.unit_id
            """).param("units", values(units)).param("day", day).query(rs -> {
            found.put(new UnitId(rs.getObject("unit_id", UUID.class)), List.of(rs.getString("names")));
        });
        return found;
    }

    /** Units that are, or are called, as a source says that nobody has compared with the decision. */
    Set<UnitId> unverified(Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) return Set.of();
        var found = new HashSet<UnitId>();
        jdbc.sql("""
            select distinct x.unit_id from unit_event_unit x join unit_event e on e.id = x.event_id
            where  x.unit_id = any (:units) and not e.verified and e.source <> '' and e.undone_at is null
            and    e.happens_on <= :day
            and    (x.role = 'RESULT' and e.kind in ('CREATE', 'CONSOLIDATE', 'SPLIT')
                    or x.role = 'SUBJECT' and e.kind in ('RENAME', 'MOVE')
                    or x.role = 'SUBJECT' and e.happens_on = :day)
            """).param("units", values(units)).param("day", day).query(rs -> {
            found.add(new UnitId(rs.getObject("unit_id", UUID.class)));
        });
        return found;
    }

    /** Days on which something happened, the latest ones when there are many. */
    List<LocalDate> days(int most) {
        var days = jdbc.sql("""
            select distinct happens_on from unit_event where undone_at is null order by happens_on desc limit :most
            """).param("most", most).query(LocalDate.class).list();
        return days.reversed();
    }

    /** How many there were the day before and how many there are, where the two differ. */
    Map<UnitKind, int[]> counts(LocalDate day) {
        var counts = new TreeMap<UnitKind, int[]>();
        jdbc.sql("""
            select kind, count(*) filter (where valid_from < :day) as before,
                   count(*) filter (where valid_to is null or :day < valid_to) as after
            from   unit_name
            where  valid_from <= :day and (valid_to is null or :day <= valid_to)
            group  by kind
            """).param("day", day).query(rs -> {
            counts.put(UnitKind.valueOf(rs.getString("kind")), new int[] {rs.getInt("before"), rs.getInt("after")});
        });
        return counts;
    }

    /** Of which place a unit is: every province has a department of the same name. */
    private static final String ABOVE = """
                    left join lateral (select m.name from unit_parent p join unit_name m on m.unit_id = p.parent_id
                         where p.unit_id = x.unit_id and %s and m.kind <> 'GOVERNMENT'
                         order by p.valid_from desc, m.valid_from desc limit 1) a on true
        """;

    /** @param subjects names of those it happened to; @param results names of what there is afterwards */
    record Happening(UUID id, String kind, String subjects, String results, String basis, boolean doubtful) {}

    /** What happened on a day, mergers before the rest. */
    List<Happening> happenings(LocalDate day, int limit) {
        return jdbc.sql("""
                        select id, kind, subjects, results, basis, doubtful from (
                        select e.id, e.no, e.kind, e.legal_basis as basis, not e.verified and e.source <> '' as doubtful,
                               coalesce((select case when count(*) > 6 then count(*)::text else string_agg(n.name || coalesce(' (' || a.name || ')', ''), ' + ' order by x.position) end
                                from unit_event_unit x join lateral (select name from unit_name m where m.unit_id = x.unit_id
                                     and m.valid_from < :day order by m.valid_from desc limit 1) n on true
                        """ + ABOVE.formatted("p.valid_from < :day and m.valid_from < :day") + """
                                where x.event_id = e.id and x.role = 'SUBJECT'), '') as subjects,
                               coalesce((select case when count(*) > 6 then count(*)::text else string_agg(n.name || coalesce(' (' || a.name || ')', ''), ' + ' order by x.position) end
                                from unit_event_unit x join lateral (select name from unit_name m where m.unit_id = x.unit_id
                                     and m.valid_from <= :day order by m.valid_from desc limit 1) n on true
                        """
                        + ABOVE.formatted("p.valid_from <= :day and m.valid_from <= :day") + """
                                where x.event_id = e.id and (x.role = 'RESULT' or x.role = 'TO_PARENT' and e.kind = 'MOVE'
                                                             or x.role = 'SUBJECT' and e.kind = 'RENAME')), '') as results
                        from   unit_event e
                        where  e.happens_on = :day and e.undone_at is null) happened
                        order  by array_position(array['CONSOLIDATE', 'MERGE_INTO', 'SPLIT', 'DISSOLVE', 'RENAME', 'TRANSFER_FUNCTION',
                                                       'MOVE', 'CREATE'], kind), subjects collate vietnamese, no
                        limit  :limit
                        """)
                .param("day", day)
                .param("limit", limit)
                .query(Happening.class)
                .list();
    }

    private static UUID[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
