package vn.binhdang.reporting.compilation;

import java.time.Instant;
import java.util.List;
import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.plan.PlanId;

/**
 * A report on what became of a plan in a window of days.
 *
 * @param agency whose report it is, as it is called today
 * @param compiledAt the moment its data hold for
 * @param data what its text was compiled of
 * @param dataVersion SHA-256 of the data
 * @param issued what the agency sent out in the window, as the register says now
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
        List<IssuedDocument> issued,
        List<Refresh.Source> sources) {}
