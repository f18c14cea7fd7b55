package vn.binhdang.plan.drafting;

import java.util.List;

/**
 * What becomes of each task of a plan in the plan of the next year.
 *
 * @param action where the choices are sent
 * @param done what was just done, in words; may be empty
 * @param mistake at the year; empty without one
 * @param undecided unfinished tasks for which nothing was chosen, in words; empty when all are
 * @param written plans that were begun from this one before
 * @param many whether one choice is offered for all unfinished tasks that are not chosen one by one
 * @param rest that choice; empty when each is asked for
 */
public record NextPlanPage(
        String planHref,
        String action,
        String subject,
        String done,
        String year,
        String mistake,
        String undecided,
        List<Written> written,
        boolean many,
        String rest,
        List<Task> unfinished,
        List<Task> finished) {

    /**
     * @param field name of its choices
     * @param due as a day; empty without one
     * @param chosen "AGAIN", "CARRIED", "LEFT" or empty
     * @param missing it was sent without a choice
     */
    public record Task(
            String field, String name, String text, String state, String due, String chosen, boolean missing) {}

    /** @param withdrawAction takes a draft back in which nothing was written yet; else empty */
    public record Written(String href, String words, String stateMark, String stateWord, String withdrawAction) {}
}
