package vn.binhdang.reporting.compilation;

import java.time.Instant;
import java.util.List;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.plan.PlanId;

/**
 * A report on what became of a plan in a window of days.
 *
 * @param agency whose report it is, as it is called today
 * @param compiledAt the moment its data hold for
 * @param data what its text was compiled of
 * @param dataVersion SHA-256 of the data
 * @param sources which paragraph tells of which task or document
 */
public record ResultReport(
        OutgoingDocument document,
        PlanId plan,
        ReportData.Agency agency,
        ReportWindow window,
        Instant compiledAt,
        ReportData data,
        String dataVersion,
        List<Refresh.Source> sources) {}
