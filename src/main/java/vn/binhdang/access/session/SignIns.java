package vn.binhdang.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Uuid7;

/**
 * The sign-ins of all accounts, one row each. A sign-in that is ended here is over with the next request, whatever its
 * browser still holds.
 */
@Component
public class SignIns {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration longest;
    private final Duration idle;
    /** Being seen is written at most this often. */
    private final Duration seenEvery;

    SignIns(
            JdbcClient jdbc,
            Clock clock,
            @Value("${binhdang.access.session.longest:8h}") Duration longest,
            @Value("${binhdang.access.session.idle:15m}") Duration idle) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.longest = longest;
        this.idle = idle;
        this.seenEvery = idle.dividedBy(30);
    }

    /** @param confirmNeeded nothing was done for so long that a sensitive screen asks again who sits there */
    public record Live(boolean confirmNeeded) {}

    /** When a sign-in began and was last used. */
    public record Times(OffsetDateTime startedAt, OffsetDateTime lastSeenAt, boolean confirmNeeded) {}

    /** One line of a person's own list. */
    public record Row(
            UUID id,
            String method,
            String device,
            String network,
            OffsetDateTime startedAt,
            OffsetDateTime lastSeenAt) {}

    UUID begin(UUID account, SignInMethod method, String device, String network) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into sign_in (id, account_id, method, device, network, started_at, last_seen_at)
            values (:id, :account, :method, :device, :network, :now, :now)
            """)
                .param("id", id)
                .param("account", account)
                .param("method", method.name())
                .param("device", device)
                .param("network", network)
                .param("now", at(clock.instant()))
                .update();
        return id;
    }

    /**
     * Whether the sign-in still holds.
     * @param byPerson false for what a page asks by itself; only people keep a sign-in awake
     * @return empty when it was ended or is over its longest time
     */
    public Optional<Live> seen(UUID id, boolean byPerson) {
        return jdbc.sql("""
            select started_at, last_seen_at, confirm_needed from sign_in where id = :id and ended_at is null
            """).param("id", id).query(Times.class).optional().flatMap(times -> seen(id, times, byPerson));
    }

    /** The same for who has read the times of a sign-in that nobody ended. */
    public Optional<Live> seen(UUID id, Times times, boolean byPerson) {
        var now = clock.instant();
        if (now.isAfter(times.startedAt().toInstant().plus(longest))) {
            end(id, SignInEnd.TOO_LONG);
            return Optional.empty();
        }
        boolean slept = now.isAfter(times.lastSeenAt().toInstant().plus(idle));
        if (byPerson && now.isAfter(times.lastSeenAt().toInstant().plus(seenEvery)))
            jdbc.sql("""
                update sign_in set last_seen_at = :now, confirm_needed = confirm_needed or :slept where id = :id
                """)
                    .param("now", at(now))
                    .param("slept", slept)
                    .param("id", id)
                    .update();
        return Optional.of(new Live(times.confirmNeeded() || slept));
    }

    void confirmed(UUID id) {
        jdbc.sql("update sign_in set last_seen_at = :now, confirm_needed = false where id = :id")
                .param("now", at(clock.instant()))
                .param("id", id)
                .update();
    }

    public List<Row> liveOf(UUID account) {
        return jdbc.sql("""
            select id, method, device, network, started_at, last_seen_at
            from   sign_in
            where  account_id = :account and ended_at is null and started_at > :oldest
            order  by last_seen_at desc, id
            """)
                .param("account", account)
                .param("oldest", at(clock.instant().minus(longest)))
                .query(Row.class)
                .list();
    }

    /** @return how many ended now */
    @Transactional
    public int end(UUID id, SignInEnd why) {
        return jdbc.sql("update sign_in set ended_at = :now, end_reason = :why where id = :id and ended_at is null")
                .param("now", at(clock.instant()))
                .param("why", why.name())
                .param("id", id)
                .update();
    }

    /** @return false when it is not that account's or over already */
    @Transactional
    public boolean endOne(UUID account, UUID id, SignInEnd why) {
        return !jdbc.sql("select id from sign_in where id = :id and account_id = :account and ended_at is null")
                        .param("id", id)
                        .param("account", account)
                        .query(UUID.class)
                        .list()
                        .isEmpty()
                && end(id, why) == 1;
    }

    /**
     * @param but stays; nobody's id ends all
     * @return how many ended now
     */
    @Transactional
    public int endAll(UUID account, UUID but, SignInEnd why) {
        return jdbc.sql("""
            update sign_in set ended_at = :now, end_reason = :why
            where  account_id = :account and ended_at is null and id <> :but
            """)
                .param("now", at(clock.instant()))
                .param("why", why.name())
                .param("account", account)
                .param("but", but)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
