package vn.binhdang.execution.running;

import java.util.List;

/**
 * A plan at work, ready to print.
 * @param ended why it takes no more reports; empty while it runs
 * @param passDownHref where it is passed down; empty for who may not
 * @param standing what it cites that is no longer in force
 * @param amended documents that amended it since, the latest first
 * @param found how many tasks the filter finds, in words
 * @param nextHref next page of the list; empty on the last
 * @param firstHref first page of the list; empty on it
 */
public record RunningPlanPage(
        String path,
        String title,
        String numberAndDay,
        String stateMark,
        String stateWord,
        String ended,
        List<String> standing,
        List<Amended> amended,
        String documentHref,
        String passDownHref,
        boolean mayWrite,
        List<Figure> figures,
        String view,
        String words,
        List<Choice> units,
        List<Choice> states,
        List<Choice> groups,
        List<Choice> sorts,
        boolean filtered,
        String found,
        String listHref,
        String boardHref,
        String printHref,
        String calendarHref,
        String printedOn,
        List<Group> groupsOfRows,
        String firstHref,
        String nextHref) {

    /** A document that amended it, in words. */
    public record Amended(String href, String words) {}

    /** @param mark "late", "soon", "done" or empty: helps the number that needs an eye */
    public record Figure(String mark, String number, String label, String href) {}

    public record Choice(String value, String word, boolean chosen) {}

    /**
     * @param heading empty when rows are not grouped
     * @param moreHref the whole column as a list, when the board shows only its beginning; else empty
     */
    public record Group(String mark, String heading, String size, List<Row> rows, String moreHref) {}

    /**
     * @param urgency "late", "soon" or empty
     * @param due as a day, or the words of the plan
     */
    public record Row(
            String href,
            String number,
            String text,
            String lead,
            String due,
            String stateMark,
            String stateWord,
            String share,
            String urgency,
            String urgencyWord,
            String changed) {}
}
