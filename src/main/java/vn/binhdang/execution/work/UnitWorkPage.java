package vn.binhdang.execution.work;

import java.util.List;

/**
 * The work of one unit, ready to print.
 * @param unitHref its place on the map of units
 * @param allLedHref where all that it leads is listed; empty when everything is shown
 * @param firstHref where it begins, on a page of further parts: only these are shown there; empty on the first
 * @param nextHref where further parts are shown; empty when there are none
 */
public record UnitWorkPage(
        String name,
        String unitHref,
        String timelineHref,
        String calendarHref,
        List<Figure> figures,
        List<WorkPage.Line> led,
        String allLedHref,
        List<WorkPage.Line> parts,
        String firstHref,
        String nextHref) {
    public record Figure(String label, int value, boolean bad) {}
}
