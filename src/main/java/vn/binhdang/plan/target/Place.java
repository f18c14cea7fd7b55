package vn.binhdang.plan.target;

import java.util.UUID;

/**
 * What serves a target of a strategy: a purpose, a target that the plan sets itself, or a task.
 * @param label as people call it: "I.1 b)", "II.3"; empty when it has no number
 */
record Place(UUID id, Kind kind, String label, String text) {
    enum Kind {
        PURPOSE,
        TARGET,
        TASK
    }

    /** It stands in the words of the plan and waits for tasks. */
    boolean purpose() {
        return kind != Kind.TASK;
    }
}
