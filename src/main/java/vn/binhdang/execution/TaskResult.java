package vn.binhdang.execution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.TaskId;

/**
 * What became of one task by the end of a period.
 *
 * @param number path of printed numbers ("II.1")
 * @param leadUnit null while nobody leads it
 * @param leadName the unit as it is called at the end of the period; the printed words where no unit is known
 * @param state as last reported before the end of the period
 * @param shareDone percent; null where none was given
 * @param doneOn the day the work was finished; null unless done
 * @param late open after its deadline at the end of the period, or done after it; a task due that very day is not late
 * @param notDoneReason why it was not done; empty unless it is NOT_DONE
 * @param noEvidenceReason why something done has no evidence; empty otherwise
 * @param progress what was reported within the period in its order, coordinating units included
 * @param evidence titles of what was added within the period and not taken back since
 */
public record TaskResult(
        TaskId id,
        @Nullable String number,
        String text,
        @Nullable UnitId leadUnit,
        String leadName,
        @Nullable LocalDate dueOn,
        @Nullable String expectedOutput,
        TaskState state,
        @Nullable Integer shareDone,
        @Nullable LocalDate doneOn,
        boolean late,
        String notDoneReason,
        String noEvidenceReason,
        List<Report> progress,
        List<String> evidence) {
    public TaskResult {
        progress = List.copyOf(progress);
        evidence = List.copyOf(evidence);
    }

    /**
     * @param state the one reported; of a coordinating unit the one it found
     * @param contribution words of a coordinating unit on its part
     */
    public record Report(
            String words,
            TaskState state,
            boolean contribution,
            UnitId unit,
            String unitName,
            String who,
            OffsetDateTime at) {}
}
