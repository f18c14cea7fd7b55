package vn.binhdang.messaging.preference;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.messaging.mail.QuietHours;

/**
 * The mail addresses of people. Mail goes only to one whose owner typed back a code sent to it: a mistyped address would
 * tell a stranger when somebody works, and how much. MailAddresses are never logged and never in the record of deeds.
 */
@Component
class MailAddresses {
    static final Duration CODE_HOLDS = Duration.ofMinutes(30);
    static final int TRIES = 5;
    static final int CODES_A_DAY = 5;

    private static final int LONGEST = 254; // RFC 5321

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailAddresses(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Pending(
            @Nullable String pendingAddress,
            byte @Nullable [] codeHash,
            @Nullable OffsetDateTime codeSentAt,
            int codeTries,
            @Nullable LocalDate codesDay,
            int codesThatDay) {}

    /** Message key of what is wrong with an address as typed; null when nothing is. */
    static @Nullable String problem(String typed) {
        if (typed.isBlank()) return "messaging.address.empty";
        if (typed.length() > LONGEST || !typed.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+"))
            return "messaging.address.shape";
        try {
            new InternetAddress(typed, true).validate();
            return null;
        } catch (AddressException e) {
            return "messaging.address.shape";
        }
    }

    /**
     * Keeps an address that waits for its code.
     * @return the code to send; empty when enough were sent today
     */
    @Transactional
    public Optional<String> ask(Actor actor, String address, String language) {
        var account = actor.account().value();
        var quiet = QuietHours.STANDARD;
        jdbc.sql("""
            insert into mail_address (account_id, language, quiet_from, quiet_to, working_days_only)
            values (:account, :language, :from, :to, :days) on conflict (account_id) do nothing
            """)
                .param("account", account)
                .param("language", language)
                .param("from", quiet.from())
                .param("to", quiet.to())
                .param("days", quiet.workingDaysOnly())
                .update();
        var today = LocalDate.now(clock);
        var before = lock(account);
        int sent = today.equals(before.codesDay()) ? before.codesThatDay() : 0;
        if (sent >= CODES_A_DAY) return Optional.empty();
        String code = "%08d".formatted(random.nextInt(100_000_000));
        jdbc.sql("""
            update mail_address
            set    pending_address = :address, code_hash = :hash, code_sent_at = :now, code_tries = 0,
                   codes_day = :today, codes_that_day = :sent
            where  account_id = :account
            """)
                .param("address", address)
                .param("hash", hash(account, code))
                .param("now", now())
                .param("today", today)
                .param("sent", sent + 1)
                .param("account", account)
                .update();
        audit.record(actor, "messaging.address.ask", account);
        return Optional.of(code);
    }

    /** @return message key of why the code is not accepted; null when the address is confirmed */
    @Transactional
    public @Nullable String confirm(Actor actor, String code) {
        var account = actor.account().value();
        var pending = lock(account);
        if (pending.pendingAddress() == null || pending.codeHash() == null || pending.codeSentAt() == null)
            return "messaging.address.nothingPending";
        if (pending.codeTries() >= TRIES
                || pending.codeSentAt().plus(CODE_HOLDS).isBefore(now())) return "messaging.address.codeOld";
        if (!MessageDigest.isEqual(pending.codeHash(), hash(account, code.replaceAll("\\s", "")))) {
            jdbc.sql("update mail_address set code_tries = code_tries + 1 where account_id = :account")
                    .param("account", account)
                    .update();
            audit.record(actor, "messaging.address.codeWrong", account);
            return "messaging.address.codeWrong";
        }
        jdbc.sql("""
            update mail_address
            set    address = pending_address, pending_address = null, code_hash = null, code_sent_at = null, code_tries = 0
            where  account_id = :account
            """).param("account", account).update();
        audit.record(actor, "messaging.address.confirm", account);
        return null;
    }

    /** No mail any more, and no address kept. */
    @Transactional
    public void remove(Actor actor) {
        var account = actor.account().value();
        jdbc.sql("""
            update mail_address
            set    address = null, pending_address = null, code_hash = null, code_sent_at = null, code_tries = 0
            where  account_id = :account
            """).param("account", account).update();
        jdbc.sql("delete from mail_item where account_id = :account and mail_id is null")
                .param("account", account)
                .update();
        audit.record(actor, "messaging.address.remove", account);
    }

    private Pending lock(UUID account) {
        return jdbc.sql("""
            select pending_address, code_hash, code_sent_at, code_tries, codes_day, codes_that_day
            from   mail_address where account_id = :account for update
            """)
                .param("account", account)
                .query(Pending.class)
                .optional()
                .orElse(new Pending(null, null, null, 0, null, 0));
    }

    private static byte[] hash(UUID account, String code) {
        return Sha256.of(account + ":" + code);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
