package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * Tasks along their days, ready to print: the picture, and the same as a table.
 *
 * @param backHref the plan or the unit
 * @param previous the year before; empty for a plan
 * @param listed how many tasks, in words
 */
public record TimelinePage(
        String title,
        String backHref,
        String backWords,
        String calendarHref,
        List<CalendarHead.Link> years,
        String listed,
        TimelineDrawing drawing,
        List<Row> rows,
        String firstHref,
        String nextHref) {

    /**
     * @param rounds of what recurs, beside the one in hand: day and how it stands
     * @param editHref where it is said what it waits for; empty for who may not
     */
    public record Row(
            String href,
            String title,
            String lead,
            String start,
            String due,
            List<String> rounds,
            String stateMark,
            String stateWord,
            String urgencyWord,
            List<Before> before,
            String editHref) {}

    /** @param warning that the days of the two contradict each other; empty when they do not */
    public record Before(String title, String warning) {}
}
