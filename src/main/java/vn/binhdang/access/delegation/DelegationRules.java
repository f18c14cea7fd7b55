package vn.binhdang.access.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;

/** Who may hand what to whom (Decree 30/2020 article 13 for the capacities; leave by the working regulation). */
@Component
class DelegationRules {
    private final JdbcClient jdbc;
    private final People people;

    DelegationRules(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** One of the own roles, for no more than it is held for. */
    void mayHandOn(Actor actor, Role role, UnitId scope, boolean below, LocalDate day) {
        if (!role.mayBeHandedOn()) throw new Refused("access.delegation.inPerson");
        if (reached(own(actor, role), scope, below, day)) return;
        boolean received = actor.grants().stream()
                .anyMatch(grant -> grant.role() == role && !grant.capacity().mayHandOn());
        throw new Refused(received ? "access.delegation.received" : "access.delegation.notHeld");
    }

    /** By order the heads of units act, nobody below them. */
    void mustLead(PersonId person, LocalDate day) {
        if (people.officesHeldBy(person, day).stream().noneMatch(DelegationRules::leads))
            throw new Refused("access.delegation.onlyHeads");
    }

    /** Head or deputy of the agency, for a unit of theirs whose post is vacant. */
    void mayNameActing(Actor me, UnitId unit, LocalDate day) {
        if (rank(me.roles().stream().toList()) <= rank(List.of(Role.DIVISION_HEAD)))
            throw new Refused("access.delegation.notAbove");
        var reach = me.reach(Action.DELEGATE_ROLES);
        if (unit.equals(me.agency()) || !reached(reach.wholeIds(), reach.onlyIds(), unit, day))
            throw new NotVisible("unit " + unit);
        if (people.officesOf(unit, day).stream().anyMatch(office -> office.rank() == Rank.HEAD))
            throw new Refused("access.delegation.notVacant");
    }

    /** For oneself, or for somebody below: all their roles lie within reach and none is as high as an own one. */
    void maySubstitute(Actor me, AccountId absent, LocalDate from, @Nullable LocalDate end) {
        if (!absent.equals(me.account())) {
            var reach = me.reach(Action.DELEGATE_ROLES);
            var theirs = jdbc.sql("""
                select g.role from role_grant g
                where  g.account_id = :absent and g.agency_id = :agency
                and    g.valid_from <= :day and (g.valid_to is null or :day < g.valid_to)
                and    (g.agency_id = any (:whole) or in_reach(g.scope_id, :whole, :only, :day))
                """)
                    .param("absent", absent.value())
                    .param("agency", me.agency().value())
                    .param("day", from)
                    .param("whole", reach.wholeIds())
                    .param("only", reach.onlyIds())
                    .query(String.class)
                    .list();
            if (theirs.size() < held(me, absent, from)) throw new NotVisible("account " + absent);
            if (rank(theirs.stream().map(Role::valueOf).toList())
                    >= rank(me.roles().stream().toList())) throw new Refused("access.delegation.notAbove");
        }
        boolean already = jdbc.sql("""
            select exists (select 1 from role_delegation
                           where  kind = 'SUBSTITUTE' and agency_id = :agency and from_account = :absent
                           and    daterange(valid_from, valid_to) && daterange(:from, cast(:end as date)))
            """)
                .param("agency", me.agency().value())
                .param("absent", absent.value())
                .param("from", from)
                .param("end", end)
                .query(Boolean.class)
                .single();
        if (already) throw new Refused("access.delegation.already");
    }

    private int held(Actor me, AccountId absent, LocalDate day) {
        return jdbc.sql("""
            select count(*) from role_grant
            where  account_id = :absent and agency_id = :agency
            and    valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("absent", absent.value())
                .param("agency", me.agency().value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private static List<Grant> own(Actor actor, Role role) {
        return actor.onOwn().grants().stream()
                .filter(grant -> grant.role() == role)
                .toList();
    }

    private boolean reached(List<Grant> grants, UnitId scope, boolean below, LocalDate day) {
        var whole = grants.stream()
                .filter(Grant::withBelow)
                .map(grant -> grant.scope().value());
        var only = grants.stream()
                .filter(grant -> !grant.withBelow() && !below)
                .map(grant -> grant.scope().value());
        return reached(whole.toArray(UUID[]::new), only.toArray(UUID[]::new), scope, day);
    }

    private boolean reached(UUID[] whole, UUID[] only, UnitId unit, LocalDate day) {
        return jdbc.sql("select in_reach(:unit, :whole, :only, :day)")
                .param("unit", unit.value())
                .param("whole", whole)
                .param("only", only)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static boolean leads(OfficeHeld office) {
        return office.rank() == Rank.HEAD || office.rank() == Rank.ACTING_HEAD;
    }

    /** How high the highest of these roles stands: head, deputy, head of a unit, everybody else. */
    private static int rank(List<Role> roles) {
        return roles.stream()
                .mapToInt(role -> switch (role) {
                    case HEAD -> 3;
                    case DEPUTY_HEAD -> 2;
                    case DIVISION_HEAD -> 1;
                    default -> 0;
                })
                .max()
                .orElse(0);
    }
}
