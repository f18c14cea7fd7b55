package vn.binhdang.organisation.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.kernel.DataTable;

/**
 * How long the office has to answer a request about personal data ({@code data/data-request-times.csv}).
 *
 * @param verified whether the number of days was read in the law
 */
record AnswerTime(
        String kind,
        int workingDays,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        boolean verified) {
    private static final List<AnswerTime> ALL = DataTable.read(
            "data/data-request-times.csv",
            List.of("kind", "working_days", "valid_from", "valid_to", "basis", "source", "verified"),
            row -> new AnswerTime(
                    row.text("kind"),
                    row.number("working_days"),
                    row.optionalDate("valid_from"),
                    row.optionalDate("valid_to"),
                    row.text("basis"),
                    row.yes("verified")));

    /** The one in force for corrections on a day. */
    static AnswerTime ofCorrections(LocalDate day) {
        return ALL.stream()
                .filter(time -> time.kind.equals("CORRECTION"))
                .filter(time -> (time.validFrom == null || !day.isBefore(time.validFrom))
                        && (time.validTo == null || day.isBefore(time.validTo)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no answer time for corrections on " + day));
    }

    /** The last day on which an answer is in time; the day of asking is not counted. */
    LocalDate dueAfter(LocalDate asked) {
        return WorkingDays.standard().plus(asked, workingDays);
    }
}
