package vn.binhdang.plan.amendment;

import org.jspecify.annotations.Nullable;
import vn.binhdang.plan.PlanTask;

/**
 * What came between deciding on a task and the issue of the amendment. It is shown and decided again, never written over.
 */
enum Overtaken {
    NOTHING,
    /** another amendment took the task out */
    GONE,
    /** another amendment, or an event of its unit, changed what it says */
    CHANGED,
    /** it was reported as done, or as given up */
    CLOSED,
    /** it was closed, and has been taken up again */
    REOPENED;

    /**
     * @param now the task as the plan has it; null when it is not there any more
     * @param closedNow whether it is done or given up
     */
    static Overtaken of(Change change, @Nullable PlanTask now, boolean closedNow) {
        if (change.kind() == Change.Kind.ADD) return NOTHING;
        if (now == null) return GONE;
        if (!TaskTerms.of(now).equals(change.before())) return CHANGED;
        if (closedNow != change.closed()) return closedNow ? CLOSED : REOPENED;
        return NOTHING;
    }

    String messageKey() {
        return "plan.amendment.overtaken." + name();
    }
}
