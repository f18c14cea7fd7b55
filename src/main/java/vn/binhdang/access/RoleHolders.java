package vn.binhdang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/** Who holds a role today: for those who have to tell them something. */
@Component
public class RoleHolders {
    private final JdbcClient jdbc;
    private final Clock clock;

    RoleHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody in the agency whose role, in whatever scope, allows it. */
    public Set<AccountId> in(UnitId agency, Action action) {
        return found(jdbc.sql("""
            select distinct account_id from role_grant
            where  agency_id = :agency and role in (:roles)
              and  valid_from <= :today and (valid_to is null or :today < valid_to)
            """)
                .param("agency", agency.value())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock)));
    }

    /** Those who sit in one of these units of the agency. */
    public Set<AccountId> sittingIn(UnitId agency, Collection<UnitId> units, Action action) {
        if (units.isEmpty()) return Set.of();
        return found(jdbc.sql("""
            select distinct account_id from role_grant
            where  agency_id = :agency and unit_id in (:units) and role in (:roles)
              and  valid_from <= :today and (valid_to is null or :today < valid_to)
            """)
                .param("agency", agency.value())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("roles", roles(action))
                .param("today", LocalDate.now(clock)));
    }

    private static Set<String> roles(Action action) {
        return action.roles().stream().map(Role::name).collect(Collectors.toSet());
    }

    private static Set<AccountId> found(JdbcClient.StatementSpec query) {
        return query.query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toSet());
    }
}
