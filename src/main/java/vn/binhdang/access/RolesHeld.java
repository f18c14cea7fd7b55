package vn.binhdang.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/** What an account holds on a day, its own roles and those it holds for others. */
@Component
public class RolesHeld {
    private final JdbcClient jdbc;

    RolesHeld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param behalf whose role it is; null for an own one
     * @param since the first day
     */
    public record Held(
            UnitId agency,
            Role role,
            UnitId scope,
            boolean withBelow,
            Capacity capacity,
            @Nullable AccountId behalf,
            LocalDate since) {}

    /** Own roles first. */
    public List<Held> of(AccountId account, LocalDate day) {
        return jdbc.sql("""
            select agency_id, role, scope_id, with_below, capacity, behalf, since
            from   roles_held(:account, :day)
            order  by capacity <> 'OWN', since, role, scope_id
            """)
                .param("account", account.value())
                .param("day", day)
                .query((rs, i) -> new Held(
                        new UnitId(rs.getObject("agency_id", UUID.class)),
                        Role.valueOf(rs.getString("role")),
                        new UnitId(rs.getObject("scope_id", UUID.class)),
                        rs.getBoolean("with_below"),
                        Capacity.valueOf(rs.getString("capacity")),
                        rs.getObject("behalf", UUID.class) == null
                                ? null
                                : new AccountId(rs.getObject("behalf", UUID.class)),
                        rs.getObject("since", LocalDate.class)))
                .list();
    }
}
