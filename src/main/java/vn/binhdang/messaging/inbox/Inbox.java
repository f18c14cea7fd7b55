package vn.binhdang.messaging.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.messaging.NoticeArgument;
import vn.binhdang.web.Visitor;

/**
 * The notices of one account; every query names it, so a notice of somebody else is a notice that is not there. Reading is
 * no deed and leaves no row in the record.
 */
@Component
class Inbox {
    static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Entry(UUID id, String kind, List<NoticeArgument> arguments, OffsetDateTime createdAt, boolean unread) {}

    /** Up to {@link Visitor#MANY}. */
    int unread(AccountId account) {
        return jdbc.sql("select unread_notices(:account, :many)")
                .param("account", account.value())
                .param("many", Visitor.MANY)
                .query(Integer.class)
                .single();
    }

    /**
     * Up to {@link #PAGE} notices, the newest first, and one more if there are more.
     * @param after the last one of the page before
     */
    List<Entry> list(AccountId account, boolean unreadOnly, @Nullable String kind, @Nullable UUID after) {
        return jdbc.sql("""
            select id, kind, arguments, created_at, read_at is null as unread
            from   notice
            where  account_id = :account
              and  (cast(:after as uuid) is null or id < :after)
              and  (not :unreadOnly or read_at is null)
              and  (cast(:kind as text) is null or kind = :kind)
            order  by id desc
            limit  :limit
            """)
                .param("account", account.value())
                .param("after", after)
                .param("unreadOnly", unreadOnly)
                .param("kind", kind)
                .param("limit", PAGE + 1)
                .query((rs, i) -> new Entry(
                        rs.getObject("id", UUID.class),
                        rs.getString("kind"),
                        List.of((String[]) rs.getArray("arguments").getArray()).stream()
                                .map(NoticeArgument::of)
                                .toList(),
                        rs.getObject("created_at", OffsetDateTime.class),
                        rs.getBoolean("unread")))
                .list();
    }

    /**
     * Marks it as read.
     * @return where it leads
     */
    @Transactional
    public String open(AccountId account, UUID id) {
        return jdbc.sql("""
            update notice set read_at = coalesce(read_at, :now) where account_id = :account and id = :id returning link
            """)
                .param("now", now())
                .param("account", account.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotVisible("notice " + id));
    }

    @Transactional
    public void mark(AccountId account, UUID id, boolean read) {
        int marked = jdbc.sql("""
            update notice set read_at = case when :read then coalesce(read_at, :now) end
            where  account_id = :account and id = :id
            """)
                .param("read", read)
                .param("now", now())
                .param("account", account.value())
                .param("id", id)
                .update();
        if (marked == 0) throw new NotVisible("notice " + id);
    }

    /** @param upTo the newest that was seen: what came in meanwhile stays unread */
    @Transactional
    public void markAllRead(AccountId account, UUID upTo) {
        jdbc.sql("""
            update notice set read_at = :now where account_id = :account and read_at is null and id <= :upTo
            """)
                .param("now", now())
                .param("account", account.value())
                .param("upTo", upTo)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
