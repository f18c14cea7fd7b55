package vn.binhdang.operations.state;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many people are signed in. */
public final class Sessions {
    private Sessions() {}

    /** Sessions of accounts that have not run out; a visitor of the sign-in page is none. */
    public static long open(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("select count(*) from spring_session where expiry_time > :now and principal_name is not null")
                .param("now", clock.millis())
                .query(Long.class)
                .single();
    }
}
