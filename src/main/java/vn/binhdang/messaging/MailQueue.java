package vn.binhdang.messaging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.messaging.mail.MailWay;

/** The mail queue as its operator sees it: numbers and classes of failure, no person and no address. */
@Component
public class MailQueue {
    private final JdbcClient jdbc;
    private final MailWay way;
    private final AuditTrail audit;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, MailWay way, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.way = way;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a mail server is set, is set without a sender, or is not. */
    public enum Way {
        OPEN,
        NO_SENDER,
        OFF
    }

    /**
     * @param later notices that wait for the end of quiet hours or for their digest
     * @param oldest since when the one that waits longest could have gone; null when none waits
     * @param failure why those that wait did not go at the last try; null when they did not fail
     */
    public record Figures(
            Way way,
            long waiting,
            long later,
            long sentToday,
            long failed,
            @Nullable OffsetDateTime oldest,
            @Nullable MailFailure failure) {}

    /** A letter laid aside. */
    public record Failed(
            UUID id, MailFailure failure, int attempts, OffsetDateTime failedAt, OffsetDateTime createdAt) {}

    private record Row(
            long waiting,
            long later,
            long sentToday,
            long failed,
            @Nullable OffsetDateTime oldest,
            @Nullable String failure) {}

    public Figures figures() {
        var row = jdbc.sql("""
            select (select count(*) from mail where state in ('WAITING', 'SENDING')) as waiting,
                   (select count(*) from mail_item where mail_id is null) as later,
                   (select count(*) from mail where state = 'SENT' and sent_at >= :midnight) as sent_today,
                   (select count(*) from mail where state = 'FAILED') as failed,
                   (select min(created_at) from mail where state in ('WAITING', 'SENDING')) as oldest,
                   (select failure from mail where state = 'WAITING' and failure is not null
                    order by failed_at desc limit 1) as failure
            """)
                .param(
                        "midnight",
                        LocalDate.now(clock).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(Row.class)
                .single();
        return new Figures(
                way.open() ? Way.OPEN : way.halfSet() ? Way.NO_SENDER : Way.OFF,
                row.waiting(),
                row.later(),
                row.sentToday(),
                row.failed(),
                row.oldest(),
                row.failure() == null ? null : MailFailure.valueOf(row.failure()));
    }

    /** The latest that were laid aside. */
    public List<Failed> failed(int most) {
        return jdbc.sql("""
            select id, failure, attempts, failed_at, created_at from mail
            where  state = 'FAILED' order by id desc limit :most
            """).param("most", most).query(Failed.class).list();
    }

    /**
     * @throws NotVisible when there is no such letter
     * @throws Refused when it was sent, tried again or discarded meanwhile
     */
    @Transactional
    public void retry(Actor actor, UUID id) {
        actor.must(Action.OPERATE);
        change(actor, id, "messaging.mail.retry", """
            update mail set state = 'WAITING', refusals = 0, next_at = :now where id = :id and state = 'FAILED'
            """);
    }

    /**
     * @throws NotVisible when there is no such letter
     * @throws Refused when it was sent, tried again or discarded meanwhile
     */
    @Transactional
    public void discard(Actor actor, UUID id) {
        actor.must(Action.OPERATE);
        change(actor, id, "messaging.mail.discard", """
            update mail set state = 'DISCARDED', failed_at = coalesce(failed_at, :now) where id = :id and state = 'FAILED'
            """);
    }

    private void change(Actor actor, UUID id, String deed, String sql) {
        boolean there = jdbc.sql("select exists (select 1 from mail where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!there) throw new NotVisible("mail " + id);
        int changed = jdbc.sql(sql)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (changed == 0) throw new Refused("messaging.mail.notFailed");
        audit.record(actor, deed, id);
    }
}
