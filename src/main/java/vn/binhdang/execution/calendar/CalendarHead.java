package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * What stands above every page of the calendar.
 *
 * @param path of the page itself, to which the form of the filter goes
 * @param todayHref where today is; empty when it is shown
 * @param unit as typed, or the name of the one that is shown
 * @param unitUnknown why the unit that was typed is not known; empty when it is
 * @param plan its subject when only its days are shown; else empty
 * @param allPlansHref the same without the plan; empty when no plan was chosen
 */
public record CalendarHead(
        String title,
        String path,
        List<Link> views,
        Link previous,
        Link next,
        String todayHref,
        List<Choice> whose,
        String unit,
        String unitUnknown,
        String plan,
        String planHref,
        String planId,
        String allPlansHref,
        String sheetHref) {

    public record Link(String href, String words, boolean current) {}

    public record Choice(String value, String words, boolean chosen) {}
}
