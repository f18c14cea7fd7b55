package vn.binhdang.execution.running;

/**
 * A plan that is not issued yet: where it stands and where to go on.
 * @param editHref empty for who does not write
 * @param passDownHref for a superior's document that was brought in; else empty
 */
public record DraftPlanPage(
        String title,
        String stateMark,
        String stateWord,
        String planHref,
        String documentHref,
        String editHref,
        String passDownHref) {}
