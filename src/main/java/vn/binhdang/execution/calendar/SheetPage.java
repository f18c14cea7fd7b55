package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * The tasks of a year or a plan by month, for one sheet of A3.
 *
 * @param size "large", "medium" or "small"
 * @param whose the plan, the unit or the agency
 * @param notAll that there are more than can be printed at once; empty when there are not
 */
public record SheetPage(
        String title,
        String whose,
        String printedOn,
        String found,
        String notAll,
        String backHref,
        String size,
        List<Sheet> sheets) {

    /** @param further on which sheets the rest stands, in words; empty on the last */
    public record Sheet(String number, String further, List<Group> groups) {}

    public record Group(String heading, List<Entry> entries) {}

    public record Entry(String text, String facts) {}
}
