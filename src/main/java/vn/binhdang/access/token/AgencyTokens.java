package vn.binhdang.access.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.accounts.AccountScope;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.LatestFirst;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.SearchWords;

/**
 * The tokens with which programs act for the agencies of an administrator, whoever made them. Nobody but its owner makes one;
 * to take one away both may.
 */
@Component
class AgencyTokens {
    static final int PAGE = 50;
    static final int LONGEST_REASON = 300;

    /** Tokens {@code t} that act for an agency within reach. */
    private static final String IN_REACH =
            " (t.agency_id = any (:whole) or in_reach(t.agency_id, :whole, :only, :today)) ";

    private final JdbcClient jdbc;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    AgencyTokens(JdbcClient jdbc, AccountNotices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param owner name of the person
     * @param validTo the day after the last
     * @param lastUsedOn null when it was never used
     */
    record Row(
            UUID id,
            String name,
            String owner,
            String username,
            UUID account,
            String agency,
            Set<Action> scopes,
            OffsetDateTime madeAt,
            LocalDate validTo,
            @Nullable LocalDate lastUsedOn,
            boolean revoked,
            String reason) {
        LatestFirst key() {
            return new LatestFirst(madeAt.toInstant(), id);
        }
    }

    /**
     * The latest first, one more than a page if there are more.
     * @param words each must occur in the name of the token, of its owner or in the user name
     * @param onlyHolding leaves out what is revoked or over
     */
    List<Row> find(Actor actor, String words, boolean onlyHolding, LatestFirst after) {
        return jdbc.sql("""
            select t.id, t.name, p.family_name || ' ' || p.given_name as owner, a.username, t.account_id,
                   coalesce(unit_called(t.agency_id, :today), '') as agency, t.scopes, t.made_at, t.valid_to,
                   t.last_used_on, t.revoked_at is not null as revoked, coalesce(t.revoke_reason, '') as reason
            from   api_token t
            join   account a on a.id = t.account_id
            join   person p on p.id = a.person_id
            where
            """ + IN_REACH + """
            and    (t.made_at, t.id) < (:at, :id)
            and    (not :holding or t.revoked_at is null and t.valid_to > :today)
            and    (select coalesce(bool_and(fold(concat_ws(' ', t.name, p.family_name, p.given_name, a.username))
                                             like fold(word)), true)
                    from unnest(cast(:words as text[])) word)
            order  by t.made_at desc, t.id desc limit :limit
            """)
                .params(AccountScope.of(actor, Action.READ_ACCOUNTS, LocalDate.now(clock)))
                .param("at", after.madeAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("holding", onlyHolding)
                .param("words", SearchWords.patterns(words))
                .param("limit", PAGE + 1)
                .query((rs, i) -> new Row(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getString("owner"),
                        rs.getString("username"),
                        rs.getObject("account_id", UUID.class),
                        rs.getString("agency"),
                        Tokens.actions((String[]) rs.getArray("scopes").getArray()),
                        rs.getObject("made_at", OffsetDateTime.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getObject("last_used_on", LocalDate.class),
                        rs.getBoolean("revoked"),
                        rs.getString("reason")))
                .list();
    }

    private record Held(UUID account, boolean revoked) {}

    /** @throws NotVisible when it acts for no agency within reach */
    @Transactional(readOnly = true)
    public void mustReach(Actor actor, UUID id) {
        held(actor, id, "");
    }

    private Held held(Actor actor, UUID id, String lock) {
        return jdbc.sql("""
            select t.account_id as account, t.revoked_at is not null as revoked from api_token t
            where  t.id = :id and
            """ + IN_REACH + lock)
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, LocalDate.now(clock)))
                .param("id", id)
                .query(Held.class)
                .optional()
                .orElseThrow(() -> new NotVisible("token " + id));
    }

    /**
     * Its owner is told, and reads the reason beside it.
     * @throws NotVisible when it acts for no agency within reach
     * @throws Refused when it is revoked already
     */
    @Transactional
    public void revoke(Actor actor, UUID id, String reason) {
        var held = held(actor, id, " for update of t");
        if (held.revoked()) throw new Refused("access.tokens.revokedAlready");
        jdbc.sql("""
            update api_token set revoked_at = :now, revoked_by = :by, revoke_reason = :reason where id = :id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.account().value())
                .param("reason", reason)
                .param("id", id)
                .update();
        audit.record(actor, "access.token.take", id, Map.of("reason", reason));
        if (!held.account().equals(actor.account().value())) notices.tokenTaken(held.account());
    }
}
