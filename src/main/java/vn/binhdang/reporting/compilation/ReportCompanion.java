package vn.binhdang.reporting.compilation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;
import vn.binhdang.plan.Plans;

/** What a report is besides its words: whom it is for, what is still to be written, whether the tasks have gone on. */
@Component
class ReportCompanion implements DocumentCompanion {
    private final ResultReports reports;
    private final Plans plans;

    ReportCompanion(ResultReports reports, Plans plans) {
        this.reports = reports;
        this.plans = plans;
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
    public Beside beside(Actor actor, WrittenDocument draft, AgencyOnDay agency) {
        var stored = draft.content();
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                return withoutGaps(stored);
            }

            @Override
            public List<Finding> obstacles() {
                var report = reports.of(actor, draft.document());
                var plan = plans.findWithEveryTask(actor, report.plan());
                return ResultReports.findings(report, stored, reports.outdated(report, plan));
            }
        };
    }

    /** As stored; paragraphs nobody wrote are not printed. */
    private static AdministrativeDocument withoutGaps(AdministrativeDocument stored) {
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
