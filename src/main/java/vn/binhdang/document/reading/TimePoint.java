package vn.binhdang.document.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day, month, quarter or year named in a text.
 *
 * @param from place in the text
 * @param day 0 unless it is a day
 * @param value the month, or the quarter; 0 for a year
 * @param year 0 where it is left out
 */
record TimePoint(int from, int end, Unit unit, int day, int value, int year) {
    /** A text that names more is no task's. */
    private static final int MOST = 40;

    enum Unit {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    @Nullable
    LocalDate first(int yearWhenMissing) {
        return at(yearWhenMissing, false);
    }

    @Nullable
    LocalDate last(int yearWhenMissing) {
        return at(yearWhenMissing, true);
    }

    private @Nullable LocalDate at(int yearWhenMissing, boolean last) {
        int y = year == 0 ? yearWhenMissing : year;
        if (y == 0) return null;
        try {
            return switch (unit) {
                case DAY -> LocalDate.of(y, value, day);
                case MONTH -> edge(y, value, value, last);
                case QUARTER -> edge(y, value * 3 - 2, value * 3, last);
                case YEAR -> edge(y, 1, 12, last);
            };
        } catch (DateTimeException e) {
            return null; // "31/6": the words are kept, no date follows from them
        }
    }

    private static LocalDate edge(int year, int firstMonth, int lastMonth, boolean last) {
        return last ? YearMonth.of(year, lastMonth).atEndOfMonth() : LocalDate.of(year, firstMonth, 1);
    }

    /** All points of a text, in its order; in the value of a time line bare years and "10/2025" count too. */
    static List<TimePoint> in(String lower, boolean attribute) {
        var points = new ArrayList<TimePoint>();
        for (int at = 0; at < lower.length() && points.size() < MOST; at++) {
            char c = lower.charAt(at);
            if (!Words.isWordChar(c)) continue;
            var point = pointAt(lower, at, attribute);
            if (point == null) at = Words.wordEnd(lower, at);
            else {
                points.add(point);
                at = point.end - 1;
            }
        }
        return points;
    }

    private static @Nullable TimePoint pointAt(String lower, int at, boolean attribute) {
        char c = lower.charAt(at);
        if (c == 'n' && Words.at(lower, at, "ngày") || c >= '0' && c <= '9') {
            var date = Dates.at(lower, at);
            if (date == null && c == 'n') return dayOfLaterMonth(lower, at);
            if (date != null) return new TimePoint(at, date.end(), Unit.DAY, date.day(), date.month(), date.year());
            return attribute && Dates.isYear(lower, at)
                    ? new TimePoint(at, at + 4, Unit.YEAR, 0, 0, Dates.number(lower, at, at + 4))
                    : attribute ? monthNumber(lower, at) : null;
        }
        if (c == 't') {
            var month = Dates.monthAt(lower, at);
            return month == null ? null : new TimePoint(at, month.end(), Unit.MONTH, 0, month.month(), month.year());
        }
        if (c == 'q' && Words.at(lower, at, "quý")) return quarter(lower, at);
        if (c == 'n' && Words.at(lower, at, "năm")) {
            int year = Words.skipSpaces(lower, at + 3);
            if (Dates.isYear(lower, year))
                return new TimePoint(at, year + 4, Unit.YEAR, 0, 0, Dates.number(lower, year, year + 4));
        }
        return null;
    }

    /** "từ ngày 10 đến ngày 25/8/2026": the first day borrows the month of the second. */
    private static @Nullable TimePoint dayOfLaterMonth(String lower, int at) {
        int day = Words.skipSpaces(lower, at + 4);
        int end = Dates.digits(lower, day, 2);
        int next = Words.skipSpaces(lower, end);
        if (end == day || !Words.at(lower, next, "đến")) return null;
        next = Words.skipSpaces(lower, next + 3);
        if (Words.at(lower, next, "hết")) next = Words.skipSpaces(lower, next + 3);
        var last = Dates.at(lower, next);
        return last == null
                ? null
                : new TimePoint(at, end, Unit.DAY, Dates.number(lower, day, end), last.month(), last.year());
    }

    /** "10/2025" in a time line. */
    private static @Nullable TimePoint monthNumber(String lower, int at) {
        int end = Dates.digits(lower, at, 2);
        if (end == at || end >= lower.length() || lower.charAt(end) != '/') return null;
        int month = Dates.number(lower, at, end);
        return Dates.isYear(lower, end + 1) && month >= 1 && month <= 12
                ? new TimePoint(at, end + 5, Unit.MONTH, 0, month, Dates.number(lower, end + 1, end + 5))
                : null;
    }

    private static @Nullable TimePoint quarter(String lower, int at) {
        int number = Words.skipSpaces(lower, at + 3);
        int end = Words.wordEnd(lower, number);
        int value = switch (lower.substring(number, end)) {
            case "i", "1" -> 1;
            case "ii", "2" -> 2;
            case "iii", "3" -> 3;
            case "iv", "4" -> 4;
            default -> 0;
        };
        if (value == 0) return null;
        int year = Dates.yearAfter(lower, end);
        return new TimePoint(
                at,
                year == 0 ? end : year + 4,
                Unit.QUARTER,
                0,
                value,
                year == 0 ? 0 : Dates.number(lower, year, year + 4));
    }
}
