package vn.binhdang.access.review;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.accounts.AccountAdministration;
import vn.binhdang.access.accounts.AccountScope;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Units;

/** Looks at every account within reach, twice a year. What was decided stays with who decided it and when. */
@Component
class Reviews {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final People people;
    private final Units units;
    private final AccountAdministration administration;
    private final AuditTrail audit;
    private final Clock clock;

    Reviews(
            JdbcClient jdbc,
            Accounts accounts,
            People people,
            Units units,
            AccountAdministration administration,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.units = units;
        this.administration = administration;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is looked for.
     * @param search part of a user name
     * @param undecided only those that nobody has looked at in this half-year
     * @param after user name the last page ended with
     */
    record Question(String search, boolean undecided, String after) {}

    private record Found(
            UUID id,
            UUID personId,
            String username,
            @Nullable UUID unitId,
            @Nullable OffsetDateTime lastSignInAt,
            boolean asleep,
            boolean app,
            int passkeys,
            @Nullable String roles,
            @Nullable String decision,
            @Nullable OffsetDateTime decidedAt,
            @Nullable UUID decidedBy) {}

    /** How many there are to look at, and how many of them were. */
    record Count(int all, int decided) {}

    ReviewPeriod period() {
        return ReviewPeriod.on(LocalDate.now(clock));
    }

    Count count(Actor actor) {
        return jdbc.sql("""
            select count(*) as all, count(v.decision) as decided
            from   account a
            left   join account_review v on v.account_id = a.id and v.period = :period
            where  (a.closed_at is null or v.decision = 'ENDED') and
            """ + AccountScope.ACCOUNTS)
                .params(AccountScope.of(actor, Action.READ_ACCOUNTS, LocalDate.now(clock)))
                .param("period", period().code())
                .query(Count.class)
                .single();
    }

    List<ReviewRow> rows(Actor actor, Question question, int limit) {
        return rows(actor, question, null, limit);
    }

    /** @throws NotVisible when the account is not there, closed or beyond reach */
    ReviewRow one(Actor actor, UUID account) {
        return rows(actor, new Question("", false, ""), account, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("account " + account));
    }

    private List<ReviewRow> rows(Actor actor, Question question, @Nullable UUID only, int limit) {
        var found = jdbc.sql("""
            select a.id, a.person_id, a.username, a.unit_id, a.last_sign_in_at, a.asleep_since is not null as asleep,
                   exists (select 1 from totp_secret s
                           where s.account_id = a.id and s.confirmed_at is not null) as app,
                   (select count(*) from passkey p where p.account_id = a.id) as passkeys,
                   (select string_agg(distinct r.role, ',' order by r.role) from roles_held(a.id, :today) r) as roles,
                   v.decision, v.decided_at, v.decided_by
            from   account a
            left   join account_review v on v.account_id = a.id and v.period = :period
            where  (a.closed_at is null or v.decision = 'ENDED') and
            """ + AccountScope.ACCOUNTS + """
              and  (cast(:account as uuid) is null or a.id = :account)
              and  lower(a.username) > :after
              and  (not :undecided or v.decision is null)
              and  fold(a.username) like '%' || fold(:search) || '%'
            order  by lower(a.username)
            limit  :limit
            """)
                .params(AccountScope.of(actor, Action.READ_ACCOUNTS, LocalDate.now(clock)))
                .param("period", period().code())
                .param("account", only, Types.OTHER)
                .param("after", question.after())
                .param("undecided", question.undecided())
                .param("search", question.search())
                .param("limit", limit)
                .query(Found.class)
                .list();
        return named(found);
    }

    private List<ReviewRow> named(List<Found> found) {
        var persons = people.namesOf(
                found.stream().map(f -> new PersonId(f.personId())).toList());
        var deciders = accounts.namesOf(ids(found));
        var unitIds = new HashSet<UnitId>();
        for (var one : found) if (one.unitId() != null) unitIds.add(new UnitId(one.unitId()));
        var unitNames = units.named(unitIds, LocalDate.now(clock));
        return found.stream()
                .map(f -> {
                    var unit = f.unitId() == null ? null : unitNames.get(new UnitId(f.unitId()));
                    return new ReviewRow(
                            f.id(),
                            f.username(),
                            persons.getOrDefault(new PersonId(f.personId()), ""),
                            unit == null ? "" : unit.label(),
                            roles(f.roles()),
                            f.lastSignInAt(),
                            f.asleep(),
                            f.app(),
                            f.passkeys(),
                            f.decision(),
                            f.decidedAt(),
                            f.decidedBy() == null ? "" : deciders.getOrDefault(new AccountId(f.decidedBy()), ""));
                })
                .toList();
    }

    private static Set<AccountId> ids(List<Found> found) {
        var ids = new HashSet<AccountId>();
        for (var one : found) if (one.decidedBy() != null) ids.add(new AccountId(one.decidedBy()));
        return ids;
    }

    private static List<Role> roles(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",")).map(Role::valueOf).toList();
    }

    @Transactional
    public void confirm(Actor actor, UUID account) {
        mustReach(actor, account);
        decide(actor, account, "CONFIRMED");
    }

    /** Closes the account: nobody signs in with it any more, and who is in goes out. */
    @Transactional
    public void end(Actor actor, UUID account) {
        mustReach(actor, account);
        administration.close(actor, new AccountId(account));
        decide(actor, account, "ENDED");
    }

    private void decide(Actor actor, UUID account, String decision) {
        jdbc.sql("""
            insert into account_review (account_id, period, decision, decided_by, decided_at)
            values (:account, :period, :decision, :by, :now)
            on conflict (account_id, period) do update
            set    decision = excluded.decision, decided_by = excluded.decided_by, decided_at = excluded.decided_at
            """)
                .param("account", account)
                .param("period", period().code())
                .param("decision", decision)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(
                actor,
                decision.equals("ENDED") ? "access.review.end" : "access.review.confirm",
                account,
                Map.of("period", period().code()));
    }

    /** @throws NotVisible when the account is not there or beyond reach */
    void mustReach(Actor actor, UUID account) {
        boolean reached = jdbc.sql(
                        "select exists (select 1 from account a where a.id = :id and a.closed_at is null and "
                                + AccountScope.ACCOUNTS + ")")
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, LocalDate.now(clock)))
                .param("id", account)
                .query(Boolean.class)
                .single();
        if (!reached) throw new NotVisible("account " + account);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
