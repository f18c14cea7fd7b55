package vn.binhdang.plan.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;

/** Tasks that a plan carries on from an older one, and those of it that a newer one carries on. */
@Component
class CarriedOver {
    private final JdbcClient jdbc;

    CarriedOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param issued whether the newer plan is
     * @param text of the newer task
     * @param otherSubject of the plan at the other end
     */
    record Carried(
            UUID taskId,
            UUID planId,
            boolean issued,
            UUID fromTaskId,
            UUID fromPlanId,
            String text,
            String otherSubject,
            String state,
            @Nullable LocalDate dueOn) {}

    /** Only where the actor may read the newer plan too. The plan was found for the actor before. */
    List<Carried> of(Actor actor, Plan plan) {
        return jdbc.sql("""
            select c.task_id, t.plan_id, d.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') as issued, c.from_task_id,
                   c.from_plan_id, t.text, case when t.plan_id = :plan then o.subject else d.subject end as other_subject,
                   c.state, c.due_on
            from   plan_task_carried c
            join   plan_task t on t.id = c.task_id
            join   outgoing_document d on d.id = t.plan_id
            join   outgoing_document o on o.id = c.from_plan_id
            where  (c.from_plan_id = :plan or t.plan_id = :plan) and %s
            order  by d.id, t.position
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("plan", plan.id().value())
                .query(Carried.class)
                .list();
    }
}
