package vn.binhdang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/** Who holds a role today: for those who have to tell them something. */
@Component
public class RoleHolders {
    /** Whoever ever had to do with the agency is asked what they hold today, by the function that alone knows. */
    private static final String HOLDERS = """
        select distinct c.account_id
        from   (select account_id from role_grant where agency_id = :agency %s
                union
                select to_account from role_delegation where agency_id = :agency) c
        join   account a on a.id = c.account_id and a.closed_at is null
        cross  join lateral roles_held(c.account_id, :today) h
        where  h.agency_id = :agency and h.role in (:roles)
        """;

    private static final String SEATS = HOLDERS.formatted("")
            .replace("distinct c.account_id", "distinct c.account_id as account, h.unit_id as unit, h.role");

    private final JdbcClient jdbc;
    private final Clock clock;

    RoleHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody in the agency who may do it, in whatever scope, in person or for somebody else. */
    public Set<AccountId> in(UnitId agency, Action action) {
        return found(jdbc.sql(HOLDERS.formatted(""))
                .param("agency", agency.value())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock)));
    }

    /** The same for many agencies in one question. */
    public Map<UnitId, Set<AccountId>> inEach(Collection<UnitId> agencies, Action action) {
        var holders = new HashMap<UnitId, Set<AccountId>>();
        if (agencies.isEmpty()) return holders;
        jdbc.sql("""
            select distinct h.agency_id, c.account_id
            from   (select account_id from role_grant where agency_id = any (:agencies)
                    union
                    select to_account from role_delegation where agency_id = any (:agencies)) c
            join   account a on a.id = c.account_id and a.closed_at is null
            cross  join lateral roles_held(c.account_id, :today) h
            where  h.agency_id = any (:agencies) and h.role in (:roles)
            """)
                .param("agencies", agencies.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock))
                .query(rs -> {
                    holders.computeIfAbsent(new UnitId(rs.getObject("agency_id", UUID.class)), id -> new HashSet<>())
                            .add(new AccountId(rs.getObject("account_id", UUID.class)));
                });
        return holders;
    }

    /** Those who sit in one of these units of the agency. */
    public Set<AccountId> sittingIn(UnitId agency, Collection<UnitId> units, Action action) {
        if (units.isEmpty()) return Set.of();
        // Only who is entered for one of the units is asked: an agency of 60,000 people is not gone through for five.
        return found(jdbc.sql(HOLDERS.formatted("and unit_id in (:units)") + " and h.unit_id in (:units)")
                .param("agency", agency.value())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock))
                .param("units", units.stream().map(UnitId::value).toList()));
    }

    /** Those who may do it to a person of whatever agency, the person not among them. */
    public Set<AccountId> over(PersonId person, Action action) {
        return found(jdbc.sql("""
            select distinct c.account_id
            from   (select account_id from role_grant where role in (:roles)
                    union
                    select to_account from role_delegation
                    where  valid_from <= :today and (valid_to is null or :today < valid_to)) c
            join   account a on a.id = c.account_id and a.closed_at is null and a.person_id <> :person
            cross  join lateral roles_held(c.account_id, :today) h
            where  h.role in (:roles)
            and    person_in_reach(:person, case when h.with_below then array[h.scope_id] else '{}' end,
                                   array[h.scope_id], :today)
            """)
                .param("person", person.value())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock)));
    }

    /**
     * Those who may do it for a unit from nearest above it, of whatever agency: the province's and not the country's for a
     * commune. Who may for nothing wider than the unit itself is asked only where nobody is above.
     */
    public Set<AccountId> nearestOver(UnitId unit, Action action) {
        record Holder(UUID accountId, int distance) {}
        var holders = jdbc.sql("""
            select c.account_id, coalesce(min(w.distance) filter (where w.distance > 0), 0) as distance
            from   (select account_id from role_grant
                    where  role in (:roles) and scope_id in (
                           select ancestor_id from unit_within
                           where  unit_id = :unit and valid_from <= :today and :today < valid_to)
                    union
                    select to_account from role_delegation
                    where  valid_from <= :today and (valid_to is null or :today < valid_to)) c
            join   account a on a.id = c.account_id and a.closed_at is null
            cross  join lateral roles_held(c.account_id, :today) h
            join   unit_within w on w.unit_id = :unit and w.ancestor_id = h.scope_id
                                and w.valid_from <= :today and :today < w.valid_to
            where  h.role in (:roles) and (h.with_below or w.distance = 0)
            group  by c.account_id
            """)
                .param("unit", unit.value())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock))
                .query(Holder.class)
                .list();
        int nearest = holders.stream()
                .mapToInt(Holder::distance)
                .filter(distance -> distance > 0)
                .min()
                .orElse(0);
        return holders.stream()
                .filter(holder -> holder.distance() == nearest)
                .map(holder -> new AccountId(holder.accountId()))
                .collect(Collectors.toSet());
    }

    /** Somebody who holds a role in the agency, and where they sit. */
    public record Seat(AccountId account, UnitId unit, Role role) {}

    /** All who hold one of these roles in the agency today, each with the unit from which they do. */
    public List<Seat> seats(UnitId agency, Set<Role> roles) {
        return jdbc.sql(SEATS)
                .param("agency", agency.value())
                .param("roles", roles.stream().map(Role::name).toList())
                .param("today", LocalDate.now(clock))
                .query((rs, i) -> new Seat(
                        new AccountId(rs.getObject("account", UUID.class)),
                        new UnitId(rs.getObject("unit", UUID.class)),
                        Role.valueOf(rs.getString("role"))))
                .list();
    }

    private static Set<String> roles(Action action) {
        return action.roles().stream().map(Role::name).collect(Collectors.toSet());
    }

    private static Set<AccountId> found(JdbcClient.StatementSpec query) {
        return query.query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toSet());
    }
}
