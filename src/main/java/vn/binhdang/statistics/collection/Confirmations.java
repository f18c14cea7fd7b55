package vn.binhdang.statistics.collection;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.SubmissionId;

/** That figures which the product counted were confirmed, and what it had counted then. */
@Component("confirmationsOfForms")
public class Confirmations {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Confirmations(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the transaction that writes them into their cells.
     * @param counted by slot
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Actor actor, SubmissionId submission, Layout layout, Map<Integer, Long> counted) {
        if (counted.isEmpty()) return;
        var slots = List.copyOf(counted.keySet());
        jdbc.sql("""
            insert into stat_computed (submission_id, slot, value, source, confirmed_at, confirmed_by)
            select :id, c.slot, c.value, c.source, :now, :account
            from   unnest(cast(:slots as int[]), cast(:values as bigint[]), cast(:sources as text[])) c (slot, value, source)
            on conflict (submission_id, slot) do update
            set value = excluded.value, source = excluded.source, confirmed_at = :now, confirmed_by = :account
            """)
                .param("id", submission.value())
                .param("slots", slots.toArray(Integer[]::new))
                .param("values", slots.stream().map(counted::get).toArray(Long[]::new))
                .param(
                        "sources",
                        slots.stream()
                                .map(slot -> layout.cell(slot)
                                        .map(Layout.Cell::computedBy)
                                        .orElse(""))
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", actor.account().value())
                .update();
        audit.record(actor, "statistics.submission.confirm", submission.value(), Map.of("cells", counted.size()));
    }
}
