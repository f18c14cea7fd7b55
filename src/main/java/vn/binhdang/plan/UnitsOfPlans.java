package vn.binhdang.plan;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitInUse;

/** Units that plan, lead or take part in tasks. */
@Component
class UnitsOfPlans implements UnitInUse {
    private final JdbcClient jdbc;

    UnitsOfPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from plan where agency_id = any (:units))
                or exists (select 1 from plan_task where lead_unit_id = any (:units))
                or exists (select 1 from plan_task_coordinating where unit_id = any (:units))
                or exists (select 1 from plan_task_change where units && :units)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
