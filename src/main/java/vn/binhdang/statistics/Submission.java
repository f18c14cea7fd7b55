package vn.binhdang.statistics;

import java.time.Instant;
import java.time.LocalDate;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;

/**
 * What one unit answers in one form for one period.
 * @param revision 0 for the first, 1 for the first amendment
 * @param edition counts the changes
 * @param referenceDay the last day of the window on which the unit existed: its place on the tree of the period
 */
public record Submission(
        SubmissionId id,
        FormId form,
        ReportingPeriod period,
        UnitId unit,
        int revision,
        SubmissionState state,
        int edition,
        LocalDate referenceDay,
        Cells cells,
        Instant changedAt,
        AccountId changedBy) {}
