package vn.binhdang.reporting.compilation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.binhdang.calendar.Today;

/** Moments as pages print them. */
public final class ReportMoments {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(Today.ZONE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private ReportMoments() {}

    public static String printed(LocalDate day) {
        return DAY.format(day);
    }

    /** "10:05 14/12/2024", in Viet Nam. */
    public static String printed(Instant moment) {
        return MOMENT.format(moment);
    }
}
