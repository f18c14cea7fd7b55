package vn.binhdang.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Lines;
import vn.binhdang.kernel.UnitId;

/**
 * A task of a plan: one lead, any number of coordinating units, a deadline or the reason why there is none.
 *
 * @param number path of printed numbers ("II.1")
 * @param leadUnit null while nobody leads it, or the printed words are not matched to a unit
 * @param leadPrinted the words of the document, kept as they stand
 * @param noDueReason why it has no due date
 * @param lines place in the imported source; null for a task written here
 * @param version counts its changes; a change made on an older version is refused, not merged silently
 */
public record PlanTask(
        TaskId id,
        PlanId plan,
        int position,
        @Nullable String number,
        String text,
        @Nullable UnitId leadUnit,
        @Nullable String leadPrinted,
        List<CoordinatingUnit> coordinating,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String dueText,
        @Nullable String noDueReason,
        @Nullable String recurrence,
        @Nullable String expectedOutput,
        @Nullable Lines lines,
        int version) {

    /** @param unit null while the printed words are not matched */
    public record CoordinatingUnit(@Nullable UnitId unit, String printed) {}

    public PlanTask {
        coordinating = List.copyOf(coordinating);
    }
}
