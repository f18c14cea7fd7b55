package vn.binhdang.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One change of the organisation at a time: two that are right each by itself could close a ring together. */
@Component
public class UnitLock {
    private final JdbcClient jdbc;

    UnitLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction. */
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation'))")
                .query()
                .singleRow();
    }
}
