package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Secret;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Secret addresses of calendar feeds, one of each person for each agency. Who knows the address reads the feed, so it is
 * shown once, kept as a hash, and ends when its owner says so; a new one ends the one before.
 */
@Component
class CalendarFeeds {
    /** So many requests at once, and then one every {@link #SECONDS}: programs ask every few hours. */
    private static final int REQUESTS = 30;

    static final int SECONDS = 120;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final boolean allowed;

    CalendarFeeds(
            JdbcClient jdbc, AuditTrail audit, Clock clock, @Value("${binhdang.calendar-feeds:true}") boolean allowed) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.allowed = allowed;
    }

    /** @param usedAt when a program last read it; null before the first time */
    record Feed(
            Whose whose, OffsetDateTime createdAt, @Nullable OffsetDateTime usedAt) {}

    /**
     * What is asked for by its address.
     * @param tooOften asked again too soon
     */
    record Asked(UUID id, AccountId account, UnitId agency, Whose whose, String language, boolean tooOften) {}

    /** Whether the operator lets calendars leave this installation. */
    boolean allowed() {
        return allowed;
    }

    Optional<Feed> of(Actor actor) {
        return jdbc.sql("""
            select whose, created_at, used_at from calendar_feed
            where  account_id = :account and agency_id = :agency and revoked_at is null
            """)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .query(Feed.class)
                .optional();
    }

    /** @return the secret part of the address, which is nowhere else */
    @Transactional
    public String make(Actor actor, Whose whose, String language) {
        if (!allowed) throw new Refused("execution.feed.off");
        // Two at the same moment would both end the one before and both want to be the one that holds.
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:whose, 36))) locked")
                .param("whose", actor.account().toString() + actor.agency())
                .query(Integer.class)
                .single();
        boolean renewed = end(actor) > 0;
        String secret = Secret.make();
        var id = Uuid7.create();
        jdbc.sql("""
            insert into calendar_feed (id, account_id, agency_id, secret_hash, whose, language, created_at)
            values (:id, :account, :agency, :hash, :whose, :language, :now)
            """)
                .param("id", id)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("hash", Secret.hash(secret))
                .param("whose", whose.name())
                .param("language", language)
                .param("now", now())
                .update();
        audit.record(actor, "execution.feed.make", id, Map.of("whose", whose.name(), "renewed", renewed));
        return secret;
    }

    /** @throws Refused when there is none */
    @Transactional
    public void revoke(Actor actor) {
        if (end(actor) == 0) throw new Refused("execution.feed.none");
        audit.record(actor, "execution.feed.revoke", actor.account().value());
    }

    private int end(Actor actor) {
        return jdbc.sql("""
            update calendar_feed set revoked_at = :now
            where  account_id = :account and agency_id = :agency and revoked_at is null
            """)
                .param("now", now())
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .update();
    }

    /** Counts the request. Empty for an address that never was, or holds no longer. */
    Optional<Asked> ask(String secret) {
        if (!allowed || secret.length() > 100) return Optional.empty();
        return jdbc.sql("""
            update calendar_feed
            set    asked = least(:most + 1,
                                 1 + greatest(0, asked - extract(epoch from :now - coalesce(used_at, :now)) / :seconds)),
                   used_at = :now
            where  secret_hash = :hash and revoked_at is null
            returning id, account_id, agency_id, whose, language, asked > :most as too_often
            """)
                .param("hash", Secret.hash(secret))
                .param("now", now())
                .param("most", REQUESTS)
                .param("seconds", SECONDS)
                .query((rs, i) -> new Asked(
                        rs.getObject("id", UUID.class),
                        new AccountId(rs.getObject("account_id", UUID.class)),
                        new UnitId(rs.getObject("agency_id", UUID.class)),
                        Whose.valueOf(rs.getString("whose")),
                        rs.getString("language"),
                        rs.getBoolean("too_often")))
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
