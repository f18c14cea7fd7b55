package vn.binhdang.execution;

import java.util.List;
import java.util.Locale;

/** Where a task stands, as its unit last reported. Late and due soon follow from it and the day, and are not stored. */
public enum TaskState {
    NOT_STARTED,
    IN_PROGRESS,
    DONE,
    /** given up or prevented, with the reason reported */
    NOT_DONE,
    /** an amendment took it out of its plan; nobody reports that, and nothing leads out of it */
    DROPPED;

    /** Those that a unit may report. */
    public static final List<TaskState> REPORTED = List.of(NOT_STARTED, IN_PROGRESS, DONE, NOT_DONE);

    /** Somebody still has to work on it. */
    public boolean open() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }

    /** How a step from one state to another is taken. */
    public enum Step {
        FREE,
        /** what was closed is taken up again, or what began is said not to have begun */
        WITH_REASON,
        REFUSED
    }

    /**
     * The one place that knows which step is possible: for a task, the part of a coordinating unit, a round and a
     * sub-task. What is closed is first taken up again, with the reason, before it becomes anything else.
     */
    public Step stepTo(TaskState next) {
        if (this == DROPPED || next == DROPPED) return Step.REFUSED;
        if (next == this) return Step.FREE;
        return switch (this) {
            case NOT_STARTED -> next == NOT_DONE ? Step.WITH_REASON : Step.FREE;
            case IN_PROGRESS -> next == DONE ? Step.FREE : Step.WITH_REASON;
            case DONE, NOT_DONE -> next == IN_PROGRESS ? Step.WITH_REASON : Step.REFUSED;
            case DROPPED -> Step.REFUSED;
        };
    }

    /** "in-progress": the last part of its style class. */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "execution.state." + name();
    }
}
