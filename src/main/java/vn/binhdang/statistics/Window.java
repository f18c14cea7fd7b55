package vn.binhdang.statistics;

import java.time.LocalDate;
import vn.binhdang.calendar.ReportingPeriod;

/**
 * The days whose figures a period holds under a reporting regime, half open.
 * @param from first day
 * @param until the day after the last
 */
public record Window(LocalDate from, LocalDate until) {
    public Window {
        if (!from.isBefore(until))
            throw new IllegalArgumentException("a window without days: %s %s".formatted(from, until));
    }

    /**
     * Decree 09/2019/NĐ-CP, article 12, is (15, -1): from day 15 of the month before the period to day 14 of its last
     * month. Another regime may begin on another day, in another month (article 8.5).
     */
    public static Window of(ReportingPeriod period, int firstDay, int monthShift) {
        int shift = monthShift + 1;
        return new Window(
                period.from().plusMonths(shift).withDayOfMonth(firstDay),
                period.until().plusMonths(shift).withDayOfMonth(firstDay));
    }

    /** Last day: its figures still count. */
    public LocalDate to() {
        return until.minusDays(1);
    }
}
