package vn.binhdang.statistics.collection.submission;

import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.web.Text;

/** What a period is called. */
public final class Periods {
    private Periods() {}

    public static String name(ReportingPeriod period, Text t) {
        return t.of(period.labelKey(), period.ordinal(), String.valueOf(period.year()));
    }
}
