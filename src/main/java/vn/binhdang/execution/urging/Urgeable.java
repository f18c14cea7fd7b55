package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.TaskState;

/**
 * An open task for which somebody may urge.
 * @param agency whose plan it is of
 * @param leadUnit null while nobody leads it: then there is nobody to urge
 * @param urgedOn the last day on which its unit was urged for it
 * @param letter a letter about it is being prepared
 */
record Urgeable(
        UUID id,
        UUID planId,
        String planSubject,
        UUID agency,
        @Nullable String number,
        String text,
        @Nullable UUID leadUnit,
        @Nullable String leadPrinted,
        @Nullable LocalDate dueOn,
        TaskState state,
        @Nullable Integer shareDone,
        @Nullable LocalDate urgedOn,
        boolean letter) {
    String label() {
        return number == null || number.isEmpty() ? text : number + ". " + text;
    }
}
