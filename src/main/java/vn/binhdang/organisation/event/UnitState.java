package vn.binhdang.organisation.event;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSpan;

/** What is known about units when an event is planned. */
@Component
class UnitState {
    private final JdbcClient jdbc;

    UnitState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UnitSpan> span(UnitId unit) {
        return jdbc.sql("select valid_from, valid_to from unit where id = :id")
                .param("id", unit.value())
                .query((rs, i) -> new UnitSpan(
                        rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)))
                .optional();
    }

    /** Those of the units that are there on a day and of which no end is known. */
    Set<UnitId> lasting(Collection<UnitId> units, LocalDate day) {
        return jdbc
                .sql("select u.id from unnest(:units) asked (id) join unit u on u.id = asked.id"
                        + " where u.valid_from <= :day and u.valid_to is null")
                .param("units", values(units))
                .param("day", day)
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }

    Optional<UnitId> parent(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select parent_id from unit_parent
            where  unit_id = :unit and valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(UUID.class)
                .optional()
                .map(UnitId::new);
    }

    /** Directly below on a day, in their order. */
    List<UnitId> children(UnitId unit, LocalDate day) {
        return ids("""
            select unit_id from unit_parent
            where  parent_id = :unit and valid_from <= :day and (valid_to is null or :day < valid_to)
            order  by position, unit_id
            """, unit, day);
    }

    /** All below on a day, the deepest first, so that each can end before what it is in. */
    List<UnitId> allBelow(UnitId unit, LocalDate day) {
        return ids("""
            select unit_id from unit_within
            where  ancestor_id = :unit and distance > 0 and valid_from <= :day and :day < valid_to
            order  by distance desc, unit_id
            """, unit, day);
    }

    /** Whether a unit is, or will be, the other or below it on some day of a span. */
    boolean within(UnitId unit, UnitId ancestor, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("""
            select exists (select 1 from unit_within where unit_id = :unit and ancestor_id = :ancestor
                           and valid_to > :from and (cast(:to as date) is null or valid_from < :to))
            """)
                .param("unit", unit.value())
                .param("ancestor", ancestor.value())
                .param("from", from)
                .param("to", to == null ? null : Date.valueOf(to), java.sql.Types.DATE)
                .query(Boolean.class)
                .single();
    }

    /** The next day after one on which the unit gets another parent or ends. */
    @Nullable
    LocalDate placeUntil(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select least((select min(valid_from) from unit_parent where unit_id = :unit and valid_from > :day),
                         (select valid_to from unit where id = :unit)) as next
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((rs, i) -> Optional.ofNullable(rs.getObject("next", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** The first day after one from which something more is recorded about the unit. */
    Optional<LocalDate> laterFact(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select min(d) as first from (
                select valid_to from unit where id = :unit and valid_to > :day
                union all select valid_from from unit_name where unit_id = :unit and valid_from > :day
                union all select valid_from from unit_parent where unit_id = :unit and valid_from > :day
                union all select valid_from from unit_parent where parent_id = :unit and valid_from > :day
                union all select valid_from from unit_code where unit_id = :unit and valid_from > :day
                union all select valid_from from unit_alias where unit_id = :unit and valid_from > :day
                union all select valid_from from agency_letterhead where agency_id = :unit and valid_from > :day
                union all select valid_from from office_held where unit_id = :unit and valid_from > :day
                union all select on_day from unit_succession where from_id = :unit and on_day > :day
                union all select on_day from unit_succession where to_id = :unit and on_day > :day) later (d)
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((rs, i) -> Optional.ofNullable(rs.getObject("first", LocalDate.class)))
                .single();
    }

    /** How many people sit in a unit on a day or later. */
    int people(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select count(distinct person_id) from office_held
            where  unit_id = :unit and (valid_to is null or valid_to > :day)
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /**
     * Whether all these units lie in reach on the day, or on the day of their life that is nearest to it, and today if they
     * are there today.
     */
    boolean reaches(Reach reach, Set<UnitId> units, LocalDate day, LocalDate today) {
        return jdbc.sql("""
            select not exists (
                select 1 from unnest(:units) asked (id) left join unit u on u.id = asked.id
                where  u.id is null
                or     not in_reach(u.id, :whole, :only, greatest(u.valid_from, least(:day, u.valid_to - 1)))
                or     u.valid_from <= :today and (u.valid_to is null or :today < u.valid_to)
                       and not in_reach(u.id, :whole, :only, :today))
            """)
                .param("units", values(units))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    static UUID[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private List<UnitId> ids(String sql, UnitId unit, LocalDate day) {
        return jdbc.sql(sql).param("unit", unit.value()).param("day", day).query(UUID.class).list().stream()
                .map(UnitId::new)
                .toList();
    }
}
