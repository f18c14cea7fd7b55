package vn.binhdang.messaging.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.messaging.MailFailure;

/** The queue's rows. Each step is one short transaction: none is open while the mail server is spoken to. */
@Component
class MailRows {
    /** A letter refused this often is laid aside. */
    static final int REFUSALS = 8;

    /** A letter that was being sent this long ago belonged to a process that is gone. */
    static final Duration GONE = Duration.ofMinutes(15);

    private static final int AT_A_TIME = 5000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Item(UUID noticeId, UUID accountId) {}

    /** @param address null when the person has none any more */
    record Claimed(
            UUID id,
            UUID accountId,
            @Nullable String address,
            @Nullable String language) {}

    private record Waiting(UUID id, UUID accountId) {}

    /** Puts what is due for one person together: to a mail that still waits, else to a new one. What was read needs none. */
    @Transactional
    void gather() {
        jdbc.sql("""
            delete from mail_item i using notice n
            where  n.id = i.notice_id and i.mail_id is null and i.due_at <= :now and n.read_at is not null
            """).param("now", now()).update();
        var due = jdbc.sql("""
            select notice_id, account_id from mail_item
            where  mail_id is null and due_at <= :now
            order  by due_at limit :limit for update skip locked
            """)
                .param("now", now())
                .param("limit", AT_A_TIME)
                .query(Item.class)
                .list();
        if (due.isEmpty()) return;
        var accounts = due.stream().map(Item::accountId).distinct().toList();
        Map<UUID, UUID> mails = new HashMap<>();
        jdbc.sql("""
            select id, account_id from mail
            where  state = 'WAITING' and account_id = any (cast(:accounts as uuid[])) for update skip locked
            """)
                .param("accounts", array(accounts))
                .query(Waiting.class)
                .list()
                .forEach(mail -> mails.put(mail.accountId(), mail.id()));
        var without =
                accounts.stream().filter(account -> !mails.containsKey(account)).toList();
        var ids = without.stream().map(account -> {
            var id = Uuid7.create();
            mails.put(account, id);
            return id;
        });
        jdbc.sql("""
            insert into mail (id, account_id, state, next_at, created_at)
            select n.id, n.account_id, 'WAITING', :now, :now
            from   unnest(cast(:ids as uuid[]), cast(:accounts as uuid[])) n (id, account_id)
            """)
                .param("now", now())
                .param("ids", array(ids.toList()))
                .param("accounts", array(without))
                .update();
        jdbc.sql("""
            update mail_item i set mail_id = n.mail_id
            from   unnest(cast(:notices as uuid[]), cast(:mails as uuid[])) n (notice_id, mail_id)
            where  i.notice_id = n.notice_id
            """)
                .param("notices", array(due.stream().map(Item::noticeId).toList()))
                .param(
                        "mails",
                        array(due.stream()
                                .map(item -> mails.get(item.accountId()))
                                .toList()))
                .update();
    }

    /** A stop while a letter was on its way: whether it arrived is not known, so it goes again under the same number. */
    @Transactional
    void takeBackFromTheGone() {
        jdbc.sql("update mail set state = 'WAITING', claimed_at = null where state = 'SENDING' and claimed_at <"
                        + " :before")
                .param("before", at(clock.instant().minus(GONE)))
                .update();
    }

    boolean anyDue() {
        return jdbc.sql("select exists (select 1 from mail where state = 'WAITING' and next_at <= :now)")
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    Optional<Claimed> claim() {
        return jdbc.sql("""
            with next as (
                update mail set state = 'SENDING', claimed_at = :now
                where  id = (select id from mail where state = 'WAITING' and next_at <= :now
                             order by next_at, id limit 1 for update skip locked)
                returning id, account_id)
            select next.id, next.account_id, a.address, a.language
            from   next left join mail_address a on a.account_id = next.account_id
            """).param("now", now()).query(Claimed.class).optional();
    }

    /** What the mail tells; what was read since it was put together is left out. */
    List<Letters.Counted> counted(UUID mail) {
        return jdbc.sql("""
            select n.kind, count(*) as notices
            from   mail_item i join notice n on n.id = i.notice_id
            where  i.mail_id = :mail and n.read_at is null
            group  by n.kind order by min(n.created_at), n.kind
            """).param("mail", mail).query(Letters.Counted.class).list();
    }

    @Transactional
    void sent(UUID mail) {
        jdbc.sql("update mail set state = 'SENT', sent_at = :now, failure = null where id = :id")
                .param("now", now())
                .param("id", mail)
                .update();
    }

    /** Nothing is left to tell, or nobody to tell it to. */
    @Transactional
    void needless(UUID mail) {
        jdbc.sql("update mail set state = 'DISCARDED' where id = :id")
                .param("id", mail)
                .update();
    }

    /** This letter was refused: tried again after longer and longer times, laid aside when it is for good. */
    @Transactional
    void refused(UUID mail, MailFailure failure) {
        jdbc.sql("""
            update mail
            set    state = case when :final or refusals + 1 >= :most then 'FAILED' else 'WAITING' end,
                   refusals = refusals + 1, attempts = attempts + 1, failure = :failure, failed_at = :now,
                   next_at = :now + least(interval '1 day', interval '1 minute' * power(4, refusals))
            where  id = :id
            """)
                .param("final", failure == MailFailure.ADDRESS)
                .param("most", REFUSALS)
                .param("failure", failure.name())
                .param("now", now())
                .param("id", mail)
                .update();
    }

    /** The way is closed: everything that is due waits, the longer the more often, at most a quarter of an hour. */
    @Transactional
    void wayClosed(@Nullable UUID claimed, MailFailure failure) {
        jdbc.sql("""
            update mail
            set    state = 'WAITING', attempts = attempts + 1, failure = :failure, failed_at = :now,
                   next_at = :now + least(interval '15 minutes', interval '30 seconds' * power(2, least(attempts, 9)))
            where  id = :claimed or (state = 'WAITING' and next_at <= :now)
            """)
                .param("failure", failure.name())
                .param("now", now())
                .param("claimed", claimed)
                .update();
    }

    private static String[] array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
