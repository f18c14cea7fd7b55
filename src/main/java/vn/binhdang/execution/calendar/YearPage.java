package vn.binhdang.execution.calendar;

import java.util.List;

/** The months of a year, ready to print. */
public record YearPage(CalendarHead head, List<Month> months, String found) {

    /** @param late how many are late, in words; empty when none is */
    public record Month(String href, String name, String all, String late, String closed, boolean now) {}
}
