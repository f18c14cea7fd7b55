package vn.binhdang.plan.graph;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;

/**
 * One document that a plan is tied to.
 * @param href where the own document is read; empty for one of another agency
 * @param warning what is wrong with resting on it; null when nothing is known
 */
record Tie(
        Relation relation,
        String printed,
        String subject,
        String href,
        @Nullable Finding warning) {

    /** What the other document is to the plan. Those before {@link #REPLACED_BY} are older than it. */
    enum Relation {
        BASIS,
        CITED,
        PASSED_DOWN_FROM,
        WRITTEN_AFTER,
        REPLACES,
        REPLACED_BY,
        CORRECTED_BY,
        AMENDED_BY,
        TAKEN_BACK_BY,
        FOLLOWED_BY,
        RESTS_ON_IT,
        PASSED_DOWN_TO;

        boolean older() {
            return ordinal() < REPLACED_BY.ordinal();
        }

        String messageKey() {
            return "plan.graph.relation." + name();
        }
    }
}
