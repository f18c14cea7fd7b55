package vn.binhdang.execution.initiative;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.PersonInUse;
import vn.binhdang.organisation.UnitInUse;

/** Units that propose, try or do something, and people who proposed, answer for or said something, stay in the register. */
@Component
class UnitsOfInitiatives implements UnitInUse, PersonInUse {
    private final JdbcClient jdbc;

    UnitsOfInitiatives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from initiative where unit_id = any (:units))
                or exists (select 1 from initiative_place where unit_id = any (:units))
                or exists (select 1 from initiative_task where unit_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isInUse(PersonId person) {
        return jdbc.sql("""
            select exists (select 1 from initiative where author_id = :person or responsible_id = :person)
                or exists (select 1 from initiative_comment where person_id = :person)
            """)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
