package vn.binhdang.execution;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitInUse;

/** Units that reported on tasks, brought their evidence, have a piece of them, or were urged. */
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
                or exists (select 1 from sub_task where to_unit_id = any (:units) or unit_id = any (:units))
                or exists (select 1 from task_hand where unit_id = any (:units))
                or exists (select 1 from task_detail where unit_id = any (:units))
                or exists (select 1 from task_comment where unit_id = any (:units))
                or exists (select 1 from urging where unit_id = any (:units) or by_unit = any (:units))
                or exists (select 1 from urging_item where unit_id = any (:units))
                or exists (select 1 from urged_report where unit_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
