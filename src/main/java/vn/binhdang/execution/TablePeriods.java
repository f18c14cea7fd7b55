package vn.binhdang.execution;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.web.Text;

/** The periods that the tables of the report can be made for; only those that were read in the decree are offered. */
public final class TablePeriods {
    private TablePeriods() {}

    /** The one that an address names, or the whole year. @param year as typed; {@code thisYear} where it is none */
    public static ReportingPeriod chosen(String year, String period, int thisYear) {
        int of = year.matches("20\\d\\d") ? Integer.parseInt(year) : thisYear;
        return offered(of).stream()
                .filter(one -> code(one).equals(period))
                .findFirst()
                .orElse(ReportingPeriod.of(ReportingPeriod.Kind.YEAR, of));
    }

    public static List<ReportingPeriod> offered(int year) {
        var periods = new ArrayList<ReportingPeriod>();
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year));
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, year));
        periods.add(ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, year));
        for (int quarter = 1; quarter <= 4; quarter++) periods.add(ReportingPeriod.quarter(year, quarter));
        return periods;
    }

    /** What an address calls it: "QUARTER-2". */
    public static String code(ReportingPeriod period) {
        return period.kind() + "-" + period.ordinal();
    }

    /** "Quý II năm 2026", as a choice begins. */
    public static String label(ReportingPeriod period, Text t) {
        String words = t.of(period.labelKey(), String.valueOf(period.ordinal()), String.valueOf(period.year()));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
