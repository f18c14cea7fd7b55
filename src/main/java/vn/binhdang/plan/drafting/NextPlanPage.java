package vn.binhdang.plan.drafting;

import java.util.List;

/**
 * What becomes of each task of a plan in the plan of the next year.
 *
 * @param action where the choices are sent
 * @param mistake at the year; empty without one
 * @param undecided unfinished tasks for which nothing was chosen, in words; empty when all are
 */
public record NextPlanPage(
        String planHref,
        String action,
        String subject,
        String year,
        String mistake,
        String undecided,
        List<Task> unfinished,
        List<Task> finished) {

    /**
     * @param field name of its choices
     * @param due as a day; empty without one
     * @param chosen "AGAIN", "CARRIED", "LEFT" or empty
     */
    public record Task(String field, String name, String text, String state, String due, String chosen) {}
}
