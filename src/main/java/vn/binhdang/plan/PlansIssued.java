package vn.binhdang.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
    public Map<Figure, Long> values(Question question) {
        var values = new HashMap<Figure, Long>();
        if (!question.asked().contains(COUNT)) return values;
        var issued = jdbc.sql("""
            select count(*) filter (where d.issued_on >= :from and d.state <> 'RECALLED' and not exists (
                       select 1 from outgoing_document later
                       where  later.concerns_id = d.id and later.kind = 'PLAN'
                         and  later.state in ('ISSUED', 'SUPERSEDED') and later.issued_on between :from and :to)) as counted,
                   count(*) as ever
            from   plan p join outgoing_document d on d.id = p.id
            where  p.agency_id = :unit and d.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') and d.issued_on <= :to
            """)
                .param("unit", question.unit().value())
                .param("from", question.window().from())
                .param("to", question.day())
                .query(Issued.class)
                .single();
        if (issued.ever() > 0) values.put(COUNT, issued.counted());
        return values;
    }

    /** @param ever issued here up to the day, recalled ones too */
    private record Issued(long counted, long ever) {}
}
