package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** The tasks of a pilot. */
@Component
class PilotTasks {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final AuditTrail audit;

    PilotTasks(JdbcClient jdbc, Initiatives initiatives, AuditTrail audit) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.audit = audit;
    }

    record PilotTask(
            UUID id,
            String title,
            UUID unitId,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    List<PilotTask> of(InitiativeId id) {
        return jdbc.sql("select id, title, unit_id, due_on, done_on from initiative_task where initiative_id = :id"
                        + " order by no")
                .param("id", id.value())
                .query(PilotTask.class)
                .list();
    }

    @Transactional
    public void add(Actor actor, InitiativeId id, String title, UnitId unit, LocalDate due) {
        initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var task = PilotTaskId.create();
        insert(task, id, initiatives.next("initiative_task", id), title, unit.value(), due);
        audit.record(actor, "execution.initiative.addTask", id.value(), Map.of("task", task.toString()));
    }

    void insert(PilotTaskId task, InitiativeId id, int no, String title, UUID unit, LocalDate due) {
        jdbc.sql("""
            insert into initiative_task (id, initiative_id, no, title, unit_id, due_on) values (:task, :id, :no, :title, :unit, :due)
            """)
                .param("task", task.value())
                .param("id", id.value())
                .param("no", no)
                .param("title", title)
                .param("unit", unit)
                .param("due", due)
                .update();
    }

    /** Says that a task is done, or takes that back. */
    @Transactional
    public void done(Actor actor, InitiativeId id, PilotTaskId task, boolean done) {
        initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        int changed = jdbc.sql("""
            update initiative_task set done_on = :day
            where  id = :task and initiative_id = :id and (done_on is null) = :open
            """)
                .param("day", done ? initiatives.today() : null)
                .param("task", task.value())
                .param("id", id.value())
                .param("open", done)
                .update();
        if (changed == 0) {
            if (of(id).stream().noneMatch(one -> one.id().equals(task.value()))) throw new NotVisible("task " + task);
            throw new Refused("execution.initiative.refused.already");
        }
        audit.record(
                actor,
                done ? "execution.initiative.doTask" : "execution.initiative.reopenTask",
                id.value(),
                Map.of("task", task.toString()));
    }
}
