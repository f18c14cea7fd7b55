package vn.binhdang.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after {@value #FREE_TRIES} wrong passwords for a name from an address, the next try has to wait
 * 2, 4, 8 … seconds, at most a quarter of an hour. The owner, at another address, is not locked out.
 */
@Component
class SlowingDown {
    static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SlowingDown(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long this name has to wait at this address; zero when it need not. */
    Duration wait(String username, String address) {
        return jdbc.sql("select not_before from sign_in_failure where key_hash = :key")
                .param("key", key(username, address))
                .query(OffsetDateTime.class)
                .optional()
                .map(notBefore -> Duration.between(clock.instant(), notBefore.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    void failed(String username, String address) {
        int failures = jdbc.sql("""
            insert into sign_in_failure values (:key, 1, :now)
            on conflict (key_hash) do update set failures = sign_in_failure.failures + 1
            returning failures
            """)
                .param("key", key(username, address))
                .param("now", at(clock.instant()))
                .query(Integer.class)
                .single();
        jdbc.sql("update sign_in_failure set not_before = :until where key_hash = :key")
                .param("until", at(clock.instant().plus(delayAfter(failures))))
                .param("key", key(username, address))
                .update();
    }

    void succeeded(String username, String address) {
        jdbc.sql("delete from sign_in_failure where key_hash = :key")
                .param("key", key(username, address))
                .update();
    }

    static Duration delayAfter(int failures) {
        if (failures < FREE_TRIES) return Duration.ZERO;
        var delay = Duration.ofSeconds(1L << Math.min(failures - FREE_TRIES + 1, 20));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static byte[] key(String username, String address) {
        try {
            var text = username.toLowerCase(Locale.ROOT).strip() + "\n" + address;
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
