package vn.binhdang.organisation.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;

/** Changes rows of units and keeps how they were before and after, in one statement each; takes them back exactly. */
@Component
class RowChanges {
    private static final String KEEP = " insert into unit_event_row (event_id, fact, row_before, row_after) ";

    private final JdbcClient jdbc;

    RowChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param columns of the row; values by name */
    void insert(UnitEventId event, Fact fact, String columns, String values, Map<String, ?> parameters) {
        jdbc.sql("with made as (insert into " + fact.table() + " as t (" + columns + ") values (" + values
                        + ") returning to_jsonb(t.*) as image)" + KEEP
                        + "select :event, :fact, null, image from made")
                .params(parameters)
                .param("event", event.value())
                .param("fact", fact.name())
                .update();
    }

    /** Many rows at once, those that a query gives. */
    void insertAll(UnitEventId event, Fact fact, String columns, String query, Map<String, ?> parameters) {
        jdbc.sql("with made as (insert into " + fact.table() + " as t (" + columns + ") " + query
                        + " returning to_jsonb(t.*) as image)" + KEEP + "select :event, :fact, null, image from made")
                .params(parameters)
                .param("event", event.value())
                .param("fact", fact.name())
                .update();
    }

    /** Ends on a day what holds on it; what would begin on that very day goes. */
    void cut(UnitEventId event, Fact fact, UnitId unit, LocalDate day) {
        cut(event, fact, unit, day, "", Map.of());
    }

    /** The office of one person only. */
    void cutOffice(UnitEventId event, UnitId unit, UUID person, LocalDate day) {
        cut(event, Fact.OFFICE, unit, day, " and t.person_id = :person", Map.of("person", person));
    }

    private void cut(UnitEventId event, Fact fact, UnitId unit, LocalDate day, String only, Map<String, ?> values) {
        String covering =
                "t." + fact.unitColumn() + " = :unit" + only + " and (t.valid_to is null or t.valid_to > :day) ";
        jdbc.sql("with old as (select to_jsonb(t.*) as image from " + fact.table() + " t where " + covering
                        + " and t.valid_from < :day), cut as (update " + fact.table() + " t set valid_to = :day where "
                        + covering + " and t.valid_from < :day returning to_jsonb(t.*) as image)" + KEEP
                        + "select :event, :fact, old.image, cut.image from old"
                        + " join cut on cut.image - 'valid_to' = old.image - 'valid_to'")
                .params(values)
                .param("event", event.value())
                .param("fact", fact.name())
                .param("unit", unit.value())
                .param("day", day)
                .update();
        if (fact == Fact.LIFE) return;
        jdbc.sql("with gone as (delete from " + fact.table() + " t where t." + fact.unitColumn()
                        + " = :unit" + only + " and t.valid_from = :day returning to_jsonb(t.*) as image)" + KEEP
                        + "select :event, :fact, image, null from gone")
                .params(values)
                .param("event", event.value())
                .param("fact", fact.name())
                .param("unit", unit.value())
                .param("day", day)
                .update();
    }

    /** @return false when a row is no longer as the event left it, so something was built on it; then nothing is kept */
    boolean takeBack(UnitEventId event) {
        record Change(Fact fact, String rowBefore, String rowAfter) {}
        List<Change> changes =
                jdbc.sql("""
                    select fact, cast(row_before as text) as row_before, cast(row_after as text) as row_after
                    from   unit_event_row where event_id = :event order by no desc
                    """).param("event", event.value()).query(Change.class).list();
        for (var change : changes) {
            boolean updated = change.rowBefore() != null && change.rowAfter() != null;
            if (updated && change.fact() == Fact.LIFE) {
                if (!reopen(change.rowBefore(), change.rowAfter())) return false;
                continue;
            }
            if (change.rowAfter() != null && !delete(change.fact(), change.rowAfter())) return false;
            if (change.rowBefore() != null) restore(change.fact(), change.rowBefore());
        }
        return true;
    }

    private boolean delete(Fact fact, String image) {
        return jdbc.sql("delete from " + fact.table() + " t where t." + fact.unitColumn()
                                + " = cast(cast(:image as jsonb) ->> '" + fact.unitColumn()
                                + "' as uuid) and to_jsonb(t.*) @> cast(:image as jsonb)")
                        .param("image", image)
                        .update()
                == 1;
    }

    private void restore(Fact fact, String image) {
        jdbc.sql("insert into " + fact.table() + " select * from jsonb_populate_record(null::" + fact.table()
                        + ", cast(:image as jsonb))")
                .param("image", image)
                .update();
    }

    /** The unit itself is named by every other row, so it is not removed and put back. */
    private boolean reopen(String before, String after) {
        return jdbc.sql("""
            update unit t set valid_to = cast(cast(:before as jsonb) ->> 'valid_to' as date)
            where  t.id = cast(cast(:after as jsonb) ->> 'id' as uuid) and to_jsonb(t.*) @> cast(:after as jsonb)
            """).param("before", before).param("after", after).update() == 1;
    }
}
