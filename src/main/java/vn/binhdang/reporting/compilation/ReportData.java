package vn.binhdang.reporting.compilation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.execution.TaskState;

/**
 * Everything the text of a report is made of, as it was known when it was compiled. Kept with the report, so that a
 * figure can be followed back years later, when tasks, names and evidence have gone on.
 *
 * @param label the period as the report names it: "6 tháng đầu năm 2024"
 * @param from first day
 * @param to last day
 * @param asOf what is said of the tasks holds for this day: the last of the window, or the day of compiling before that
 * @param documents issued in the window
 */
public record ReportData(
        String label,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        Agency agency,
        PlanFacts plan,
        List<TaskFacts> tasks,
        List<IssuedDocument> documents) {
    public ReportData {
        tasks = List.copyOf(tasks);
        documents = List.copyOf(documents);
    }

    /** @param name in full, as printed in a sentence */
    public record Agency(String name) {}

    /** @param title how the plan is named in a sentence: "Kế hoạch số 05/KH-SKHCN" */
    public record PlanFacts(String title) {}

    /**
     * @param lead empty while nobody leads it
     * @param coordinating as the plan prints them
     * @param late open after its deadline, or done after it
     * @param notDoneReason and noEvidenceReason in the unit's words; empty where there is none
     * @param evidence titles
     */
    public record TaskFacts(
            UUID id,
            @Nullable String number,
            String text,
            String lead,
            List<String> coordinating,
            @Nullable LocalDate dueOn,
            TaskState state,
            @Nullable Integer shareDone,
            @Nullable LocalDate doneOn,
            boolean late,
            String notDoneReason,
            String noEvidenceReason,
            List<Said> said,
            List<String> evidence) {
        public TaskFacts {
            coordinating = List.copyOf(coordinating);
            said = List.copyOf(said);
            evidence = List.copyOf(evidence);
        }

        boolean done() {
            return state == TaskState.DONE;
        }

        /** Something was promised for a day and not kept: what section III has to speak of. */
        public boolean wanting() {
            return late || state == TaskState.NOT_DONE;
        }

        /** Nothing was reported of it, which is not the same as a unit that says "not begun". */
        public boolean unheard() {
            return state == TaskState.NOT_STARTED && said.isEmpty();
        }
    }

    /** What a unit reported in the window. People are not named in a report. */
    public record Said(String unit, LocalDate day, String words) {}

    ReportData asOf(LocalDate day) {
        return new ReportData(label, from, to, day, agency, plan, tasks, documents);
    }

    public Totals totals() {
        return Totals.of(tasks);
    }

    /**
     * The states add up to all tasks.
     * @param notStarted as their units say
     * @param unheard of which nothing was reported in the window
     * @param inTime done by their deadline; a task without deadline is in neither {@code inTime} nor {@code doneLate}
     * @param overdue still open after their deadline
     */
    public record Totals(
            int tasks,
            int done,
            int inProgress,
            int notStarted,
            int unheard,
            int notDone,
            int inTime,
            int doneLate,
            int overdue,
            int evidence) {
        static Totals of(List<TaskFacts> tasks) {
            return new Totals(
                    tasks.size(),
                    count(tasks, t -> t.state() == TaskState.DONE),
                    count(tasks, t -> t.state() == TaskState.IN_PROGRESS),
                    count(tasks, t -> t.state() == TaskState.NOT_STARTED && !t.unheard()),
                    count(tasks, TaskFacts::unheard),
                    count(tasks, t -> t.state() == TaskState.NOT_DONE),
                    count(tasks, t -> t.done() && !t.late() && t.dueOn() != null),
                    count(tasks, t -> t.done() && t.late()),
                    count(tasks, t -> t.state().open() && t.late()),
                    tasks.stream().mapToInt(t -> t.evidence().size()).sum());
        }

        private static int count(List<TaskFacts> tasks, java.util.function.Predicate<TaskFacts> which) {
            return (int) tasks.stream().filter(which).count();
        }
    }
}
