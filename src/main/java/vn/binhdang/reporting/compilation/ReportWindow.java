package vn.binhdang.reporting.compilation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.web.Text;

/**
 * The days a report covers: a period of Decree 09/2019/NĐ-CP, or a window that another body set.
 *
 * @param period null for a window of its own
 * @param label in the words of the report, which is Vietnamese
 * @param to the last day
 */
public record ReportWindow(@Nullable ReportingPeriod period, String label, LocalDate from, LocalDate to) {
    public ReportWindow {
        if (to.isBefore(from)) throw new IllegalArgumentException("a window from %s to %s".formatted(from, to));
    }

    static ReportWindow of(ReportingPeriod period) {
        return new ReportWindow(period, label(period, Text.in(Text.VIETNAMESE)), period.from(), period.to());
    }

    /** @param label may be empty: then the days themselves name the window */
    static ReportWindow other(String label, LocalDate from, LocalDate to) {
        String named = label.isBlank()
                ? Text.in(Text.VIETNAMESE).of("reporting.print.window", ReportWords.day(from), ReportWords.day(to))
                : label.strip();
        return new ReportWindow(null, named, from, to);
    }

    /** "6 tháng đầu năm 2024" in a language. */
    public static String label(ReportingPeriod period, Text t) {
        return t.of(period.labelKey(), String.valueOf(period.ordinal()), String.valueOf(period.year()));
    }

    /** The same as a line of its own: "Năm 2024". */
    public static String title(ReportingPeriod period, Text t) {
        return ResultsPart.capital(label(period, t));
    }

    /** The day after the last. */
    LocalDate until() {
        return to.plusDays(1);
    }

    /** "FIRST_HALF-1", "QUARTER-3": one period of a year in a form. */
    static String codeOf(ReportingPeriod period) {
        return period.kind() + "-" + period.ordinal();
    }

    static Optional<ReportingPeriod> ofCode(String code, int year) {
        return offered(year).stream()
                .filter(period -> codeOf(period).equals(code))
                .findFirst();
    }

    /** The periods that are read in the decree; nine months is not among them and can be given as another window. */
    static List<ReportingPeriod> offered(int year) {
        var periods = new ArrayList<ReportingPeriod>();
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, year));
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, year));
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year));
        for (int quarter = 1; quarter <= 4; quarter++) periods.add(ReportingPeriod.quarter(year, quarter));
        for (int month = 1; month <= 12; month++) periods.add(ReportingPeriod.month(year, month));
        return periods.stream().filter(ReportingPeriod::verified).toList();
    }
}
