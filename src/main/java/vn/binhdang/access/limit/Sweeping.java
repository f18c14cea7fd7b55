package vn.binhdang.access.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Throws away what signing in and guessing leave behind once it serves nothing: the record of deeds keeps what matters. */
@Component
public class Sweeping {
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final TryBuckets buckets;
    private final Clock clock;

    Sweeping(JdbcClient jdbc, TryBuckets buckets, Clock clock) {
        this.jdbc = jdbc;
        this.buckets = buckets;
        this.clock = clock;
    }

    /** @return rows thrown away */
    public int sweep() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return buckets.sweep()
                + before("delete from sign_in_failure where not_before < :before", now.minusDays(1))
                + before("delete from known_device where last_used_at < :before", now.minus(KEPT))
                + before("delete from sign_in where last_seen_at < :before", now.minus(KEPT));
    }

    private int before(String sql, OffsetDateTime before) {
        return jdbc.sql(sql).param("before", before).update();
    }
}
