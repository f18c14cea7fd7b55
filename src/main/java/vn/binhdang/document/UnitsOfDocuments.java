package vn.binhdang.document;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitInUse;

/** Units that drafted documents, and agencies that issue them or lay down how. */
@Component
class UnitsOfDocuments implements UnitInUse {
    private final JdbcClient jdbc;

    UnitsOfDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from outgoing_document where agency_id = any (:units) or drafting_unit_id = any (:units))
                or exists (select 1 from signing_delegation where agency_id = any (:units))
                or exists (select 1 from signing_collective where agency_id = any (:units))
                or exists (select 1 from number_series_rule where agency_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
