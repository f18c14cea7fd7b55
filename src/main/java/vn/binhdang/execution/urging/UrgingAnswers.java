package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.TaskReported;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Uuid7;

/** Answers to urgings: on their page, or by a report on the task itself. They are only added. */
@Component
class UrgingAnswers {
    private final JdbcClient jdbc;
    private final ActsOfUrging acts;
    private final Urgings urgings;
    private final AuditTrail audit;

    UrgingAnswers(JdbcClient jdbc, ActsOfUrging acts, Urgings urgings, AuditTrail audit) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.urgings = urgings;
        this.audit = audit;
    }

    /**
     * @param promisedOn for {@link Answer#PROMISED} only
     * @throws NotVisible when the urging is absent or somebody else's to answer
     */
    @Transactional
    public void answer(Actor actor, UrgingId id, UUID item, Answer kind, String words, @Nullable LocalDate promisedOn) {
        actor.must(Action.ANSWER_URGING);
        var act = acts.find(actor, id);
        if (!act.answerable() || act.urgedAt() == null) throw new NotVisible("urging " + id);
        var known = jdbc.sql("select answered_at is not null from urging_item where id = :item and urging_id = :id for"
                        + " update")
                .param("item", item)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotVisible("item of urging " + id));
        var now = urgings.now();
        add(item, kind, words, promisedOn, act.unit(), actor.account().value(), now);
        jdbc.sql("""
            update urging_item set answered_at = coalesce(answered_at, :now), answer = :answer,
                                   promised_on = cast(:promised as date)
            where  id = :item
            """)
                .param("now", now)
                .param("answer", kind.name())
                .param("promised", promisedOn)
                .param("item", item)
                .update();
        if (!known)
            jdbc.sql("update urging set answered = answered + 1 where id = :id")
                    .param("id", id.value())
                    .update();
        Map<String, Object> fields = new HashMap<>();
        fields.put("item", item.toString());
        fields.put("answer", kind.name());
        if (promisedOn != null) fields.put("by", promisedOn.toString());
        audit.record(actor, "execution.urging.answer", id.value(), fields);
    }

    private record Open(UUID id, UUID urgingId, UUID unitId) {}

    /** A report on the task is an answer of its unit; the report itself is what is recorded. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(TaskReported report) {
        List<Open> open = jdbc.sql("""
            select i.id, i.urging_id, i.unit_id
            from   urging_item i join urging u on u.id = i.urging_id
            where  i.subject_id = :task and i.unit_id = :unit and i.answered_at is null and u.urged_at is not null
            order  by i.id for update of i
            """)
                .param("task", report.task().value())
                .param("unit", report.unit().value())
                .query(Open.class)
                .list();
        for (var item : open) {
            add(item.id(), Answer.REPORTED, "", null, item.unitId(), report.by().value(), report.at());
            jdbc.sql("update urging_item set answered_at = :at, answer = 'REPORTED' where id = :id")
                    .param("at", report.at())
                    .param("id", item.id())
                    .update();
            jdbc.sql("update urging set answered = answered + 1 where id = :id")
                    .param("id", item.urgingId())
                    .update();
        }
    }

    private void add(
            UUID item,
            Answer kind,
            String words,
            @Nullable LocalDate promisedOn,
            UUID unit,
            UUID account,
            OffsetDateTime at) {
        jdbc.sql("""
            insert into urging_answer (id, item_id, kind, words, promised_on, unit_id, account_id, answered_at)
            values (:id, :item, :kind, :words, cast(:promised as date), :unit, :account, :at)
            """)
                .param("id", Uuid7.create())
                .param("item", item)
                .param("kind", kind.name())
                .param("words", words)
                .param("promised", promisedOn)
                .param("unit", unit)
                .param("account", account)
                .param("at", at)
                .update();
    }
}
