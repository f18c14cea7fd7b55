package vn.binhdang.access.delegation;

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
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Hands roles to others. Only own roles are handed on: what somebody holds by order, by authorisation or for an absence
 * ends with them. What each kind gives on a day is the business of {@code roles_held}.
 */
@Component
class RoleDelegations {
    private final DelegationRules rules;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    RoleDelegations(DelegationRules rules, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the reader gave, received, or that lie within their reach: the newest first. */
    List<RoleDelegation> of(Actor actor) {
        return jdbc.sql("""
            select d.id, d.kind, d.from_account, d.to_account, d.role, d.scope_id, d.with_below, d.reference,
                   d.valid_from, d.valid_to,
            """ + MAY_END + """
                   and (d.valid_to is null or :today < d.valid_to) as may_end
            from   role_delegation d
            where  d.agency_id = :agency and (d.to_account = :account or
            """ + MAY_END + """
                   )
            order  by d.valid_to is not null and d.valid_to <= :today, d.valid_from desc, d.id desc
            limit  200
            """)
                .params(scope(actor))
                .query((rs, i) -> new RoleDelegation(
                        new DelegationId(rs.getObject("id", UUID.class)),
                        Capacity.valueOf(rs.getString("kind")),
                        new AccountId(rs.getObject("from_account", UUID.class)),
                        new AccountId(rs.getObject("to_account", UUID.class)),
                        rs.getString("role") == null ? null : Role.valueOf(rs.getString("role")),
                        RoleDelegation.unit(rs.getObject("scope_id", UUID.class)),
                        rs.getBoolean("with_below"),
                        rs.getString("reference"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getBoolean("may_end")))
                .list();
    }

    /** Who gave it, whose role it is, or who leads the unit where its holder sits; never the holder. */
    private static final String MAY_END = """
        (d.to_account <> :account and (d.given_by = :account or d.from_account = :account
            or in_reach(d.unit_id, :whole, :only, :today)))\
        """;

    private Map<String, Object> scope(Actor actor) {
        var reach = actor.onOwn().reach(Action.DELEGATE_ROLES);
        return Map.of(
                "agency", actor.agency().value(),
                "account", actor.account().value(),
                "whole", reach.wholeIds(),
                "only", reach.onlyIds(),
                "today", today());
    }

    /**
     * @param form without mistakes
     * @throws NotVisible when somebody or a unit named in it is out of reach
     * @throws Refused when the rules forbid it; the reason says which
     */
    @Transactional
    DelegationId give(Actor actor, RoleDelegationForm form) {
        actor.must(Action.DELEGATE_ROLES);
        var me = actor.onOwn();
        if (!me.may(Action.DELEGATE_ROLES)) throw new Refused("access.delegation.received");
        var from = form.firstDay().orElseThrow();
        var end = form.end().orElse(null);
        var to = recipient(actor, RoleDelegationForm.text(form.to()));
        if (to.id().equals(actor.account())) throw new Refused("access.delegation.toSelf");
        return switch (form.chosenKind()) {
            case BY_ORDER, BY_AUTHORISATION -> {
                var role = form.chosenRole().orElseThrow();
                var scope = new UnitId(Uuid7.parse(RoleDelegationForm.text(form.scope())));
                rules.mayHandOn(actor, role, scope, form.below(), from);
                if (form.chosenKind() == Capacity.BY_ORDER) rules.mustLead(to.person(), from);
                yield insert(actor, form, actor.account(), to, role, scope, from, end);
            }
            case ACTING -> {
                var scope = new UnitId(Uuid7.parse(RoleDelegationForm.text(form.scope())));
                rules.mayNameActing(me, scope, from);
                yield insert(actor, form, actor.account(), to, Role.DIVISION_HEAD, scope, from, end);
            }
            case SUBSTITUTE -> {
                var absent = RoleDelegationForm.text(form.absent());
                var whose = absent.isEmpty()
                        ? actor.account()
                        : recipient(actor, absent).id();
                if (whose.equals(to.id())) throw new Refused("access.delegation.toSelf");
                rules.maySubstitute(me, whose, from, end);
                yield insert(actor, form, whose, to, null, null, from, end);
            }
            case OWN -> throw new IllegalStateException("an own role is not handed to anybody");
        };
    }

    /** Ends it now; what was done with it stays done. */
    @Transactional
    void end(Actor actor, DelegationId id) {
        int ended = jdbc.sql("""
            update role_delegation d set valid_to = greatest(valid_from, :today), ended_by = :account, ended_at = :now
            where  d.id = :id and d.agency_id = :agency and (d.valid_to is null or :today < d.valid_to) and
            """ + MAY_END)
                .params(scope(actor))
                .param("id", id.value())
                .param("now", now())
                .update();
        if (ended == 0) throw new NotVisible("delegation " + id);
        audit.record(actor, "access.delegation.end", id.value());
    }

    /** @param unit where they sit */
    record Recipient(AccountId id, PersonId person, UnitId unit) {}

    /** An open account of the own agency. */
    private Recipient recipient(Actor actor, String account) {
        var id = AccountId.of(account);
        return jdbc.sql("""
            select a.person_id, a.unit_id from account a
            where  a.id = :id and a.closed_at is null and a.agency_id = :agency
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query((rs, i) -> new Recipient(
                        id,
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new UnitId(rs.getObject("unit_id", UUID.class))))
                .optional()
                .orElseThrow(() -> new NotVisible("account " + id));
    }

    private DelegationId insert(
            Actor actor,
            RoleDelegationForm form,
            AccountId whose,
            Recipient to,
            @Nullable Role role,
            @Nullable UnitId scope,
            LocalDate from,
            @Nullable LocalDate end) {
        var id = new DelegationId(Uuid7.create());
        var kind = form.chosenKind();
        jdbc.sql("""
            insert into role_delegation (id, agency_id, kind, from_account, to_account, unit_id, role, scope_id,
                                         with_below, reference, valid_from, valid_to, given_by, given_at)
            values (:id, :agency, :kind, :whose, :to, :unit, :role, cast(:scope as uuid), :below, :reference, :from,
                    cast(:end as date), :by, :now)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("kind", kind.name())
                .param("whose", whose.value())
                .param("to", to.id().value())
                // An acting head sits in the unit they lead.
                .param(
                        "unit",
                        kind == Capacity.ACTING && scope != null
                                ? scope.value()
                                : to.unit().value())
                .param("role", role == null ? null : role.name())
                .param("scope", scope == null ? null : scope.value())
                .param("below", kind != Capacity.SUBSTITUTE && (kind == Capacity.ACTING || form.below()))
                .param("reference", RoleDelegationForm.text(form.reference()))
                .param("from", from)
                .param("end", end)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        var fields = new HashMap<String, Object>(Map.of(
                "kind", kind.name(), "whose", whose.toString(), "to", to.id().toString(), "from", from.toString()));
        if (role != null) fields.put("role", role.name());
        if (scope != null) fields.put("scope", scope.toString());
        if (end != null) fields.put("end", end.toString());
        audit.record(actor, "access.delegation.give", id.value(), fields);
        return id;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
