package vn.binhdang.execution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the deadline of an open task presses on a day. */
public enum Urgency {
    /** The deadline is over. A task due today is not late yet. */
    LATE,
    DUE_SOON,
    NONE;

    /** @param soonUntil last day that counts as soon */
    public static Urgency of(TaskState state, @Nullable LocalDate dueOn, LocalDate today, LocalDate soonUntil) {
        if (!state.open() || dueOn == null) return NONE;
        if (dueOn.isBefore(today)) return LATE;
        return dueOn.isAfter(soonUntil) ? NONE : DUE_SOON;
    }

    public String messageKey() {
        return "execution.urgency." + name();
    }
}
