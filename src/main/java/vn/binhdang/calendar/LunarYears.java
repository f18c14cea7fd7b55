package vn.binhdang.calendar;

import java.time.LocalDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * The Vietnamese lunar calendar. Its days begin at midnight of UTC+7, the Chinese ones at midnight of UTC+8, so that a new
 * moon or a solstice in the hour between puts Tết on another day (2007, 2030) or in another month (1985).
 */
final class LunarYears {
    /** Days of the library are counted from here. */
    private static final LocalDate EPOCH = LocalDate.of(1972, 1, 1);

    // The library knows 1813 to 2088; north and south kept different calendars until 1967.
    private static final int FIRST = 1968;
    private static final int LAST = 2088;

    private LunarYears() {}

    /** Outside these years only holidays of the solar calendar are known. */
    static boolean know(int year) {
        return FIRST <= year && year <= LAST;
    }

    /**
     * The solar day of a day of the lunar year that begins in the solar {@code year}.
     * @param month 1 to 12, never the leap month
     */
    static LocalDate solarDay(int year, int month, int day) {
        var lunar = VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day);
        return EPOCH.plusDays(lunar.getDaysSinceEpochUTC());
    }
}
