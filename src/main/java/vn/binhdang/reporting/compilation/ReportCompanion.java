package vn.binhdang.reporting.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;

/** What a report is besides its words: whom it is for, what is still to be written, whether the tasks have gone on. */
@Component
class ReportCompanion implements DocumentCompanion {
    private final ResultReports reports;
    private final OutgoingDocuments documents;

    ReportCompanion(ResultReports reports, OutgoingDocuments documents) {
        this.reports = reports;
        this.documents = documents;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.REPORT;
    }

    @Override
    public String home(DocumentId id) {
        return "/reports/" + id;
    }

    @Override
    public String editor(DocumentId id) {
        return "/documents/" + id + "/edit";
    }

    @Override
    public List<Finding> obstacles(Actor actor, DocumentId id) {
        var report = reports.find(actor, id);
        var findings = new ArrayList<>(ReportGaps.of(documents.content(actor, id)));
        if (reports.outdated(actor, report))
            findings.add(Finding.of(
                    Severity.WARNING, "reporting.obstacle.outdated", null, ReportMoments.printed(report.compiledAt())));
        return findings;
    }

    /** As stored; paragraphs nobody wrote are not printed. */
    @Override
    public AdministrativeDocument forPrint(Actor actor, DocumentId id, AdministrativeDocument stored) {
        return new AdministrativeDocument(
                stored.documentType(),
                stored.issuingAgency(),
                stored.parentAgency(),
                stored.number(),
                stored.symbol(),
                stored.place(),
                stored.date(),
                stored.subjectLine(),
                stored.addressees(),
                stored.legalBases(),
                stored.sections(),
                written(stored.body()),
                stored.tasks(),
                stored.citedDocuments(),
                stored.recipients(),
                stored.signature(),
                stored.annexes(),
                stored.findings());
    }

    private static List<Block> written(List<Block> body) {
        return body.stream()
                .filter(block ->
                        block.kind() == Block.Kind.TABLE || !block.text().isBlank())
                .toList();
    }

    @Override
    public Optional<DocumentId> replace(Actor actor, OutgoingDocument old, AdministrativeDocument words) {
        return Optional.of(reports.replace(actor, old, words));
    }
}
