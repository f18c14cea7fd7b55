package vn.binhdang.access.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Gives, ends and corrects roles. Nobody gives what is outside their own reach, nobody changes their own roles, and
 * nothing that was given is deleted: a mistake ends and the right row stands beside it.
 */
@Component
class RoleGrants {
    private final AccountRows accounts;
    private final LastAdministrator lastAdministrator;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    RoleGrants(
            AccountRows accounts, LastAdministrator lastAdministrator, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.lastAdministrator = lastAdministrator;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param to the day after the last; null while there is no end */
    record Given(
            UUID id,
            Role role,
            UUID scopeId,
            boolean withBelow,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String reference,
            @Nullable UUID givenBy,
            @Nullable UUID endedBy,
            @Nullable UUID correctedById) {
        boolean isOver(LocalDate today) {
            return validTo != null && !today.isBefore(validTo);
        }

        boolean isAhead(LocalDate today) {
            return !isOver(today) && today.isBefore(validFrom);
        }
    }

    /** All that an account was ever given within the reader's reach: what holds or will hold first. */
    List<Given> of(Actor actor, AccountId account) {
        return jdbc.sql("""
            select id, role, scope_id, with_below, valid_from, valid_to, reference, given_by, ended_by, corrected_by_id
            from   role_grant g
            where  g.account_id = :account and
            """ + AccountScope.GRANTS + """
            order  by g.valid_to is not null and g.valid_to <= :today, g.valid_from desc, g.role, g.id
            """)
                .param("account", account.value())
                .params(AccountScope.of(actor, Action.READ_ACCOUNTS, LocalDate.now(clock)))
                .query(Given.class)
                .list();
    }

    /**
     * @param form without mistakes
     * @throws NotVisible when account or scope are out of reach
     */
    @Transactional
    GrantId give(Actor actor, AccountId id, GrantForm form) {
        var account = changeable(actor, id);
        return insert(actor, account, form);
    }

    /** Ends with a last day; today and the past mean at once. */
    @Transactional
    void end(Actor actor, AccountId id, GrantId grant, @Nullable LocalDate lastDay) {
        changeable(actor, id);
        var given = find(actor, id, grant);
        end(actor, given, lastDay);
        if (given.role() == Role.SYSTEM_ADMINISTRATOR)
            lastAdministrator.mustRemain(actor.agency(), LocalDate.now(clock));
        audit.record(
                actor,
                "access.role.end",
                id.value(),
                Map.of("grant", grant.toString(), "role", given.role().name(), "to", String.valueOf(lastDay)));
    }

    /** Puts the right row in the place of a wrong one, from today or from the day the new one begins. */
    @Transactional
    GrantId correct(Actor actor, AccountId id, GrantId grant, GrantForm form) {
        var account = changeable(actor, id);
        var given = find(actor, id, grant);
        end(actor, given, null);
        var right = insert(actor, account, form);
        jdbc.sql("update role_grant set corrected_by_id = :right where id = :id")
                .param("right", right.value())
                .param("id", grant.value())
                .update();
        if (given.role() == Role.SYSTEM_ADMINISTRATOR)
            lastAdministrator.mustRemain(actor.agency(), LocalDate.now(clock));
        audit.record(
                actor, "access.role.correct", id.value(), Map.of("grant", grant.toString(), "right", right.toString()));
        return right;
    }

    /** @throws NotVisible when it is absent, of another account or out of reach */
    Given find(Actor actor, AccountId account, GrantId grant) {
        return jdbc.sql("""
            select id, role, scope_id, with_below, valid_from, valid_to, reference, given_by, ended_by, corrected_by_id
            from   role_grant g
            where  g.id = :id and g.account_id = :account and
            """ + AccountScope.GRANTS)
                .param("id", grant.value())
                .param("account", account.value())
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, LocalDate.now(clock)))
                .query(Given.class)
                .optional()
                .orElseThrow(() -> new NotVisible("role given " + grant));
    }

    private AccountRows.Account changeable(Actor actor, AccountId id) {
        actor.must(Action.CHANGE_ACCOUNTS);
        var account = accounts.find(actor, id, Action.CHANGE_ACCOUNTS);
        if (id.equals(actor.account())) throw new Refused("access.grant.own");
        accounts.lock(id);
        lastAdministrator.hold(actor.agency());
        return account;
    }

    private void end(Actor actor, Given given, @Nullable LocalDate lastDay) {
        var today = LocalDate.now(clock);
        if (given.isOver(today)) throw new Refused("access.grant.isOver");
        var to = lastDay == null || lastDay.isBefore(today) ? today : lastDay.plusDays(1);
        jdbc.sql("""
            update role_grant set valid_to = greatest(valid_from, :to), ended_by = :by, ended_at = :now where id = :id
            """)
                .param("to", to)
                .param("by", actor.account().value())
                .param("now", now())
                .param("id", given.id())
                .update();
    }

    private GrantId insert(Actor actor, AccountRows.Account account, GrantForm form) {
        var role = form.chosenRole().orElseThrow();
        var scope = form.chosenScope();
        var from = form.firstDay().orElseThrow();
        var to = form.end().orElse(null);
        mustReach(actor, scope, form.below(), from);
        refuseSecond(actor, account.id(), role, scope, from, to);
        var id = new GrantId(Uuid7.create());
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from, valid_to,
                                    given_by, given_at, reference)
            values (:id, :account, :agency, :unit, :role, :scope, :below, :from, :to, :by, :now, :reference)
            """)
                .param("id", id.value())
                .param("account", account.id().value())
                .param("agency", actor.agency().value())
                .param("unit", seat(actor, account, role, scope))
                .param("role", role.name())
                .param("scope", scope.value())
                .param("below", form.below())
                .param("from", from)
                .param("to", to)
                .param("by", actor.account().value())
                .param("now", now())
                .param("reference", GrantForm.text(form.reference()))
                .update();
        var fields = new HashMap<String, Object>(Map.of(
                "grant", id.toString(),
                "role", role.name(),
                "scope", scope.toString(),
                "below", form.below(),
                "from", from.toString()));
        if (to != null) fields.put("to", to.toString());
        audit.record(actor, "access.role.give", account.id().value(), fields);
        return id;
    }

    /** Where the holder sits: the unit they lead or report for, else their own unit in this agency. */
    private static UUID seat(Actor actor, AccountRows.Account account, Role role, UnitId scope) {
        if (role.isOfOneUnit()) return scope.value();
        return actor.agency().value().equals(account.agency())
                ? account.unit()
                : actor.agency().value();
    }

    /** What somebody holds for a unit alone they cannot give for all that is below it. */
    private void mustReach(Actor actor, UnitId scope, boolean below, LocalDate day) {
        var reach = actor.onOwn().reach(Action.CHANGE_ACCOUNTS);
        boolean reached = jdbc.sql("select in_reach(:scope, :whole, :only, :day)")
                .param("scope", scope.value())
                .param("whole", reach.wholeIds())
                .param("only", below ? new UUID[0] : reach.onlyIds())
                .param("day", day)
                .query(Boolean.class)
                .single();
        if (!reached) throw new NotVisible("unit " + scope);
    }

    private void refuseSecond(
            Actor actor, AccountId account, Role role, UnitId scope, LocalDate from, @Nullable LocalDate to) {
        boolean held = jdbc.sql("""
            select exists (select 1 from role_grant
                           where  account_id = :account and agency_id = :agency and role = :role and scope_id = :scope
                           and    daterange(valid_from, valid_to) && daterange(:from, cast(:to as date)))
            """)
                .param("account", account.value())
                .param("agency", actor.agency().value())
                .param("role", role.name())
                .param("scope", scope.value())
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
        if (held) throw new Refused("access.grant.held");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
