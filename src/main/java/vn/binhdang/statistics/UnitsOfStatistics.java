package vn.binhdang.statistics;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitInUse;

/** Units that answered in forms, those within which forms are asked, those with targets and dashboards of their own. */
@Component
class UnitsOfStatistics implements UnitInUse {
    private final JdbcClient jdbc;

    UnitsOfStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from stat_submission where unit_id = any (:units))
                or exists (select 1 from stat_form_assignment where within_id = any (:units))
                or exists (select 1 from stat_import where agency_id = any (:units))
                or exists (select 1 from stat_target where unit_id = any (:units))
                or exists (select 1 from stat_urging where unit_id = any (:units) or by_agency = any (:units))
                or exists (select 1 from stat_submission_step where by_agency = any (:units))
                or exists (select 1 from stat_units_workbook where unit_id = any (:units))
                or exists (select 1 from stat_publication where agency_id = any (:units))
                or exists (select 1 from stat_dashboard where unit_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
