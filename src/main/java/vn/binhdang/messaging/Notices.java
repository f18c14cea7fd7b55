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

    private record Wanted(UUID account, String link, String occasion) {}

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
        return sendEach(kind, List.of(new Happened(to, link, occasion)), arguments);
    }

    /**
     * Something that happened, and whom it is told to.
     * @param link and occasion as {@link #send} takes them
     */
    public record Happened(Collection<AccountId> to, String link, String occasion) {
        public Happened {
            to = List.copyOf(to);
        }
    }

    /** The same of many things that happened in one act, with no more statements than of one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sendEach(NoticeKind kind, Collection<Happened> all, NoticeArgument... arguments) {
        if (kinds.of(kind.key()).isEmpty())
            throw new IllegalArgumentException(kind.key() + " is declared by no module");
        var wanted = all.stream()
                .flatMap(one ->
                        one.to().stream().map(account -> new Wanted(account.value(), one.link(), one.occasion())))
                .distinct()
                .toList();
        if (wanted.isEmpty()) return 0;
        var deliveries =
                deliveries(kind, wanted.stream().map(Wanted::account).distinct().toList());
        var told = store(
                kind,
                wanted.stream()
                        .filter(one -> delivery(kind, deliveries, one.account()) != Delivery.OFF)
                        .toList(),
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

    private List<Stored> store(NoticeKind kind, List<Wanted> wanted, String[] arguments) {
        return jdbc.sql("""
            insert into notice (id, account_id, kind, arguments, link, occasion, created_at)
            select n.id, n.account_id, :kind, cast(:arguments as text[]), n.link, n.occasion, :now
            from   unnest(cast(:ids as uuid[]), cast(:accounts as uuid[]), cast(:links as text[]), cast(:occasions as text[]))
                   n (id, account_id, link, occasion)
            order  by n.account_id, n.occasion      -- two acts that tell the same people wait for each other in one order
            on     conflict (account_id, occasion) do nothing
            returning id, account_id
            """)
                .param("kind", kind.key())
                .param("arguments", arguments)
                .param("links", wanted.stream().map(Wanted::link).toArray(String[]::new))
                .param("occasions", wanted.stream().map(Wanted::occasion).toArray(String[]::new))
                .param("now", now())
                .param(
                        "ids",
                        array(Stream.generate(Uuid7::create)
                                .limit(wanted.size())
                                .toList()))
                .param("accounts", array(wanted.stream().map(Wanted::account).toList()))
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
