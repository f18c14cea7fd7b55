package vn.binhdang.messaging;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.messaging.mail.MailTimes;
import vn.binhdang.messaging.mail.MailWay;

/** Sends notices: to one person or to thousands, with a handful of statements. */
@Component
public class Notices {
    private final JdbcClient jdbc;
    private final NoticeKinds kinds;
    private final MailWay mail;
    private final MailTimes times;
    private final Clock clock;

    Notices(JdbcClient jdbc, NoticeKinds kinds, MailWay mail, MailTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.mail = mail;
        this.times = times;
        this.clock = clock;
    }

    private record Stored(UUID id, UUID accountId) {}

    private record Chosen(UUID accountId, String delivery) {}

    /**
     * Tells each of these accounts once, in the caller's transaction: what is rolled back was never told.
     *
     * @param link where the notice leads: a path of this product
     * @param occasion what happened ("document.submitted/0198…/3"): the same one is told to an account only once, however
     *     often this is called
     * @return how many were told now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int send(
            NoticeKind kind, Collection<AccountId> to, String link, String occasion, NoticeArgument... arguments) {
        if (kinds.of(kind.key()).isEmpty())
            throw new IllegalArgumentException(kind.key() + " is declared by no module");
        var accounts = to.stream().map(AccountId::value).distinct().toList();
        if (accounts.isEmpty()) return 0;
        var deliveries = deliveries(kind, accounts);
        var told = store(
                kind,
                accounts.stream()
                        .filter(account -> delivery(kind, deliveries, account) != Delivery.OFF)
                        .toList(),
                link,
                occasion,
                Stream.of(arguments).map(NoticeArgument::stored).toArray(String[]::new));
        if (mail.open())
            queue(
                    told.stream()
                            .filter(notice -> delivery(kind, deliveries, notice.accountId())
                                    .byMail())
                            .toList(),
                    kind,
                    deliveries);
        return told.size();
    }

    private Map<UUID, Delivery> deliveries(NoticeKind kind, List<UUID> accounts) {
        var chosen = new HashMap<UUID, Delivery>();
        jdbc.sql("""
            select account_id, delivery from notice_preference
            where  kind = :kind and account_id = any (cast(:accounts as uuid[]))
            """)
                .param("kind", kind.key())
                .param("accounts", array(accounts))
                .query(Chosen.class)
                .list()
                .forEach(one -> chosen.put(one.accountId(), Delivery.valueOf(one.delivery())));
        return chosen;
    }

    private static Delivery delivery(NoticeKind kind, Map<UUID, Delivery> chosen, UUID account) {
        var delivery = Optional.ofNullable(chosen.get(account)).orElse(kind.standard());
        return kind.required() && delivery == Delivery.OFF ? Delivery.APP : delivery;
    }

    private List<Stored> store(NoticeKind kind, List<UUID> accounts, String link, String occasion, String[] arguments) {
        var ids = Stream.generate(Uuid7::create).limit(accounts.size()).toList();
        return jdbc.sql("""
            insert into notice (id, account_id, kind, arguments, link, occasion, created_at)
            select n.id, n.account_id, :kind, cast(:arguments as text[]), :link, :occasion, :now
            from   unnest(cast(:ids as uuid[]), cast(:accounts as uuid[])) n (id, account_id)
            order  by n.account_id      -- two acts that tell the same people wait for each other in one order
            on     conflict (account_id, occasion) do nothing
            returning id, account_id
            """)
                .param("kind", kind.key())
                .param("arguments", arguments)
                .param("link", link)
                .param("occasion", occasion)
                .param("now", now())
                .param("ids", array(ids))
                .param("accounts", array(accounts))
                .query(Stored.class)
                .list();
    }

    /** One row for each notice that goes by mail as well; what is due for one person becomes one mail later. */
    private void queue(List<Stored> notices, NoticeKind kind, Map<UUID, Delivery> deliveries) {
        if (notices.isEmpty()) return;
        var reachable =
                mail.quietHoursOf(notices.stream().map(Stored::accountId).toList());
        var ids = new ArrayList<UUID>();
        var accounts = new ArrayList<UUID>();
        var due = new ArrayList<String>();
        for (var notice : notices) {
            var quiet = reachable.get(notice.accountId());
            if (quiet == null) continue;
            ids.add(notice.id());
            accounts.add(notice.accountId());
            due.add(times.due(delivery(kind, deliveries, notice.accountId()), quiet, clock.instant())
                    .toString());
        }
        jdbc.sql("""
            insert into mail_item (notice_id, account_id, due_at)
            select * from unnest(cast(:ids as uuid[]), cast(:accounts as uuid[]), cast(:due as timestamptz[]))
            """)
                .param("ids", array(ids))
                .param("accounts", array(accounts))
                .param("due", due.toArray(String[]::new))
                .update();
    }

    private static String[] array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
