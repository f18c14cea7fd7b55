package vn.binhdang.statistics.exchange.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhdang.statistics.Window;

/**
 * The days of a period as ISO 8601 start and duration (2023-12-15/P1Y), which SDMX calls a time range and ADX a period: the
 * windows of Decree 09/2019 begin on day 15, so no calendar year, half or quarter names them truthfully.
 */
public final class TimeRange {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:T00:00:00(?:\\.0+)?Z?)?/P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?");

    private TimeRange() {}

    /** Whole months where the window is some, years where they fill them, else days. */
    public static String text(Window window) {
        LocalDate from = window.from();
        LocalDate until = window.until();
        Period length = from.until(until);
        // 31/01 + 1 month is 28/02, and back it is not: a duration is only true when adding it gives the end again.
        if (length.getDays() == 0 && from.plusMonths(length.toTotalMonths()).equals(until)) {
            long months = length.toTotalMonths();
            return from + (months % 12 == 0 ? "/P" + months / 12 + "Y" : "/P" + months + "M");
        }
        return from + "/P" + (until.toEpochDay() - from.toEpochDay()) + "D";
    }

    /** @return empty when it is not a date, a slash and a duration of at least one day */
    public static Optional<Window> parse(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) return Optional.empty();
        try {
            LocalDate from = LocalDate.parse(parts.group(1));
            LocalDate until = from.plusYears(number(parts, 2))
                    .plusMonths(number(parts, 3))
                    .plusWeeks(number(parts, 4))
                    .plusDays(number(parts, 5));
            return from.isBefore(until) ? Optional.of(new Window(from, until)) : Optional.empty();
        } catch (DateTimeException never) {
            return Optional.empty();
        }
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
