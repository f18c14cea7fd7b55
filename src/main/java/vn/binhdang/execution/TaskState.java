package vn.binhdang.execution;

import java.util.Locale;

/** Where a task stands, as its unit last reported. Late and due soon follow from it and the day, and are not stored. */
public enum TaskState {
    NOT_STARTED,
    IN_PROGRESS,
    DONE,
    /** given up or prevented, with the reason reported */
    NOT_DONE;

    /** Somebody still has to work on it. */
    public boolean open() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }

    /** "in-progress": the last part of its style class. */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "execution.state." + name();
    }
}
