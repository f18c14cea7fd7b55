package vn.binhdang.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;

/**
 * The Vietnamese lunar calendar worked out from the moon and the sun (Meeus's mean series with the usual corrections, day
 * boundary at midnight UTC+7), only to prove the library that the product
 * computes with.
 */
final class LunarCalendar {
    private static final double MONTH = 29.530588853;
    private static final double ZONE = 7.0 / 24;

    private LunarCalendar() {}

    /** The solar day of a day of a lunar month (1 to 10; never the leap month) of the lunar year that begins in {@code year}. */
    static LocalDate solarDay(int year, int lunarMonth, int lunarDay) {
        long first = eleventhMonth(year - 1);
        long last = eleventhMonth(year);
        List<Long> starts = new ArrayList<>();
        for (long k = moonBefore(first + 1); newMoonDay(k) <= last; k++) starts.add(newMoonDay(k));
        boolean leapYear = starts.size() == 14;
        int month = 11;
        boolean leapSeen = false;
        for (int i = 0; i < starts.size() - 1; i++) {
            boolean leap = leapYear && !leapSeen && i > 0 && sunSector(starts.get(i)) == sunSector(starts.get(i + 1));
            leapSeen |= leap;
            if (i > 0 && !leap) month = month % 12 + 1;
            if (month == lunarMonth && !leap)
                return LocalDate.MIN.with(JulianFields.JULIAN_DAY, starts.get(i) + lunarDay - 1);
        }
        throw new IllegalArgumentException("no month %d in %d".formatted(lunarMonth, year));
    }

    /** Start of the month that holds the winter solstice. */
    private static long eleventhMonth(int year) {
        long k = moonBefore(LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY));
        return sunSector(newMoonDay(k)) >= 9 ? newMoonDay(k - 1) : newMoonDay(k);
    }

    private static long moonBefore(long day) {
        long k = Math.round((day - 2415021.0) / MONTH) + 1;
        while (newMoonDay(k) >= day) k--;
        return k;
    }

    private static long newMoonDay(long k) {
        double t = k / 1236.85;
        double t2 = t * t;
        double mean = 2415020.75933
                + 29.53058868 * k
                + 0.0001178 * t2
                - 0.000000155 * t2 * t
                + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
        double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t2 * t;
        double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t2 * t;
        double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t2 * t;
        double correction = (0.1734 - 0.000393 * t) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moon)
                + 0.0161 * sin(2 * moon)
                - 0.0004 * sin(3 * moon)
                + 0.0104 * sin(2 * node)
                - 0.0051 * sin(sun + moon)
                - 0.0074 * sin(sun - moon)
                + 0.0004 * sin(2 * node + sun)
                - 0.0004 * sin(2 * node - sun)
                - 0.0006 * sin(2 * node + moon)
                + 0.0010 * sin(2 * node - moon)
                + 0.0005 * sin(2 * moon + sun);
        double slowing = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (long) Math.floor(mean + correction - slowing + 0.5 + ZONE);
    }

    /** In which twelfth of its yearly path the sun stands at the beginning of a day; 9 begins at the winter solstice. */
    private static int sunSector(long day) {
        double t = (day - 0.5 - ZONE - 2451545.0) / 36525;
        double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t;
        double longitude = 280.46645
                + 36000.76983 * t
                + (1.914600 - 0.004817 * t) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        return (int) Math.floorMod((long) Math.floor(longitude / 30), 12L);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
