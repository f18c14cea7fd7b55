package vn.binhdang.access.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Secret;
import vn.binhdang.kernel.Token;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * The tokens of accounts. Who sends the secret of one acts as its owner for the agency it was made for, with the roles the
 * owner holds on that day and of these only what is among its scopes. It is found by its hash: how long that takes says
 * nothing of the secret.
 */
@Component
public class Tokens {
    /** What programs may do at all. */
    static final List<Action> SCOPES = List.of(
            Action.READ_STATISTICS,
            Action.ENTER_STATISTICS,
            Action.SUBMIT_STATISTICS,
            Action.ACCEPT_STATISTICS,
            Action.PUBLISH_STATISTICS);

    /** Of one account, that hold at the same time. */
    static final int MOST = 20;

    /** So that a secret is recognised where it should not stand, in a file or in a log. */
    private static final String PREFIX = "bdt_";

    private static final Pattern SECRET = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Tokens(
            JdbcClient jdbc,
            Accounts accounts,
            AccountNotices notices,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * One line of its owner's list.
     * @param agency its name today
     * @param validTo the day after the last
     * @param lastUsedOn null when it was never used
     * @param reason why an administrator revoked it; empty when none did
     */
    record Row(
            UUID id,
            String name,
            String agency,
            Set<Action> scopes,
            LocalDate validTo,
            @Nullable LocalDate lastUsedOn,
            boolean revoked,
            String reason) {
        boolean holds(LocalDate day) {
            return !revoked && day.isBefore(validTo);
        }
    }

    private record Found(
            UUID id,
            AccountId account,
            UnitId agency,
            Set<Action> scopes,
            @Nullable LocalDate lastUsedOn) {}

    /** What the actor's roles allow of what programs may do. */
    static List<Action> scopesFor(Actor actor) {
        return SCOPES.stream().filter(actor::may).toList();
    }

    /** @return the secret, which is nowhere else */
    @Transactional
    public String make(Actor actor, String name, Set<Action> scopes, LocalDate validTo) {
        actor.must(Action.USE_OWN_ACCOUNT);
        if (!scopesFor(actor).containsAll(scopes)) throw new IllegalArgumentException("more than its owner may do");
        String secret = PREFIX + Secret.make();
        var id = Uuid7.create();
        jdbc.sql("""
            insert into api_token (id, account_id, agency_id, name, scopes, secret_hash, made_at, valid_to)
            values (:id, :account, :agency, :name, :scopes, :hash, :now, :validTo)
            """)
                .param("id", id)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("name", name)
                .param("scopes", scopes.stream().map(Action::name).sorted().toArray(String[]::new))
                .param("hash", Secret.hash(secret))
                .param("now", now())
                .param("validTo", validTo)
                .update();
        audit.record(
                actor,
                "access.token.make",
                id,
                Map.of(
                        "scopes",
                        scopes.stream().map(Action::name).sorted().toList(),
                        "lastDay",
                        validTo.minusDays(1).toString()));
        notices.tokenMade(actor.account().value());
        return secret;
    }

    /** @throws NotVisible when it is somebody else's, or revoked already */
    @Transactional
    public void revoke(Actor actor, UUID id) {
        int revoked = jdbc.sql("""
            update api_token set revoked_at = :now, revoked_by = :account
            where  id = :id and account_id = :account and revoked_at is null
            """)
                .param("now", now())
                .param("id", id)
                .param("account", actor.account().value())
                .update();
        if (revoked == 0) throw new NotVisible("token " + id);
        audit.record(actor, "access.token.revoke", id);
    }

    /** Of the account for whatever agency, the latest first. */
    List<Row> of(AccountId account) {
        return jdbc.sql("""
            select id, name, coalesce(unit_called(agency_id, :today), '') as agency, scopes, valid_to, last_used_on,
                   revoked_at is not null as revoked, coalesce(revoke_reason, '') as reason
            from   api_token where account_id = :account
            order  by revoked_at is null and valid_to > :today desc, made_at desc, id
            """)
                .param("account", account.value())
                .param("today", LocalDate.now(clock))
                .query((rs, i) -> new Row(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getString("agency"),
                        actions((String[]) rs.getArray("scopes").getArray()),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getObject("last_used_on", LocalDate.class),
                        rs.getBoolean("revoked"),
                        rs.getString("reason")))
                .list();
    }

    /**
     * Who acts with that secret today. The day of its last use is kept with the first use of a day, and so is a deed.
     * @return empty for a token that never was, was revoked or is over its last day, and when its owner may not sign in
     *     or holds no role there any more: one as the other
     */
    public Optional<Actor> actor(String secret) {
        if (!SECRET.matcher(secret).matches()) return Optional.empty();
        var today = LocalDate.now(clock);
        return jdbc.sql("""
            select id, account_id, agency_id, scopes, last_used_on from api_token
            where  secret_hash = :hash and revoked_at is null and valid_to > :today
            """)
                .param("hash", Secret.hash(secret))
                .param("today", today)
                .query((rs, i) -> new Found(
                        rs.getObject("id", UUID.class),
                        new AccountId(rs.getObject("account_id", UUID.class)),
                        new UnitId(rs.getObject("agency_id", UUID.class)),
                        actions((String[]) rs.getArray("scopes").getArray()),
                        rs.getObject("last_used_on", LocalDate.class)))
                .optional()
                .flatMap(found ->
                        accounts.actor(found.account(), found.agency()).map(owner -> used(found, owner, today)));
    }

    private Actor used(Found found, Actor owner, LocalDate today) {
        var actor = owner.within(new Token(found.id(), found.scopes()));
        if (today.equals(found.lastUsedOn())) return actor;
        transactions.executeWithoutResult(t -> {
            int first =
                    jdbc.sql("""
                        update api_token set last_used_on = :today where id = :id and last_used_on is distinct from :today
                        """).param("today", today).param("id", found.id()).update();
            if (first == 1) audit.record(actor, "access.token.use", found.id());
        });
        return actor;
    }

    /** What an earlier release offered and this one does not is left out. */
    static Set<Action> actions(String... names) {
        return Stream.of(Action.values())
                .filter(action -> Arrays.asList(names).contains(action.name()))
                .collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
