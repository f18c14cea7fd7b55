package vn.binhdang.execution.oversight;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.PersonInUse;
import vn.binhdang.organisation.UnitInUse;

/** Units that are visited or asked for something, and people who were on a team, stay in the register. */
@Component
class UnitsOfOversight implements UnitInUse, PersonInUse {
    private final JdbcClient jdbc;

    UnitsOfOversight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from oversight_planned where unit_id = any (:units))
                or exists (select 1 from oversight_visit where unit_id = any (:units))
                or exists (select 1 from oversight_recommendation where unit_id = any (:units))
                or exists (select 1 from oversight_follow_up
                           where  unit_id = any (:units) or from_unit_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isInUse(PersonId person) {
        return jdbc.sql("select exists (select 1 from oversight_member where person_id = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
