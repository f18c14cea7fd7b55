package vn.binhdang.organisation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.KeptUntilChanged;

/** The whole history of all units in memory, read anew as soon as anything of it has changed. */
@Component
public class UnitHistories {
    private final JdbcClient jdbc;
    private final KeptUntilChanged<UnitHistory> kept;

    UnitHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptUntilChanged<>(this::no, this::read);
    }

    /** As the transaction that asks sees it. Costs one look at one row while nothing has changed. */
    public UnitHistory current() {
        return kept.current();
    }

    private long no() {
        return jdbc.sql("select no from unit_map").query(Long.class).single();
    }

    private UnitHistory read(long no) {
        var history = new UnitHistory.Builder(no);
        jdbc.sql("select id, valid_from, coalesce(valid_to, date '9999-01-01') as valid_to from unit order by id")
                .query(rs -> {
                    history.unit(
                            rs.getObject(1, UUID.class),
                            (int) rs.getObject(2, java.time.LocalDate.class).toEpochDay(),
                            (int) rs.getObject(3, java.time.LocalDate.class).toEpochDay());
                });
        jdbc.sql("""
            select unit_id, parent_id, valid_from, coalesce(valid_to, date '9999-01-01') as valid_to
            from   unit_parent order by unit_id, valid_from
            """).query(rs -> {
            history.parent(
                    rs.getObject(1, UUID.class),
                    rs.getObject(2, UUID.class),
                    (int) rs.getObject(3, java.time.LocalDate.class).toEpochDay(),
                    (int) rs.getObject(4, java.time.LocalDate.class).toEpochDay());
        });
        jdbc.sql("select unit_id, kind, valid_from from unit_name order by unit_id, valid_from")
                .query(rs -> {
                    history.kind(rs.getObject(1, UUID.class), UnitKind.valueOf(rs.getString(2)), (int)
                            rs.getObject(3, java.time.LocalDate.class).toEpochDay());
                });
        jdbc.sql("""
            select from_id, to_id, on_day, event_no, share from unit_succession
            where  share is not null order by from_id, on_day, event_no
            """).query(rs -> {
            history.succession(
                    rs.getObject(1, UUID.class),
                    rs.getObject(2, UUID.class),
                    (int) rs.getObject(3, java.time.LocalDate.class).toEpochDay(),
                    rs.getLong(4),
                    rs.getDouble(5));
        });
        return history.build();
    }
}
