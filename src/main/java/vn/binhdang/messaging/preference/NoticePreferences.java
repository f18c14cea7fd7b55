package vn.binhdang.messaging.preference;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.NoticeKinds;
import vn.binhdang.messaging.mail.QuietHours;

/** What a person chose about their notices. */
@Component
class NoticePreferences {
    private final JdbcClient jdbc;
    private final NoticeKinds kinds;
    private final AuditTrail audit;

    NoticePreferences(JdbcClient jdbc, NoticeKinds kinds, AuditTrail audit) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.audit = audit;
    }

    /** @param address confirmed; {@code pending} waits for its code */
    record Letterbox(@Nullable String address, @Nullable String pending, String language, QuietHours quiet) {}

    private record Row(
            @Nullable String address,
            @Nullable String pendingAddress,
            String language,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            boolean workingDaysOnly) {}

    private record Chosen(String kind, Delivery delivery) {}

    /** @param language in which the person reads now: the one of mail until they choose another */
    Letterbox letterbox(AccountId account, String language) {
        return jdbc.sql("""
            select address, pending_address, language, quiet_from, quiet_to, working_days_only
            from   mail_address where account_id = :account
            """)
                .param("account", account.value())
                .query(Row.class)
                .optional()
                .map(row -> new Letterbox(
                        row.address(),
                        row.pendingAddress(),
                        row.language(),
                        new QuietHours(row.quietFrom(), row.quietTo(), row.workingDaysOnly())))
                .orElseGet(() -> new Letterbox(null, null, language, QuietHours.STANDARD));
    }

    /** Every kind with its way. */
    Map<NoticeKind, Delivery> ways(AccountId account) {
        var chosen = new HashMap<String, Delivery>();
        jdbc.sql("select kind, delivery from notice_preference where account_id = :account")
                .param("account", account.value())
                .query(Chosen.class)
                .list()
                .forEach(one -> chosen.put(one.kind(), one.delivery()));
        var ways = new LinkedHashMap<NoticeKind, Delivery>();
        for (var kind : kinds.all()) {
            var way = chosen.getOrDefault(kind.key(), kind.standard());
            ways.put(kind, kind.required() && way == Delivery.OFF ? Delivery.APP : way);
        }
        return ways;
    }

    /** Only what differs from the standard is kept, so that a better standard reaches those who chose nothing. */
    @Transactional
    public void choose(Actor actor, Map<NoticeKind, Delivery> ways, String language, QuietHours quiet) {
        var account = actor.account().value();
        var fields = new TreeMap<String, Object>();
        ways.forEach((kind, way) -> {
            jdbc.sql("delete from notice_preference where account_id = :account and kind = :kind")
                    .param("account", account)
                    .param("kind", kind.key())
                    .update();
            if (way == kind.standard()) return;
            fields.put(kind.key(), way.name());
            jdbc.sql("insert into notice_preference (account_id, kind, delivery) values (:account, :kind, :way)")
                    .param("account", account)
                    .param("kind", kind.key())
                    .param("way", way.name())
                    .update();
        });
        jdbc.sql("""
            insert into mail_address (account_id, language, quiet_from, quiet_to, working_days_only)
            values (:account, :language, :from, :to, :days)
            on conflict (account_id) do update
            set language = excluded.language, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                working_days_only = excluded.working_days_only
            """)
                .param("account", account)
                .param("language", language)
                .param("from", quiet.from())
                .param("to", quiet.to())
                .param("days", quiet.workingDaysOnly())
                .update();
        audit.record(actor, "messaging.preference.change", account, fields);
    }
}
