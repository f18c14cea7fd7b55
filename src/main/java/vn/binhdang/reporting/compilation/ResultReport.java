package vn.binhdang.reporting.compilation;

import java.time.Instant;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.plan.PlanId;

/**
 * A report on what became of a plan in a window of days.
 *
 * @param compiledAt the moment its data hold for
 * @param data what its text was compiled of
 * @param dataVersion SHA-256 of the data
 */
public record ResultReport(
        OutgoingDocument document,
        PlanId plan,
        ReportWindow window,
        Instant compiledAt,
        ReportData data,
        String dataVersion) {}
