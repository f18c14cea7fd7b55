package vn.binhdang.execution.urging;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.execution.TaskReported;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/**
 * Answers to urgings: on their page, by a report on the task itself, or heard by the office and written down. They are only
 * added; what was written down wrongly is taken out of the count and stays.
 */
@Component
class UrgingAnswers {
    /** An answer heard on an earlier day counts as given at the end of its working day. */
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

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

    /** @throws NotVisible when the urging is absent or somebody else's to answer */
    @Transactional
    public void answer(Actor actor, UrgingId id, UUID item, Reply reply) {
        actor.must(Action.ANSWER_URGING);
        var act = acts.find(actor, id);
        if (!act.answerable() || act.urgedAt() == null) throw new NotVisible("urging " + id);
        lock(id, item);
        add(item, reply, act.unit(), actor.account().value(), urgings.now());
        recount(id.value(), item);
        audit.record(actor, "execution.urging.answer", id.value(), fields(item, reply));
    }

    /**
     * Writes down what the office heard.
     * @throws NotVisible when the urging is absent, not sent or not done by the actor's office
     */
    @Transactional
    public void hear(Actor actor, UrgingId id, UUID item, Heard heard, Reply reply) {
        var act = own(actor, id);
        lock(id, item);
        addHeard(actor, act, item, heard, reply);
        recount(id.value(), item);
        audit.record(actor, "execution.urging.hear", id.value(), fields(item, heard, reply));
    }

    /**
     * Writes down anew what was written down wrongly.
     * @throws Overtaken when it was corrected or withdrawn meanwhile
     */
    @Transactional
    public void correct(Actor actor, UrgingId id, UUID answer, Heard heard, Reply reply) {
        var act = own(actor, id);
        var item = itemOfHeard(id, answer);
        lock(id, item);
        var inItsPlace = addHeard(actor, act, item, heard, reply);
        if (!takenOut(actor, answer, inItsPlace, "")) throw new Overtaken();
        recount(id.value(), item);
        audit.record(actor, "execution.urging.correct", id.value(), fields(item, heard, reply));
    }

    /**
     * Takes out what should not have been written down at all.
     * @param reason why, not empty
     * @throws Refused when it was corrected or withdrawn meanwhile
     */
    @Transactional
    public void withdraw(Actor actor, UrgingId id, UUID answer, String reason) {
        own(actor, id);
        var item = itemOfHeard(id, answer);
        lock(id, item);
        if (!takenOut(actor, answer, null, reason)) throw new Refused("execution.urging.heard.gone");
        recount(id.value(), item);
        audit.record(actor, "execution.urging.withdraw", id.value(), Map.of("item", item.toString()));
    }

    private ActsOfUrging.Act own(Actor actor, UrgingId id) {
        actor.must(Action.URGE_TASKS, Action.URGE_BELOW);
        var act = acts.find(actor, id);
        if (!act.own() || act.urgedAt() == null) throw new NotVisible("urging " + id);
        return act;
    }

    private UUID itemOfHeard(UrgingId id, UUID answer) {
        return jdbc.sql("""
            select i.id
            from   urging_heard h
            join   urging_answer a on a.id = h.answer_id
            join   urging_item i on i.id = a.item_id
            where  h.answer_id = :answer and i.urging_id = :id
            """)
                .param("answer", answer)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotVisible("heard answer " + answer));
    }

    /** Whoever changes answers of an act holds its row, so that its count is of all of them. */
    private void lock(UrgingId id, UUID item) {
        boolean found = jdbc.sql("""
            select u.id from urging u
            where  u.id = :id and exists (select 1 from urging_item i where i.urging_id = u.id and i.id = :item)
            for    update
            """)
                .param("item", item)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!found) throw new NotVisible("item of urging " + id);
    }

    private UUID addHeard(Actor actor, ActsOfUrging.Act act, UUID item, Heard heard, Reply reply) {
        var now = urgings.now();
        var answer = add(item, reply, act.unit(), actor.account().value(), heardAt(act, heard, now));
        jdbc.sql("""
            insert into urging_heard (answer_id, way, who, heard_on, recorded_at)
            values (:answer, :way, :who, :on, :now)
            """)
                .param("answer", answer)
                .param("way", heard.way().name())
                .param("who", heard.who())
                .param("on", heard.on())
                .param("now", now)
                .update();
        return answer;
    }

    /** Between the urging and now, whatever the hour. */
    private static OffsetDateTime heardAt(ActsOfUrging.Act act, Heard heard, OffsetDateTime now) {
        var at = heard.on().atTime(END_OF_WORK).atZone(Today.ZONE).toOffsetDateTime();
        var urged = Objects.requireNonNull(act.urgedAt());
        if (at.isAfter(now)) at = now;
        return at.isBefore(urged) ? urged : at;
    }

    /** False when somebody else took it out before. */
    private boolean takenOut(Actor actor, UUID answer, @Nullable UUID inItsPlace, String reason) {
        return jdbc.sql("""
            insert into urging_answer_withdrawn (answer_id, corrected_by, reason, account_id, withdrawn_at)
            values (:answer, cast(:corrected as uuid), :reason, :account, :now)
            on conflict (answer_id) do nothing
            """)
                        .param("answer", answer)
                        .param("corrected", inItsPlace)
                        .param("reason", reason)
                        .param("account", actor.account().value())
                        .param("now", urgings.now())
                        .update()
                > 0;
    }

    private static Map<String, Object> fields(UUID item, Reply reply) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("item", item.toString());
        fields.put("answer", reply.kind().name());
        if (reply.promisedOn() != null) fields.put("by", reply.promisedOn().toString());
        return fields;
    }

    private static Map<String, Object> fields(UUID item, Heard heard, Reply reply) {
        var fields = fields(item, reply);
        fields.put("how", heard.way().name());
        fields.put("day", heard.on().toString());
        return fields;
    }

    private record Open(UUID id, UUID urgingId, UUID unitId) {}

    /**
     * Items about a task on which the unit has not said anything itself. What the office heard of it does not count: it may
     * be taken out again.
     */
    private static final String UNSAID = """
        from   urging u
        join   urging_item i on i.urging_id = u.id and i.subject_id = :task and i.unit_id = :unit
        where  u.unit_id = :unit and u.urged_at is not null
        and    not exists (select 1 from urging_answer a
                           where  a.item_id = i.id
                           and    not exists (select 1 from urging_heard h where h.answer_id = a.id))
        """;

    /** A report on the task is an answer of its unit; the report itself is what is recorded. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(TaskReported report) {
        var acts = jdbc.sql("select u.id " + UNSAID + " order by u.id for update of u")
                .param("task", report.task().value())
                .param("unit", report.unit().value())
                .query(UUID.class)
                .list();
        if (acts.isEmpty()) return;
        List<Open> open = jdbc.sql(
                        "select i.id, i.urging_id, i.unit_id " + UNSAID + " and u.id = any (:acts) order by i.id")
                .param("acts", acts.toArray(UUID[]::new))
                .param("task", report.task().value())
                .param("unit", report.unit().value())
                .query(Open.class)
                .list();
        for (var item : open) {
            add(
                    item.id(),
                    new Reply(Answer.REPORTED, "", null),
                    item.unitId(),
                    report.by().value(),
                    report.at());
            recount(item.urgingId(), item.id());
        }
    }

    private UUID add(UUID item, Reply reply, UUID unit, UUID account, OffsetDateTime at) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into urging_answer (id, item_id, kind, words, promised_on, unit_id, account_id, answered_at)
            values (:id, :item, :kind, :words, cast(:promised as date), :unit, :account, :at)
            """)
                .param("id", id)
                .param("item", item)
                .param("kind", reply.kind().name())
                .param("words", reply.words())
                .param("promised", reply.promisedOn())
                .param("unit", unit)
                .param("account", account)
                .param("at", at)
                .update();
        return id;
    }

    /**
     * When an item was first answered and what was said last, of the answers that count; and how many of its act are. Words
     * say more than a report, whichever came last.
     */
    private void recount(UUID urging, UUID item) {
        jdbc.sql("""
            update urging_item i
            set    answered_at = n.first, answer = n.last, promised_on = n.promised_on
            from  (select min(a.answered_at) as first,
                          (array_agg(a.kind order by a.kind = 'REPORTED', a.answered_at desc, a.id desc))[1] as last,
                          (array_agg(a.promised_on order by a.kind = 'REPORTED', a.answered_at desc, a.id desc))[1] as promised_on
                   from   urging_answer a
                   where  a.item_id = :item
                   and    not exists (select 1 from urging_answer_withdrawn w where w.answer_id = a.id)) n
            where  i.id = :item
            """).param("item", item).update();
        jdbc.sql("""
            update urging
            set    answered = (select count(answered_at) from urging_item where urging_id = :urging)
            where  id = :urging
            """).param("urging", urging).update();
    }
}
