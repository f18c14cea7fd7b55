package vn.binhdang.execution.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.execution.PlanActivation;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.TaskId;

/** Finds one task for those who may see it. */
@Component
class RunningTasks {
    private final JdbcClient jdbc;
    private final PlanActivation activation;

    RunningTasks(JdbcClient jdbc, PlanActivation activation) {
        this.jdbc = jdbc;
        this.activation = activation;
    }

    /** @throws NotVisible when it is absent, in another plan, or its plan is out of the actor's scope */
    RunningTask find(Actor actor, PlanId plan, TaskId id) {
        return jdbc.sql("""
            select t.*, p.line_from,
                   array(select c.unit_id from plan_task_coordinating c where c.task_id = t.id order by c.position)
                       as coordinating_units,
                   array(select c.printed from plan_task_coordinating c where c.task_id = t.id order by c.position)
                       as coordinating_printed,
                   in_reach(t.lead_unit_id, :reportWhole, :reportOnly, current_date) as leads,
                   t.agency_id = any (:followWhole)
                       or in_reach(t.lead_unit_id, :followWhole, :followOnly, current_date) as follows,
                   (select c.unit_id from plan_task_coordinating c
                    where  c.task_id = t.id and in_reach(c.unit_id, :reportWhole, :reportOnly, current_date)
                    order  by c.unit_id = :unit desc, c.position limit 1) as helping_unit_id
            from   running_task t
            join   plan_task p on p.id = t.id
            join   outgoing_document d on d.id = t.plan_id
            where  t.id = :id and t.plan_id = :plan and
            """ + OutgoingDocuments.VISIBLE)
                .param("id", id.value())
                .param("plan", plan.value())
                .params(OutgoingDocuments.visibleTo(actor))
                .params(reach(actor))
                .param("unit", actor.unit().value())
                .query((rs, i) -> new RunningTask(
                        id,
                        plan,
                        DocumentState.valueOf(rs.getString("plan_state")),
                        rs.getString("plan_subject"),
                        rs.getString("number"),
                        rs.getString("text"),
                        unit(rs.getObject("lead_unit_id", UUID.class)),
                        rs.getString("lead_printed"),
                        coordinating(rs),
                        rs.getObject("start_on", LocalDate.class),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("due_text"),
                        rs.getString("no_due_reason"),
                        rs.getString("recurrence"),
                        rs.getString("expected_output"),
                        (Integer) rs.getObject("line_from"),
                        TaskState.valueOf(rs.getString("state")),
                        (Integer) rs.getObject("share_done"),
                        rs.getString("words"),
                        rs.getInt("version"),
                        rs.getObject("changed_at", OffsetDateTime.class),
                        rs.getObject("done_on", LocalDate.class),
                        rs.getString("no_evidence_reason"),
                        rounds(rs),
                        part(rs),
                        unit(rs.getObject(
                                part(rs) == Part.COORDINATING ? "helping_unit_id" : "lead_unit_id", UUID.class))))
                .optional()
                .orElseThrow(() -> new NotVisible("task " + id));
    }

    /** Where the actor reports, and where they follow up. */
    static Map<String, Object> reach(Actor actor) {
        var report = actor.reach(Action.REPORT_TASKS);
        var follow = actor.reach(Action.FOLLOW_UP_TASKS);
        return Map.of(
                "reportWhole", report.wholeIds(),
                "reportOnly", report.onlyIds(),
                "followWhole", follow.wholeIds(),
                "followOnly", follow.onlyIds());
    }

    private static Part part(ResultSet rs) throws SQLException {
        if (rs.getBoolean("leads")) return Part.LEAD;
        if (rs.getBoolean("follows")) return Part.OFFICE;
        return rs.getObject("helping_unit_id") == null ? Part.NONE : Part.COORDINATING;
    }

    /** The same, with its status held until the transaction ends: reports on one task come one after another. */
    @Transactional(propagation = Propagation.MANDATORY)
    RunningTask lock(Actor actor, PlanId plan, TaskId id) {
        if (!held(id)) {
            // The event of the issue was lost, as when the program stopped right after it.
            activation.activate(plan);
            held(id);
        }
        return find(actor, plan, id);
    }

    /**
     * The task of a plan that runs, for one who has a part in it; held until the transaction ends.
     * @throws NotVisible when it is absent, out of scope or of other units
     * @throws Refused when the plan does not run (any more)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    RunningTask lockToWork(Actor actor, PlanId plan, TaskId id) {
        var found = find(actor, plan, id);
        found.part().mustReport();
        found.mustRun();
        return lock(actor, plan, id);
    }

    private boolean held(TaskId id) {
        return jdbc.sql("select 1 from task_status where task_id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static List<CoordinatingUnit> coordinating(ResultSet rs) throws SQLException {
        var units = (UUID[]) rs.getArray("coordinating_units").getArray();
        var printed = (String[]) rs.getArray("coordinating_printed").getArray();
        return IntStream.range(0, units.length)
                .mapToObj(i -> new CoordinatingUnit(unit(units[i]), printed[i]))
                .toList();
    }

    private static List<Round> rounds(ResultSet rs) throws SQLException {
        var startOn = rs.getObject("start_on", LocalDate.class);
        return Round.of(
                rs.getString("recurrence"),
                rs.getInt("plan_year"),
                startOn == null ? rs.getObject("plan_issued_on", LocalDate.class) : startOn,
                rs.getObject("planned_due_on", LocalDate.class));
    }

    private static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
