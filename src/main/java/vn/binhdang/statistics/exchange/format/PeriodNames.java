package vn.binhdang.statistics.exchange.format;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.Window;

/**
 * Which reporting period a window of days is. The truth is the window of Decree 09/2019; other systems, DHIS2 among them,
 * only know calendar periods and call the same report by 1 January. Both are understood, and which of them it was is said.
 */
public final class PeriodNames {

    /** @param calendar true when the sender named the calendar period and not the days of the report */
    public record Match(ReportingPeriod period, boolean calendar) {}

    private PeriodNames() {}

    /** The days of Decree 09/2019/NĐ-CP, article 12. */
    public static Window decree(ReportingPeriod period) {
        return new Window(period.from(), period.until());
    }

    public static Optional<Match> match(Window window) {
        return match(window, PeriodNames::decree);
    }

    /** @param regime the days of a period under the regime of the report; another one may have its own (article 8.5) */
    public static Optional<Match> match(Window window, Function<ReportingPeriod, Window> regime) {
        Optional<ReportingPeriod> truth = among(window, regime);
        if (truth.isPresent()) return truth.map(period -> new Match(period, false));
        return among(window, PeriodNames::calendar).map(period -> new Match(period, true));
    }

    /** The calendar period of the same name: half-year 1 of 2024 is 01/01 to 30/6, whose report ended on 14/6. */
    public static Window calendar(ReportingPeriod period) {
        int year = period.year();
        return switch (period.kind()) {
            case MONTH -> months(year, period.ordinal(), 1);
            case QUARTER -> months(year, period.ordinal() * 3 - 2, 3);
            case FIRST_HALF -> months(year, 1, 6);
            case SECOND_HALF -> months(year, 7, 6);
            case NINE_MONTHS -> months(year, 1, 9);
            case YEAR -> months(year, 1, 12);
        };
    }

    private static Window months(int year, int first, int count) {
        LocalDate from = LocalDate.of(year, first, 1);
        return new Window(from, from.plusMonths(count));
    }

    private static Optional<ReportingPeriod> among(Window window, Function<ReportingPeriod, Window> days) {
        // A regime may shift its windows by up to a year, so the period may be called by a year beside that of its last
        // day.
        for (int year = window.to().getYear() - 1; year <= window.to().getYear() + 1; year++)
            for (PeriodKind kind : PeriodKind.values())
                for (ReportingPeriod period : kind.periods(year))
                    if (days.apply(period).equals(window)) return Optional.of(period);
        return Optional.empty();
    }
}
