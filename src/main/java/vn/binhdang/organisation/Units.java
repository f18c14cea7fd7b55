package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/**
 * Units on a day. Every question takes the day, since names, kinds, parents, codes and existence change. The map of units
 * is public to everybody who is signed in; where somebody may act is asked by {@code in_reach} or a search's reach.
 */
@Component
public class Units {
    static final RowMapper<Unit> ROW = (rs, i) -> new Unit(
            new UnitId(rs.getObject("id", UUID.class)),
            UnitKind.valueOf(rs.getString("kind")),
            rs.getString("name"),
            rs.getString("short_name"),
            rs.getString("symbol_abbreviation"));

    /** What a unit is called on :day, which makes sure that it exists on it. */
    private static final String CALLED = """
        select n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
        from   unit_name n
        """;

    private static final String ON_DAY = " n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to) ";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units directly below another on a day, in its own order. */
    public List<Unit> below(UnitId unit, LocalDate day) {
        return jdbc.sql(CALLED + """
            join   unit_parent p on p.unit_id = n.unit_id and p.parent_id = :unit
                                and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            where
            """ + ON_DAY + "order by p.position, n.name collate vietnamese, n.unit_id")
                .param("unit", unit.value())
                .param("day", day)
                .query(ROW)
                .list();
    }

    /**
     * A unit and all below it on a day, in the order of their ids.
     * @param after the last one of the page before; null for the first page
     */
    public List<Unit> subtree(UnitId unit, LocalDate day, @Nullable UnitId after, int limit) {
        return jdbc.sql("""
            select n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
            from  (select w.unit_id from unit_within w
                   where  w.ancestor_id = :unit and w.unit_id > :after and w.valid_from <= :day and :day < w.valid_to
                   order  by w.unit_id limit :limit) w
            join   unit_name n on n.unit_id = w.unit_id and
            """ + ON_DAY + "order by n.unit_id")
                .param("unit", unit.value())
                .param("day", day)
                .param("after", after == null ? BEFORE_ALL : after.value())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** How many units {@link #subtree} has. */
    public int subtreeSize(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select count(*) from unit_within
            where  ancestor_id = :unit and valid_from <= :day and :day < valid_to
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The units above one on a day, the highest first. */
    public List<Unit> ancestors(UnitId unit, LocalDate day) {
        return jdbc.sql(CALLED + """
            join   unit_within w on w.ancestor_id = n.unit_id and w.unit_id = :unit and w.distance > 0
                                and w.valid_from <= :day and :day < w.valid_to
            where
            """ + ON_DAY + "order by w.distance desc")
                .param("unit", unit.value())
                .param("day", day)
                .query(ROW)
                .list();
    }

    /** The units above each of several on a day, the highest first; those on top of a tree are left out. */
    public Map<UnitId, List<Unit>> ancestors(Collection<UnitId> units, LocalDate day) {
        if (units.isEmpty()) return Map.of();
        var above = new HashMap<UnitId, List<Unit>>();
        jdbc.sql("""
            select w.unit_id as below_id, n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
            from   unit_within w join unit_name n on n.unit_id = w.ancestor_id
            where  w.unit_id = any (:units) and w.distance > 0 and w.valid_from <= :day and :day < w.valid_to
            and
            """ + ON_DAY + "order by w.distance desc")
                .param("units", units.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    above.computeIfAbsent(new UnitId(rs.getObject("below_id", UUID.class)), _ -> new ArrayList<>())
                            .add(Objects.requireNonNull(ROW.mapRow(rs, 0)));
                });
        return above;
    }

    /** @throws NotVisible when no such unit exists on the day */
    public Unit on(UnitId id, LocalDate day) {
        return find(id, day).orElseThrow(() -> new NotVisible("unit " + id));
    }

    public Optional<Unit> find(UnitId id, LocalDate day) {
        return jdbc.sql(CALLED + "where n.unit_id = :id and" + ON_DAY)
                .param("id", id.value())
                .param("day", day)
                .query(ROW)
                .optional();
    }

    /** @throws NotVisible when there never was such a unit */
    public UnitSpan span(UnitId id) {
        return jdbc.sql("select valid_from, valid_to from unit where id = :id")
                .param("id", id.value())
                .query((rs, i) -> new UnitSpan(
                        rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotVisible("unit " + id));
    }

    /**
     * The units as they are called on a day; one that has ended by then under the name it had last, one that begins later
     * under its first.
     */
    public Map<UnitId, Unit> named(Collection<UnitId> ids, LocalDate day) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                    select distinct on (n.unit_id) n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
                    from   unit_name n
                    where  n.unit_id = any (:ids)
                    order  by n.unit_id, (n.valid_from <= :day) desc,
                              case when n.valid_from <= :day then n.valid_from end desc, n.valid_from
                    """)
                .param("ids", ids.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .param("day", day)
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::id, unit -> unit));
    }

    /** The same: those directly below another on the day first, in its own order, then the rest. */
    public List<Unit> named(Collection<UnitId> ids, UnitId above, LocalDate day) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("""
            select n.* from (
                select distinct on (n.unit_id) n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
                from   unit_name n
                where  n.unit_id = any (:ids)
                order  by n.unit_id, (n.valid_from <= :day) desc,
                          case when n.valid_from <= :day then n.valid_from end desc, n.valid_from) n
            left   join unit_parent p on p.unit_id = n.id and p.parent_id = :above
                                     and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            order  by p.position nulls last, case when p.unit_id is not null then n.name end collate vietnamese, n.id
            """)
                .param("ids", ids.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .param("above", above.value())
                .param("day", day)
                .query(ROW)
                .list();
    }

    /**
     * A unit as it is called on a day, or on the day of its life that is nearest to it.
     * @throws NotVisible when there never was such a unit
     */
    public Unit nearest(UnitId id, LocalDate day) {
        var unit = named(List.of(id), day).get(id);
        if (unit == null) throw new NotVisible("unit " + id);
        return unit;
    }

    /** The unit a code names on a day. There is no such question without a day: see {@link #holders}. */
    public Optional<Unit> byCode(CodeScheme scheme, String code, LocalDate day) {
        return jdbc.sql(CALLED + """
            join   unit_code c on c.unit_id = n.unit_id and c.scheme = :scheme and c.code = :code
                              and c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
            where
            """ + ON_DAY)
                .param("scheme", scheme.name())
                .param("code", code)
                .param("day", day)
                .query(ROW)
                .optional();
    }

    /** The codes of units on a day, of whatever list; those without one are left out. */
    public Map<UnitId, List<UnitCode>> codes(Collection<UnitId> ids, LocalDate day) {
        var codes = new HashMap<UnitId, List<UnitCode>>();
        if (ids.isEmpty()) return codes;
        jdbc.sql("""
            select c.unit_id, c.scheme, c.code from unit_code c
            where  c.unit_id = any (:ids) and c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
            order  by c.scheme, c.code
            """)
                .param("ids", ids.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .param("day", day)
                .query((rs, i) -> codes.computeIfAbsent(
                                new UnitId(rs.getObject("unit_id", UUID.class)), _ -> new ArrayList<>())
                        .add(new UnitCode(CodeScheme.valueOf(rs.getString("scheme")), rs.getString("code"))))
                .list();
        return codes;
    }

    /** Whom a code named and names, the earliest first: the answer to one who gives no day. */
    public List<CodeHolder> holders(CodeScheme scheme, String code) {
        return jdbc.sql("""
            select c.unit_id, c.valid_from, c.valid_to,
                   (select n.name from unit_name n where n.unit_id = c.unit_id and n.valid_from <= c.valid_from
                    order by n.valid_from desc limit 1) as name
            from   unit_code c where c.scheme = :scheme and c.code = :code order by c.valid_from
            """)
                .param("scheme", scheme.name())
                .param("code", code)
                .query((rs, i) -> new CodeHolder(
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        rs.getString("name"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** All codes of a list with whom they ever named: for those who have thousands of them to look up. */
    public Map<String, List<CodeSpan>> spansOfCodes(CodeScheme scheme) {
        var spans = new HashMap<String, List<CodeSpan>>();
        jdbc.sql("select code, unit_id, valid_from, valid_to from unit_code where scheme = :scheme order by valid_from")
                .param("scheme", scheme.name())
                .query(rs -> {
                    spans.computeIfAbsent(rs.getString("code"), _ -> new ArrayList<>(1))
                            .add(new CodeSpan(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    rs.getObject("valid_from", LocalDate.class),
                                    rs.getObject("valid_to", LocalDate.class)));
                });
        return spans;
    }

    /** Who stands for a unit on a day: itself while it exists, after its end those that carry on from it. */
    public List<Successor> successors(UnitId unit, LocalDate atDay) {
        return successors(unit, span(unit).nearest(atDay), atDay);
    }

    /** Who on a later day carries on from the unit as it was on an earlier one, through every chain. */
    public List<Successor> successors(UnitId unit, LocalDate fromDay, LocalDate atDay) {
        return jdbc.sql("""
            select unit_id, share, function from unit_successors(array[cast(:unit as uuid)], :from, :at)
            order  by share desc nulls last, unit_id
            """)
                .param("unit", unit.value())
                .param("from", fromDay)
                .param("at", atDay)
                .query(Units::successor)
                .list();
    }

    /** The units of an earlier day from which one carries on that exists on a later day; itself, if it existed then. */
    public List<Successor> predecessors(UnitId unit, LocalDate fromDay, LocalDate atDay) {
        return jdbc.sql("""
            with recursive earlier as (
                select cast(:unit as uuid) as unit_id
                union
                select s.from_id from earlier e
                join   unit_succession s on s.to_id = e.unit_id and s.on_day > :at and s.on_day <= :from
            )
            select s.origin as unit_id, s.share, s.function
            from   unit_successors(array(select e.unit_id from earlier e join unit u on u.id = e.unit_id
                                         where u.valid_from <= :at and (u.valid_to is null or :at < u.valid_to)),
                                   :at, :from) s
            where  s.unit_id = :unit
            order  by s.share desc nulls last, s.origin
            """)
                .param("unit", unit.value())
                .param("from", fromDay)
                .param("at", atDay)
                .query(Units::successor)
                .list();
    }

    private static Successor successor(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
        var share = rs.getBigDecimal("share");
        return new Successor(
                new UnitId(rs.getObject("unit_id", UUID.class)),
                share == null ? null : share.stripTrailingZeros(),
                rs.getString("function"));
    }

    /** Up to a page of units by name, in the order of names. */
    public List<Unit> search(UnitSearch search) {
        return UnitSearchQuery.on(jdbc, search).query(ROW).list();
    }

    /** Other spellings on a day of the units below an agency (and of itself), for matching what documents print. */
    public Map<UnitId, List<String>> aliases(UnitId agency, LocalDate day) {
        record Alias(UUID unitId, String alias) {}
        return jdbc.sql("""
            select a.unit_id, a.alias
            from   unit_alias a
            where  a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
            and    a.unit_id in (select unit_id from unit_within
                                 where ancestor_id = :agency and distance <= 1
                                 and   valid_from <= :day and :day < valid_to)
            order  by a.alias
            """).param("agency", agency.value()).param("day", day).query(Alias.class).list().stream()
                .collect(Collectors.groupingBy(
                        a -> new UnitId(a.unitId()), Collectors.mapping(Alias::alias, Collectors.toList())));
    }

    /** How an agency and its units stand in document symbols on a day, other spellings included: SKHCN, KHCN, VP. */
    public Set<String> abbreviations(UnitId agency, LocalDate day) {
        return Set.copyOf(jdbc.sql("""
            with own as (select unit_id from unit_within
                         where  ancestor_id = :agency and distance <= 1 and valid_from <= :day and :day < valid_to)
            select n.symbol_abbreviation
            from   unit_name n join own on own.unit_id = n.unit_id
            where  n.symbol_abbreviation is not null
            and    n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            union
            select a.alias
            from   unit_alias a join own on own.unit_id = a.unit_id
            where  a.alias !~ '\\s' and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
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
