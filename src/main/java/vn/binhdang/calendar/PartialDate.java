package vn.binhdang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as a document gives it: a draft prints "ngày  tháng 4 năm 2024", so the day is not known and is not invented.
 * A part may be absent; a part that is present is in its ordinary range, and a full date exists in the calendar.
 * @param year four digits
 * @param month 1 to 12
 * @param day 1 to 31
 */
public record PartialDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) implements Comparable<PartialDate> {

    private static final Comparator<PartialDate> ORDER = Comparator.comparing(
                    PartialDate::year, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(PartialDate::month, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(PartialDate::day, Comparator.nullsLast(Comparator.<Integer>naturalOrder()));

    public PartialDate {
        if (year != null && (year < 1000 || year > 9999)) throw new DateTimeException("year out of range: " + year);
        if (month != null && (month < 1 || month > 12)) throw new DateTimeException("month out of range: " + month);
        if (day != null && (day < 1 || day > 31)) throw new DateTimeException("day out of range: " + day);
        if (year != null && month != null && day != null) LocalDate.of(year, month, day);
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** The whole date, or empty while a part is missing. */
    public Optional<LocalDate> complete() {
        return year == null || month == null || day == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    /** Known parts first within their year; a date without a day stands after those of the same month that have one. */
    @Override
    public int compareTo(PartialDate other) {
        return ORDER.compare(this, other);
    }
}
