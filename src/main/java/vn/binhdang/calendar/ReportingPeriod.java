package vn.binhdang.calendar;

import java.time.LocalDate;

/**
 * The window whose figures a periodic report holds (Decree 09/2019/NĐ-CP, article 12): always from day 15 of one month to
 * day 14 of another, so it is never the calendar month, quarter or year that its name suggests. These are the defaults; a
 * reporting regime may set its own window (article 8.5).
 *
 * @param kind which report
 * @param year the reporting year; the window may begin in the year before
 * @param ordinal month 1 to 12 of a monthly, quarter 1 to 4 of a quarterly report; 1 for every other kind
 */
public record ReportingPeriod(Kind kind, int year, int ordinal) {

    /** What is reported on; {@code months} long. */
    public enum Kind {
        MONTH(1),
        QUARTER(3),
        FIRST_HALF(6),
        SECOND_HALF(6),
        /** In use in the provinces, but not listed in article 12: derived, see {@link ReportingPeriod#verified}. */
        NINE_MONTHS(9),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    private static final int FIRST_DAY = 15;

    public ReportingPeriod {
        int most = kind == Kind.MONTH ? 12 : kind == Kind.QUARTER ? 4 : 1;
        if (ordinal < 1 || ordinal > most)
            throw new IllegalArgumentException("no such period: %s %d".formatted(kind, ordinal));
        if (year < 1000 || year > 9999) throw new IllegalArgumentException("no such year: " + year);
    }

    public static ReportingPeriod month(int year, int month) {
        return new ReportingPeriod(Kind.MONTH, year, month);
    }

    public static ReportingPeriod quarter(int year, int quarter) {
        return new ReportingPeriod(Kind.QUARTER, year, quarter);
    }

    /** A kind that comes once a year. */
    public static ReportingPeriod of(Kind kind, int year) {
        return new ReportingPeriod(kind, year, 1);
    }

    /** First day of the window. */
    public LocalDate from() {
        return until().minusMonths(kind.months);
    }

    /** Last day of the window: figures of this day still count. */
    public LocalDate to() {
        return until().minusDays(1);
    }

    /** The day after the last: the window is {@code from() <= day < until()}. */
    public LocalDate until() {
        return LocalDate.of(year, lastMonth(), FIRST_DAY);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from()) && day.isBefore(until());
    }

    /** False where the window was derived and not read in the decree; pages say so beside it. */
    public boolean verified() {
        return kind != Kind.NINE_MONTHS;
    }

    /** Message key of the label; its arguments are {@link #ordinal} and {@link #year}. */
    public String labelKey() {
        return "calendar.period."
                + switch (kind) {
                    case MONTH -> "month";
                    case QUARTER -> "quarter";
                    case FIRST_HALF -> "firstHalf";
                    case SECOND_HALF -> "secondHalf";
                    case NINE_MONTHS -> "nineMonths";
                    case YEAR -> "year";
                };
    }

    private int lastMonth() {
        return switch (kind) {
            case MONTH -> ordinal;
            case QUARTER -> ordinal * 3;
            case FIRST_HALF -> 6;
            case NINE_MONTHS -> 9;
            case SECOND_HALF, YEAR -> 12;
        };
    }
}
