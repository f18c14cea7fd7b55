package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;

/** The tasks of a draft plan in the database. Positions run from 0 without gaps. */
@Component
class TaskRows {
    private final JdbcClient jdbc;
    private final Plans plans;

    TaskRows(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    List<PlanTask> of(Plan plan) {
        return plans.tasksOf(plan);
    }

    Optional<PlanTask> find(Plan plan, TaskId id) {
        return of(plan).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** Stores a task that has gone from one version to the next. */
    void update(PlanTask task) {
        int changed = jdbc.sql("""
            update plan_task
            set    number = :number, text = :text, lead_unit_id = :lead, lead_printed = :leadPrinted,
                   start_on = :start, due_on = :due, due_text = :dueText, no_due_reason = :noDueReason,
                   recurrence = :recurrence, expected_output = :output, line_from = :from, line_to = :to,
                   version = :version
            where  id = :id and plan_id = :plan
            """)
                .param("number", task.number())
                .param("text", task.text())
                .param("lead", task.leadUnit() == null ? null : task.leadUnit().value(), java.sql.Types.OTHER)
                .param("leadPrinted", task.leadPrinted())
                .param("start", task.startOn(), java.sql.Types.DATE)
                .param("due", task.dueOn(), java.sql.Types.DATE)
                .param("dueText", task.dueText())
                .param("noDueReason", task.noDueReason())
                .param("recurrence", task.recurrence())
                .param("output", task.expectedOutput())
                .param("from", task.lines() == null ? null : task.lines().from(), java.sql.Types.INTEGER)
                .param("to", task.lines() == null ? null : task.lines().to(), java.sql.Types.INTEGER)
                .param("version", task.version())
                .param("id", task.id().value())
                .param("plan", task.plan().value())
                .update();
        if (changed == 0) throw new NotVisible("task " + task.id());
        jdbc.sql("delete from plan_task_coordinating where task_id = :task")
                .param("task", task.id().value())
                .update();
        for (int i = 0; i < task.coordinating().size(); i++) {
            var unit = task.coordinating().get(i);
            jdbc.sql("insert into plan_task_coordinating values (:task, :position, :unit, :printed)")
                    .param("task", task.id().value())
                    .param("position", i)
                    .param("unit", unit.unit() == null ? null : unit.unit().value(), java.sql.Types.OTHER)
                    .param("printed", unit.printed())
                    .update();
        }
    }

    /** Puts a task at its position; those from there on move down. */
    void insert(PlanTask task) {
        shift(task.plan(), task.position(), 1);
        jdbc.sql("insert into plan_task (id, plan_id, position, text, version) values (:id, :plan, :position, '', 1)")
                .param("id", task.id().value())
                .param("plan", task.plan().value())
                .param("position", task.position())
                .update();
        update(task);
    }

    /** Takes a task out; those after it move up. */
    void remove(PlanTask task) {
        jdbc.sql("delete from plan_task where id = :id and plan_id = :plan")
                .param("id", task.id().value())
                .param("plan", task.plan().value())
                .update();
        shift(task.plan(), task.position() + 1, -1);
    }

    void place(PlanTask task, int position) {
        jdbc.sql("update plan_task set position = :position where id = :id and plan_id = :plan")
                .param("position", position)
                .param("id", task.id().value())
                .param("plan", task.plan().value())
                .update();
    }

    private void shift(PlanId plan, int from, int by) {
        jdbc.sql("update plan_task set position = position + :by where plan_id = :plan and position >= :from")
                .param("by", by)
                .param("plan", plan.value())
                .param("from", from)
                .update();
    }
}
