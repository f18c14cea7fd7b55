package vn.binhdang.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.binhdang.calendar.ReportingPeriod;

/** How often a form is filled in. */
public enum PeriodKind {
    MONTH,
    QUARTER,
    HALF,
    NINE_MONTHS,
    YEAR;

    public static PeriodKind of(ReportingPeriod period) {
        return switch (period.kind()) {
            case MONTH -> MONTH;
            case QUARTER -> QUARTER;
            case FIRST_HALF, SECOND_HALF -> HALF;
            case NINE_MONTHS -> NINE_MONTHS;
            case YEAR -> YEAR;
        };
    }

    /** Those of a reporting year, the earliest first. */
    public List<ReportingPeriod> periods(int year) {
        return switch (this) {
            case MONTH ->
                IntStream.rangeClosed(1, 12)
                        .mapToObj(m -> ReportingPeriod.month(year, m))
                        .toList();
            case QUARTER ->
                IntStream.rangeClosed(1, 4)
                        .mapToObj(q -> ReportingPeriod.quarter(year, q))
                        .toList();
            case HALF ->
                List.of(
                        ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, year),
                        ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, year));
            case NINE_MONTHS -> List.of(ReportingPeriod.of(ReportingPeriod.Kind.NINE_MONTHS, year));
            case YEAR -> List.of(ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year));
        };
    }

    /** "statistics.periodKind.half". */
    public String messageKey() {
        return "statistics.periodKind." + (this == NINE_MONTHS ? "nineMonths" : name().toLowerCase(Locale.ROOT));
    }
}
