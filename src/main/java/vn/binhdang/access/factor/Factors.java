package vn.binhdang.access.factor;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.limit.KnownDevices;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** The second factors of accounts: which there are, and taking them away. */
@Component
public class Factors {
    private final JdbcClient jdbc;
    private final TotpSecrets app;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final KnownDevices devices;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Factors(
            JdbcClient jdbc,
            TotpSecrets app,
            Passkeys passkeys,
            RecoveryCodes codes,
            KnownDevices devices,
            AccountNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.app = app;
        this.passkeys = passkeys;
        this.codes = codes;
        this.devices = devices;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param codesLeft recovery codes that were not used; they are no factor by themselves */
    public record Held(boolean app, int passkeys, int codesLeft) {
        public boolean any() {
            return app || passkeys > 0;
        }
    }

    public Held of(UUID account) {
        return jdbc.sql("""
            select exists (select 1 from totp_secret where account_id = :a and confirmed_at is not null) as app,
                   (select count(*) from passkey where account_id = :a) as passkeys,
                   (select count(*) from recovery_code where account_id = :a and used_at is null) as codes_left
            """).param("a", account).query(Held.class).single();
    }

    /**
     * Takes everything away, for somebody who lost the phone and the paper: the next sign-in sets up anew. The person is
     * told then who did it, and browsers used before are strangers again.
     */
    @Transactional
    public void reset(Actor by, UUID account) {
        var held = of(account);
        app.remove(account);
        passkeys.removeAll(account);
        codes.remove(account);
        devices.forget(account);
        jdbc.sql("insert into factor_reset (account_id, reset_at, reset_by) values (:account, :now, :by)")
                .param("account", account)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.account().value())
                .update();
        notices.factorsChanged(account);
        audit.record(by, "access.factor.reset", account, Map.of("app", held.app(), "passkeys", held.passkeys()));
    }

    /** A reset that the person has not been told of yet. */
    public record Reset(OffsetDateTime resetAt, UUID resetBy) {}

    Optional<Reset> untoldReset(UUID account) {
        return jdbc.sql("""
            select reset_at, reset_by from factor_reset
            where  account_id = :account and seen_at is null order by reset_at desc limit 1
            """).param("account", account).query(Reset.class).optional();
    }

    void toldOfReset(UUID account) {
        jdbc.sql("update factor_reset set seen_at = :now where account_id = :account and seen_at is null")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", account)
                .update();
    }
}
