package vn.binhdang.access.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Sha256;

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

    /**
     * Counts a try before its password is looked at, so that a hundred tries sent at once do not all pass as the first.
     * @return false when the name has to wait at this address; the try is then not counted
     */
    @Transactional
    public boolean admits(String username, String address) {
        byte[] key = key(username, address);
        // As fine as the database keeps it: a rounded "now" would lie in the future and stop the first try.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into sign_in_failure values (:key, 0, :now) on conflict (key_hash) do nothing")
                .param("key", key)
                .param("now", at(now))
                .update();
        record Tries(int failures, OffsetDateTime notBefore) {}
        var tries = jdbc.sql("select failures, not_before from sign_in_failure where key_hash = :key for update")
                .param("key", key)
                .query(Tries.class)
                .single();
        if (now.isBefore(tries.notBefore().toInstant())) return false;
        jdbc.sql("update sign_in_failure set failures = :failures, not_before = :until where key_hash = :key")
                .param("failures", tries.failures() + 1)
                .param("until", at(now.plus(delayAfter(tries.failures() + 1))))
                .param("key", key)
                .update();
        return true;
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

    /** A name as it is counted: people type it in any case. */
    static String plain(String username) {
        return username.toLowerCase(Locale.ROOT).strip();
    }

    private static byte[] key(String username, String address) {
        var text = plain(username) + "\n" + address;
        return Sha256.of(text);
    }
}
