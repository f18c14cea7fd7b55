package vn.binhdang.plan.drafting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;

/** The draft that will stand in the place of an issued plan whose content was wrong: the same words, the same tasks. */
@Component
class PlanReplacement {
    private final Plans plans;
    private final TaskRows rows;

    PlanReplacement(Plans plans, TaskRows rows) {
        this.plans = plans;
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    DocumentId write(Actor actor, Plan issued, AdministrativeDocument words) {
        var id = plans.create(actor, words, issued.document().year(), null, null, issued.id().document());
        for (PlanTask task : plans.tasksOf(issued)) rows.insert(copy(id, task));
        return id.document();
    }

    private static PlanTask copy(PlanId plan, PlanTask task) {
        return new PlanTask(
                TaskId.create(),
                plan,
                task.position(),
                task.number(),
                task.text(),
                task.leadUnit(),
                task.leadPrinted(),
                task.coordinating(),
                task.startOn(),
                task.dueOn(),
                task.dueText(),
                task.noDueReason(),
                task.recurrence(),
                task.expectedOutput(),
                task.lines(),
                1);
    }
}
