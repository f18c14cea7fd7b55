package vn.binhdang.document.issuing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.Refused;

/**
 * Whether a document may bear a day: given on or after the signature, at the latest today, in the order of the numbers
 * (Decree 30/2020 articles 15 and 18).
 *
 * @param lastInSeries day of the last number of the series; null while the series is empty
 */
record IssueDay(
        LocalDate today, LocalDate approvedOn, @Nullable LocalDate lastInSeries) {
    private static final WorkingDays WORKING_DAYS = WorkingDays.standard();
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** @throws Refused with what is wrong with the day */
    void check(LocalDate day) {
        if (day.isAfter(today)) throw new Refused("document.issue.future", printed(day), printed(today));
        if (day.isBefore(approvedOn))
            throw new Refused("document.issue.beforeApproval", printed(day), printed(approvedOn));
        if (lastInSeries != null && day.isBefore(lastInSeries))
            throw new Refused("document.issue.beforeLast", printed(day), printed(lastInSeries));
    }

    /** What does not forbid the day but is worth a look. */
    List<Finding> warnings(LocalDate day) {
        var warnings = new ArrayList<Finding>();
        if (!WORKING_DAYS.isWorkingDay(day)) warnings.add(warning("document.issue.restDay", day));
        // At the latest on the working day after the signature.
        if (day.isAfter(WORKING_DAYS.next(approvedOn))) warnings.add(warning("document.issue.late", approvedOn));
        return warnings;
    }

    static String printed(LocalDate day) {
        return PRINTED.format(day);
    }

    private static Finding warning(String code, LocalDate day) {
        return Finding.of(Finding.Severity.WARNING, code, null, printed(day));
    }
}
