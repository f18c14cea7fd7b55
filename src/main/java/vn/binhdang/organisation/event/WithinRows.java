package vn.binhdang.organisation.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;

/**
 * Keeps {@code unit_within} in step with the parents. Each of its rows is one chain of parents and the days on which every
 * link of it held, so an event changes only the chains that lead through the unit that moved: above it, as many as there
 * are levels; below it, as many as there are units. Deriving all of them anew gives the same rows.
 */
@Component
class WithinRows {
    private final JdbcClient jdbc;

    WithinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these units from their parents; only right for all of them when nothing else is below them. */
    void derive(Collection<UnitId> units) {
        jdbc.sql("select derive_unit_within(:units)")
                .param("units", UnitState.values(units))
                .query()
                .singleRow();
    }

    /** After the row of the new parent is stored, or removed. */
    void move(UnitId unit, @Nullable UnitId parent, LocalDate from, @Nullable LocalDate to) {
        String until = to == null ? "infinity" : to.toString();
        jdbc.sql("""
            with up as materialized (
                select ancestor_id, distance, valid_from, valid_to from unit_within
                where  unit_id = :unit and distance > 0 and valid_to > :from and valid_from < cast(:to as date)),
            down as materialized (
                select unit_id, distance, valid_from, valid_to from unit_within
                where  ancestor_id = :unit and valid_to > :from and valid_from < cast(:to as date)),
            cut as (
                delete from unit_within w using down, up
                where  w.unit_id = down.unit_id and w.ancestor_id = up.ancestor_id
                and    w.distance = down.distance + up.distance
                and    w.valid_from < least(down.valid_to, up.valid_to)
                and    greatest(down.valid_from, up.valid_from) < w.valid_to
                and    w.valid_to > :from and w.valid_from < cast(:to as date)
                returning w.*)
            insert into unit_within (unit_id, ancestor_id, distance, valid_from, valid_to)
            select unit_id, ancestor_id, distance, valid_from, :from from cut where valid_from < :from
            union all
            select unit_id, ancestor_id, distance, cast(:to as date), valid_to from cut
            where  valid_to > cast(:to as date)
            """)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", until)
                .update();
        if (parent == null) return;
        jdbc.sql("""
            insert into unit_within (unit_id, ancestor_id, distance, valid_from, valid_to)
            select d.unit_id, a.ancestor_id, d.distance + 1 + a.distance,
                   greatest(d.valid_from, a.valid_from, :from), least(d.valid_to, a.valid_to, cast(:to as date))
            from   unit_within d
            join   unit_within a on a.unit_id = :parent and a.valid_from < d.valid_to and d.valid_from < a.valid_to
            where  d.ancestor_id = :unit
            and    greatest(d.valid_from, a.valid_from, :from) < least(d.valid_to, a.valid_to, cast(:to as date))
            """)
                .param("unit", unit.value())
                .param("parent", parent.value())
                .param("from", from)
                .param("to", until)
                .update();
    }

    /** When nothing is below it any more. */
    void end(UnitId unit, LocalDate day) {
        jdbc.sql("""
            with gone as (delete from unit_within where unit_id = :unit and valid_from >= :day)
            update unit_within set valid_to = :day where unit_id = :unit and valid_from < :day and valid_to > :day
            """).param("unit", unit.value()).param("day", day).update();
    }

    /** All that was ever below one of these units, themselves included. */
    UUID[] everBelow(Collection<UnitId> units) {
        return jdbc.sql("select distinct unit_id from unit_within where ancestor_id = any (:units)")
                .param("units", UnitState.values(units))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
