package vn.binhdang.execution.work;

import java.util.List;

/**
 * The work of one unit, ready to print.
 * @param unitHref its place on the map of units
 * @param more where all that is late of it is listed; empty when everything is shown
 */
public record UnitWorkPage(
        String name,
        String unitHref,
        String timelineHref,
        String calendarHref,
        List<Figure> figures,
        List<WorkPage.Line> led,
        List<WorkPage.Line> parts,
        String more) {
    public record Figure(String label, int value, boolean bad) {}
}
