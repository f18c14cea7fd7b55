package vn.binhdang.document.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates as offices write them: "14/4/2024", "05-7-2021", "03.4.2023", "ngày 05 tháng 7 năm 2021", "15/11". */
final class Dates {
    private Dates() {}

    /** @param year 0 when the text does not say it; {@code month} and {@code day} likewise */
    record Found(int day, int month, int year, int from, int end) {

        @Nullable
        LocalDate date(int yearWhenMissing) {
            int y = year == 0 ? yearWhenMissing : year;
            try {
                return day == 0 || month == 0 || y == 0 ? null : LocalDate.of(y, month, day);
            } catch (DateTimeException e) {
                return null; // 31/2: a typing error gives no date; the printed words stay in the text
            }
        }
    }

    /** A whole date at this place, with or without "ngày" and with or without the year; null when there is none. */
    static @Nullable Found at(String lower, int from) {
        int i = Words.skipSpaces(lower, from);
        if (Words.at(lower, i, "ngày")) i = Words.skipSpaces(lower, i + 4);
        int dayEnd = digits(lower, i, 2);
        if (dayEnd == i) return null;
        int day = number(lower, i, dayEnd);
        int next = Words.skipSpaces(lower, dayEnd);
        if (Words.at(lower, next, "tháng")) return inWords(lower, from, day, next + 5);
        next = dayEnd;
        if (next >= lower.length() || "/-.".indexOf(lower.charAt(next)) < 0) return null;
        char mark = lower.charAt(next);
        int month = Words.skipSpaces(lower, next + 1);
        int monthEnd = digits(lower, month, 2);
        if (monthEnd == month) return null;
        int m = number(lower, month, monthEnd);
        if (day < 1 || day > 31 || m < 1 || m > 12) return null;
        int yearAt = markAfter(lower, monthEnd, mark);
        if (yearAt > 0) {
            int yearEnd = digits(lower, yearAt, 4);
            if (yearEnd - yearAt == 4) return new Found(day, m, number(lower, yearAt, yearEnd), from, yearEnd);
        }
        int inYear = Words.skipSpaces(lower, monthEnd);
        if (Words.at(lower, inYear, "năm")) {
            int y = Words.skipSpaces(lower, inYear + 3);
            int yearEnd = digits(lower, y, 4);
            if (yearEnd - y == 4) return new Found(day, m, number(lower, y, yearEnd), from, yearEnd);
        }
        // "2.1" and "4-5" are numbers; without a year only the stroke makes a date
        return mark == '/' && endsNumber(lower, monthEnd) ? new Found(day, m, 0, from, monthEnd) : null;
    }

    private static @Nullable Found inWords(String lower, int from, int day, int afterMonthWord) {
        int at = Words.skipSpaces(lower, afterMonthWord);
        int end = digits(lower, at, 2);
        if (end == at) return null;
        int month = number(lower, at, end);
        if (day < 1 || day > 31 || month < 1 || month > 12) return null;
        int next = Words.skipSpaces(lower, end);
        if (next < lower.length() && lower.charAt(next) == ',') next = Words.skipSpaces(lower, next + 1);
        if (Words.at(lower, next, "năm")) {
            int year = Words.skipSpaces(lower, next + 3);
            int yearEnd = digits(lower, year, 4);
            if (yearEnd - year == 4) return new Found(day, month, number(lower, year, yearEnd), from, yearEnd);
        }
        if (next < lower.length() && lower.charAt(next) == '/') {
            int yearEnd = digits(lower, next + 1, 4);
            if (yearEnd - next == 5) return new Found(day, month, number(lower, next + 1, yearEnd), from, yearEnd);
        }
        return new Found(day, month, 0, from, end);
    }

    /** "tháng 6/2026", "tháng 12 năm 2025", "tháng 9", from the word on; day is 0. */
    static @Nullable Found monthAt(String lower, int from) {
        if (!Words.at(lower, from, "tháng")) return null;
        int at = Words.skipSpaces(lower, from + 5);
        int end = digits(lower, at, 2);
        if (end == at) return null;
        int month = number(lower, at, end);
        if (month < 1 || month > 12) return null;
        int year = yearAfter(lower, end);
        return new Found(0, month, year == 0 ? 0 : number(lower, year, year + 4), from, year == 0 ? end : year + 4);
    }

    /** Where the four digits of a year stand after "/", "-", "," or "năm"; 0 when they do not. */
    static int yearAfter(String lower, int end) {
        int at = Words.skipSpaces(lower, end);
        if (at < lower.length() && "/-,".indexOf(lower.charAt(at)) >= 0) at = Words.skipSpaces(lower, at + 1);
        if (Words.at(lower, at, "năm")) at = Words.skipSpaces(lower, at + 3);
        else if (at == Words.skipSpaces(lower, end)) return 0;
        return isYear(lower, at) ? at : 0;
    }

    static boolean isYear(String lower, int at) {
        return digits(lower, at, 5) - at == 4 && (lower.charAt(at) == '1' || lower.charAt(at) == '2');
    }

    static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) value = value * 10 + Character.digit(text.charAt(i), 10);
        return value;
    }

    /** End of the digits at this place, at most {@code most} of them. */
    static int digits(String text, int at, int most) {
        int end = at;
        while (end < text.length() && end - at < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end;
    }

    private static boolean endsNumber(String lower, int end) {
        return end >= lower.length()
                || !Character.isDigit(lower.charAt(end)) && lower.charAt(end) != '/' && lower.charAt(end) != '-';
    }

    private static int markAfter(String lower, int at, char mark) {
        int i = Words.skipSpaces(lower, at);
        return i < lower.length() && lower.charAt(i) == mark ? Words.skipSpaces(lower, i + 1) : 0;
    }
}
