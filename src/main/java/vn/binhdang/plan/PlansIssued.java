package vn.binhdang.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.ComputedSource;

/**
 * Plans that a unit issued in a window, by the day printed on them. One that was recalled does not count; of one that was
 * replaced within the window the later one counts. A unit that has never issued one here is not said to have issued none: it
 * may have done so on paper.
 */
@Component
class PlansIssued implements ComputedSource {
    private static final Figure COUNT = new Figure("PLANS_ISSUED", "");

    private final JdbcClient jdbc;

    PlansIssued(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> words() {
        return Set.of(COUNT.word());
    }

    @Override
    public String messageKey() {
        return "plan.issuedSource";
    }

    @Override
    public Map<UnitId, Map<Figure, Long>> values(Question question) {
        var values = new HashMap<UnitId, Map<Figure, Long>>();
        if (!question.asked().contains(COUNT)) return values;
        // One that never issued any up to the day, recalled ones too, has no row.
        jdbc.sql("""
            select p.agency_id, count(*) filter (where d.issued_on >= :from and d.state <> 'RECALLED' and not exists (
                       select 1 from outgoing_document later
                       where  later.concerns_id = d.id and later.kind = 'PLAN'
                         and  later.state in ('ISSUED', 'SUPERSEDED') and later.issued_on between :from and :to)) as counted
            from   plan p join outgoing_document d on d.id = p.id
            where  p.agency_id = any (:units) and d.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') and d.issued_on <= :to
            group  by p.agency_id
            """)
                .param("units", question.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("from", question.window().from())
                .param("to", question.day())
                .query(rs -> {
                    values.put(new UnitId(rs.getObject("agency_id", UUID.class)), Map.of(COUNT, rs.getLong("counted")));
                });
        return values;
    }
}
