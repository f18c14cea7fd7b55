package vn.binhdang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people here write it, in a field of text: a browser's own date field shows the order of the browser's language,
 * so 03/04 would be March for one and April for the other.
 */
public final class TypedDay {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    /** PostgreSQL and people alike have no use for the year 0. */
    private static final int FIRST_YEAR = 1000;

    private TypedDay() {}

    /**
     * @param typed "01/7/2026", "1.7.2026", "1-7-2026", "01072026" where a keypad has digits only, or "2026-07-01" as
     *     programs and kept addresses send it
     * @return empty for what is no day, 31/02/2026 too
     */
    public static Optional<LocalDate> read(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        String text = typed.strip();
        for (var pattern : new Pattern[] {DAY_FIRST, DIGITS, YEAR_FIRST}) {
            var parts = pattern.matcher(text);
            if (!parts.matches()) continue;
            int first = Integer.parseInt(parts.group(1));
            int month = Integer.parseInt(parts.group(2));
            int last = Integer.parseInt(parts.group(3));
            return pattern == YEAR_FIRST ? day(first, month, last) : day(last, month, first);
        }
        return Optional.empty();
    }

    /** As {@link #read}; empty too for a slip of the hand that no office means: 2206 for 2026. */
    public static Optional<LocalDate> readNear(@Nullable String typed) {
        return read(typed).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
    }

    /** Whether it is written as a day is, in the calendar or not: 31/02/2026 is. */
    public static boolean looksLikeOne(String typed) {
        String text = typed.strip();
        return DAY_FIRST.matcher(text).matches()
                || DIGITS.matcher(text).matches()
                || YEAR_FIRST.matcher(text).matches();
    }

    /** "01/07/2026"; empty for none. */
    public static String print(@Nullable LocalDate day) {
        return day == null ? "" : PRINTED.format(day);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return year < FIRST_YEAR ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
