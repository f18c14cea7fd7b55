package vn.binhdang.execution;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitInUse;

/** Units that reported on tasks or brought their evidence. */
@Component
class UnitsOfTasks implements UnitInUse {
    private final JdbcClient jdbc;

    UnitsOfTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from task_progress where unit_id = any (:units))
                or exists (select 1 from task_evidence where unit_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
