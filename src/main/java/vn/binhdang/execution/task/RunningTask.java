package vn.binhdang.execution.task;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.TaskId;

/**
 * A task with where it stands.
 * @param version number of the last report of its lead; 0 before the first
 * @param words of that report
 * @param dueOn the deadline that presses: of what recurs, that of its first open round
 * @param rounds of a task that recurs, in the order of their days; empty for every other
 * @param part what the person for whom it was found has to do with it
 * @param reportingUnit for which they report: the unit in charge, or the own one that helps; null where there is none
 * @param sourceLine where it stands in the document brought in; null for a task written here
 */
record RunningTask(
        TaskId id,
        PlanId plan,
        DocumentState planState,
        String planSubject,
        @Nullable String number,
        String text,
        @Nullable UnitId leadUnit,
        @Nullable String leadPrinted,
        List<PlanTask.CoordinatingUnit> coordinating,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String dueText,
        @Nullable String noDueReason,
        @Nullable String recurrence,
        @Nullable String expectedOutput,
        @Nullable Integer sourceLine,
        TaskState state,
        @Nullable Integer shareDone,
        String words,
        int version,
        @Nullable OffsetDateTime changedAt,
        @Nullable LocalDate doneOn,
        @Nullable String noEvidenceReason,
        List<Round> rounds,
        Part part,
        @Nullable UnitId reportingUnit) {

    String href() {
        return "/plans/" + plan + "/tasks/" + id;
    }

    boolean recurs() {
        return !rounds.isEmpty();
    }

    boolean runs() {
        return planState == DocumentState.ISSUED && state != TaskState.DROPPED;
    }

    /** @throws Refused when the plan is not issued yet, was replaced or recalled, or an amendment took the task out */
    void mustRun() {
        if (!runs()) throw new Refused(whyNot(), planSubject);
    }

    /** The sentence that says why nothing can be reported; it names the plan. */
    String whyNot() {
        return "execution.refused." + (planState == DocumentState.ISSUED ? state.name() : planState.name());
    }

    /** What the title of a window holds: number and the beginning of the text. */
    String heading() {
        return (number == null ? "" : number + ". ") + beginning();
    }

    private String beginning() {
        if (text.length() <= 60) return text;
        int blank = text.lastIndexOf(' ', 60);
        return text.substring(0, blank < 20 ? 60 : blank) + "…";
    }
}
