package vn.binhdang.execution;

import java.time.LocalDate;
import java.util.List;
import vn.binhdang.plan.PlanId;

/**
 * What became of a plan in a period.
 * @param to the day after its last day
 * @param tasks all tasks of the plan in its order, also those of which nothing was heard
 */
public record PlanResults(PlanId plan, LocalDate from, LocalDate to, List<TaskResult> tasks, Totals totals) {
    public PlanResults {
        tasks = List.copyOf(tasks);
    }

    /**
     * Counts at the end of the period; the four states add up to all.
     * @param late open after the deadline; what was done late is in {@code doneLate}
     * @param evidence added within the period
     */
    public record Totals(
            int tasks,
            int done,
            int inProgress,
            int notStarted,
            int notDone,
            int late,
            int doneLate,
            int withoutLead,
            int evidence) {

        static Totals of(List<TaskResult> tasks) {
            int done = 0, inProgress = 0, notStarted = 0, notDone = 0, late = 0, doneLate = 0, withoutLead = 0;
            int evidence = 0;
            for (var task : tasks) {
                switch (task.state()) {
                    case DONE -> done++;
                    case IN_PROGRESS -> inProgress++;
                    case NOT_STARTED -> notStarted++;
                    case NOT_DONE -> notDone++;
                    // No task of the plan any more; the plan as of the period does not have it.
                    case DROPPED -> {}
                }
                if (task.late() && task.state() == TaskState.DONE) doneLate++;
                else if (task.late()) late++;
                if (task.leadUnit() == null) withoutLead++;
                evidence += task.evidence().size();
            }
            return new Totals(
                    tasks.size(), done, inProgress, notStarted, notDone, late, doneLate, withoutLead, evidence);
        }
    }
}
