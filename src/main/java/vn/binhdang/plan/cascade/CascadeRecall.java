package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DraftsForOthers;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TasksAtWork;
import vn.binhdang.plan.cascade.CascadeRows.State;

/** Takes a cascade back as a whole, while nobody below has done anything with it; also while it is still under way. */
@Component
class CascadeRecall {
    private final Cascades cascades;
    private final DraftsForOthers drafts;
    private final ObjectProvider<TasksAtWork> work;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CascadeRecall(
            Cascades cascades,
            DraftsForOthers drafts,
            ObjectProvider<TasksAtWork> work,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.cascades = cascades;
        this.drafts = drafts;
        this.work = work;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused when something rests on it; the sentence says what */
    @Transactional
    public void recall(Actor actor, CascadeId id, String reason) {
        var cascade = cascades.own(actor, id);
        if (cascade.state() == State.RECALLED) throw new Refused("plan.cascade.refused.recalledBefore");
        String why = Typed.line(reason);
        if (why.isEmpty()) throw new Refused("plan.cascade.refused.noReason");
        // Nobody confirms or reports in the meantime: they wait for these rows.
        jdbc.sql("select id from plan_addressee where cascade_id = :id order by id for update")
                .param("id", id.value())
                .query(UUID.class)
                .list();
        int answered = count(id, "a.confirmed_at is not null or a.started_on is not null or a.reported_on is not null");
        if (answered > 0) throw new Refused("plan.cascade.refused.answered", answered);
        if (count(id, "a.handed_over_on is not null") > 0) throw new Refused("plan.cascade.refused.handedOver");
        int passedOn = count(
                id,
                "not a.inside and exists (select 1 from plan_cascade c where c.plan_id = a.plan_id"
                        + " and c.state <> 'RECALLED')");
        if (passedOn > 0) throw new Refused("plan.cascade.refused.passedOn", passedOn);
        withdrawDrafts(id);
        withdrawTasks(id);
        jdbc.sql("""
            update plan_cascade set state = 'RECALLED', ended_at = :now, recalled_by = :by, recall_reason = :why
            where  id = :id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.account().value())
                .param("why", why)
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "plan.cascade.recall",
                id.value(),
                Map.of("addressees", count(id, "true"), "made", count(id, "a.made_at is not null")));
    }

    private void withdrawDrafts(CascadeId id) {
        var made = jdbc
                .sql("select plan_id from plan_addressee where cascade_id = :id and not inside and plan_id is not null")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(DocumentId::new)
                .toList();
        int touched = made.size() - drafts.withdraw(made);
        if (touched > 0) throw new Refused("plan.cascade.refused.edited", touched);
    }

    private void withdrawTasks(CascadeId id) {
        List<TaskId> tasks = jdbc.sql("""
            select t.id from plan_task t join plan_addressee a on a.id = t.addressee_id
            where  a.cascade_id = :id and a.inside
            """).param("id", id.value()).query(UUID.class).list().stream()
                .map(TaskId::new)
                .toList();
        if (tasks.isEmpty()) return;
        for (var atWork : work) {
            int begun = atWork.begun(tasks).size();
            if (begun > 0) throw new Refused("plan.cascade.refused.begun", begun);
        }
        work.forEach(atWork -> atWork.withdrawn(tasks));
        jdbc.sql("delete from plan_task where id = any (cast(:tasks as uuid[]))")
                .param("tasks", tasks.stream().map(TaskId::value).toArray(UUID[]::new))
                .update();
    }

    private int count(CascadeId id, String which) {
        return jdbc.sql("select count(*) from plan_addressee a where a.cascade_id = :id and (" + which + ")")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
