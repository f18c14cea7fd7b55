package vn.binhdang.access.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.Keys;

/** The secrets shared with people's authenticator apps, sealed at rest. */
@Component
class TotpSecrets {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    TotpSecrets(JdbcClient jdbc, Clock clock, Keys keys) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
    }

    private record Stored(byte[] secret, UUID shownTo, boolean confirmed, long lastStep) {}

    /**
     * The secret that waits for its first code. One that another sign-in has seen is thrown away: who saw it may not be
     * the owner. One that works already is never shown again.
     */
    @Transactional
    byte[] pending(UUID account, UUID signIn) {
        var stored = stored(account);
        if (stored.isPresent() && stored.get().confirmed())
            throw new IllegalStateException("the app is set up already");
        if (stored.isPresent() && stored.get().shownTo().equals(signIn)) return open(account, stored.get());
        remove(account);
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
            insert into totp_secret (account_id, secret, shown_to, created_at) values (:account, :secret, :signIn, :now)
            """)
                .param("account", account)
                .param("secret", keys.seal("totp", account.toString(), secret))
                .param("signIn", signIn)
                .param("now", now())
                .update();
        return secret;
    }

    boolean isSetUp(UUID account) {
        return stored(account).map(Stored::confirmed).orElse(false);
    }

    /** @return false when the code is none of the secret that waits */
    @Transactional
    boolean confirm(UUID account, UUID signIn, String typed) {
        var stored = stored(account).filter(s -> !s.confirmed() && s.shownTo().equals(signIn));
        if (stored.isEmpty()) return false;
        var step = Totp.matching(
                open(account, stored.get()),
                typed,
                clock.instant(),
                stored.get().lastStep());
        if (step.isEmpty()) return false;
        jdbc.sql("update totp_secret set confirmed_at = :now, last_step = :step where account_id = :account")
                .param("now", now())
                .param("step", step.getAsLong())
                .param("account", account)
                .update();
        return true;
    }

    /** Whether the code is right and new; it is then used up. */
    @Transactional
    boolean use(UUID account, String typed) {
        var stored = stored(account).filter(Stored::confirmed);
        if (stored.isEmpty()) return false;
        var step = Totp.matching(
                open(account, stored.get()),
                typed,
                clock.instant(),
                stored.get().lastStep());
        return step.isPresent()
                && jdbc.sql("""
                    update totp_secret set last_step = :step where account_id = :account and last_step < :step
                    """)
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
    }

    void remove(UUID account) {
        jdbc.sql("delete from totp_secret where account_id = :account")
                .param("account", account)
                .update();
    }

    private Optional<Stored> stored(UUID account) {
        return jdbc.sql("""
            select secret, shown_to, confirmed_at is not null as confirmed, last_step
            from   totp_secret where account_id = :account
            """).param("account", account).query(Stored.class).optional();
    }

    private byte[] open(UUID account, Stored stored) {
        return keys.open("totp", account.toString(), stored.secret());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
