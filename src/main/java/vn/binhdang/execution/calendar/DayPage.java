package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * Everything of one day.
 * @param holiday empty on an ordinary day
 */
public record DayPage(
        CalendarHead head,
        String holiday,
        String found,
        List<CalendarLine> lines,
        String monthHref,
        String monthWords,
        String firstHref,
        String nextHref) {}
