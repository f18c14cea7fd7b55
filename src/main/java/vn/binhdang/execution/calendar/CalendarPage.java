package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * The days of a month or of the Action Month, ready to print.
 *
 * @param place the part of the address that names the days
 * @param found how many things, in words
 */
public record CalendarPage(
        CalendarHead head, List<String> weekdays, List<List<Cell>> weeks, String found, boolean empty) {

    /**
     * @param outside belongs to the week, not to the days that are shown
     * @param date with the day of the week, for lists and readers
     * @param rest offices rest
     * @param holiday its name; of a working Saturday that it is one; else empty
     * @param more how many there are beside those shown, in words; empty when all are shown
     */
    public record Cell(
            boolean outside,
            boolean today,
            boolean rest,
            String number,
            String date,
            String href,
            String holiday,
            List<CalendarLine> lines,
            String more) {}
}
