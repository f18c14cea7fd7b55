package vn.binhdang.access.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.kernel.Sha256;

/**
 * Buckets of tries, each leaking at its own rate. A try is counted before anything is looked at and given back when it
 * was right, so that a hundred sent at once count as a hundred. Keys are hashes: what is typed as a name is now and then
 * a password.
 */
@Component
class TryBuckets {
    private record Size(int tries, int seconds) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Limit, Size> sizes = new EnumMap<>(Limit.class);

    TryBuckets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        DataTable.read("data/try-limits.csv", List.of("what", "tries", "seconds"), row -> {
            sizes.put(Limit.valueOf(row.text("what")), new Size(row.number("tries"), row.number("seconds")));
            return row;
        });
    }

    /** @return false when the bucket is full; the try is then not counted */
    boolean admits(Limit limit, String whose) {
        var size = size(limit);
        return jdbc.sql("""
            insert into try_bucket as b (key_hash, tries, counted_at) values (:key, 1, :now)
            on conflict (key_hash) do update
            set    tries = greatest(0, b.tries - extract(epoch from :now - b.counted_at) / :seconds) + 1,
                   counted_at = :now
            where  greatest(0, b.tries - extract(epoch from :now - b.counted_at) / :seconds) + 1 <= :size
            """)
                        .param("key", key(limit, whose))
                        .param("now", now())
                        .param("seconds", size.seconds())
                        .param("size", size.tries())
                        .update()
                == 1;
    }

    /** A try that was right is none. */
    void giveBack(Limit limit, String whose) {
        jdbc.sql("update try_bucket set tries = greatest(0, tries - 1) where key_hash = :key")
                .param("key", key(limit, whose))
                .update();
    }

    /** @return how many buckets that had run dry were thrown away */
    int sweep() {
        return jdbc.sql("delete from try_bucket where counted_at < :before")
                .param("before", now().minus(Duration.ofDays(1)))
                .update();
    }

    int tries(Limit limit) {
        return size(limit).tries();
    }

    private Size size(Limit limit) {
        var size = sizes.get(limit);
        if (size == null) throw new IllegalStateException("data/try-limits.csv has no row " + limit);
        return size;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] key(Limit limit, String whose) {
        return Sha256.of(limit + "\n" + whose);
    }
}
