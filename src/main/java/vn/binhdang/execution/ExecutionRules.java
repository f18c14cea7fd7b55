package vn.binhdang.execution;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;

/** The rules of running plans that an agency may set otherwise; each is valid from a day on. */
@Component
public class ExecutionRules {
    private final JdbcClient jdbc;

    ExecutionRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param dueSoonDays a task due within so many days from today, today included, is due soon
     * @param evidenceMegabytes how large one file of evidence may be
     */
    public record Rules(int dueSoonDays, int evidenceMegabytes) {
        public long evidenceBytes() {
            return evidenceMegabytes * 1_000_000L;
        }

        /** The last day that is soon. */
        public LocalDate soonUntil(LocalDate today) {
            return today.plusDays(dueSoonDays);
        }
    }

    /** @param unit what the unit is called; empty when there is no such unit */
    public record Place(Rules rules, String unit) {}

    /** The rules together with the name of a unit, for a page that needs both. */
    public Place at(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select max(value) filter (where name = 'DUE_SOON_DAYS')     as due_soon_days,
                   max(value) filter (where name = 'EVIDENCE_MEGABYTES') as evidence_megabytes,
                   coalesce(unit_called(:unit, :day), '') as unit
            from   execution_rule
            where  valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((rs, i) -> new Place(
                        new Rules(rs.getInt("due_soon_days"), rs.getInt("evidence_megabytes")), rs.getString("unit")))
                .single();
    }

    public Rules on(LocalDate day) {
        return jdbc.sql("""
            select max(value) filter (where name = 'DUE_SOON_DAYS')     as due_soon_days,
                   max(value) filter (where name = 'EVIDENCE_MEGABYTES') as evidence_megabytes
            from   execution_rule
            where  valid_from <= :day and (valid_to is null or :day < valid_to)
            """).param("day", day).query(Rules.class).single();
    }
}
