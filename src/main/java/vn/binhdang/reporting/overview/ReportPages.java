package vn.binhdang.reporting.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plans;
import vn.binhdang.reporting.compilation.ReportData;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;
import vn.binhdang.reporting.compilation.ReportMoments;
import vn.binhdang.reporting.compilation.ReportOutline;
import vn.binhdang.reporting.compilation.ReportWindow;
import vn.binhdang.reporting.compilation.ReportWords;
import vn.binhdang.reporting.compilation.ResultReport;
import vn.binhdang.reporting.compilation.ResultReports;
import vn.binhdang.reporting.overview.ReportPage.Figure;
import vn.binhdang.reporting.overview.ReportPage.IssuedRow;
import vn.binhdang.reporting.overview.ReportPage.RuleRow;
import vn.binhdang.reporting.overview.ReportPage.TaskRow;
import vn.binhdang.web.Text;

/** Puts the page of one report together: what it says, and where each figure comes from. */
@Component
class ReportPages {
    /** A draft has neither number nor day, and nobody can do anything about it. */
    private static final Set<String> GIVEN_AT_ISSUE =
            Set.of("document.checking.numberMissing", "document.checking.dayMissing");

    private final ResultReports reports;
    private final OutgoingDocuments documents;
    private final Plans plans;
    private final DocumentChecker checker = new DocumentChecker();
    private final ReportWords words = new ReportWords();

    ReportPages(ResultReports reports, OutgoingDocuments documents, Plans plans) {
        this.reports = reports;
        this.documents = documents;
        this.plans = plans;
    }

    ReportPage of(Actor actor, DocumentId id, @Nullable String done, Text t) {
        var written = documents.written(actor, id);
        var document = written.document();
        var report = reports.of(actor, document);
        var found = plans.findWithEveryTask(actor, report.plan());
        var plan = found.plan();
        boolean editable = document.state().editable();
        boolean outdated = editable && reports.outdated(report, found);
        var content = written.content();
        return new ReportPage(
                "/reports/" + id,
                "/documents/" + id,
                document.subject(),
                document.state(),
                document.numberAndSymbol(),
                new ReportPage.Plan("/plans/" + plan.id(), plan.document().subject()),
                period(report, t),
                t.of(
                        "reporting.page.window",
                        ReportMoments.printed(report.window().from()),
                        ReportMoments.printed(report.window().to())),
                content.addressees(),
                ReportMoments.printed(report.compiledAt()),
                outdated,
                editable && actor.may(Action.WRITE_DOCUMENTS) ? "/documents/" + id + "/edit" : null,
                editable ? findings(report, content, outdated) : List.of(),
                figures(report.data().totals()),
                report.data().tasks().stream().map(task -> row(task, report, t)).toList(),
                report.data().documents().stream()
                        .map(issued -> new IssuedRow(
                                "/documents/" + issued.id(),
                                issued.numberAndSymbol(),
                                ReportMoments.printed(issued.issuedOn()),
                                (issued.type() + " " + issued.subject()).strip()))
                        .toList(),
                ReportOutline.rules().stream()
                        .map(rule -> RuleRow.of(rule, heading(rule.heading())))
                        .toList(),
                heading(ReportOutline.OTHER),
                done);
    }

    /** What reports and the checker of documents have to say; the checker's proposals are for editing. */
    private List<Finding> findings(ResultReport report, AdministrativeDocument content, boolean outdated) {
        var checked = checker.check(content).stream()
                .filter(finding -> finding.severity() != Finding.Severity.PROPOSAL)
                .filter(finding -> !GIVEN_AT_ISSUE.contains(finding.code()));
        return Stream.concat(ResultReports.findings(report, content, outdated).stream(), checked)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static String period(ResultReport report, Text t) {
        var period = report.window().period();
        return period == null ? report.window().label() : ReportWindow.title(period, t);
    }

    private static List<Figure> figures(ReportData.Totals totals) {
        return List.of(
                new Figure(totals.tasks(), "tasks"),
                new Figure(totals.done(), "done"),
                new Figure(totals.inProgress(), "inProgress"),
                new Figure(totals.notStarted(), "notStarted"),
                new Figure(totals.unheard(), "unheard"),
                new Figure(totals.notDone(), "notDone"),
                new Figure(totals.overdue(), "overdue"),
                new Figure(totals.evidence(), "evidence"));
    }

    private TaskRow row(TaskFacts task, ResultReport report, Text t) {
        var place = ReportOutline.placeOf(task.text());
        return new TaskRow(
                "task-" + task.id(),
                "/plans/" + report.plan() + "/tasks/" + task.id(),
                task.number() == null ? "" : task.number(),
                ReportWords.shortened(task.text()),
                task.lead(),
                task.state().mark(),
                t.of("reporting.page.figure." + figure(task)),
                !task.late() ? "" : t.of(task.state().open() ? "reporting.page.late" : "reporting.page.doneLate"),
                words.state(task),
                task.evidence(),
                heading(place.heading()),
                place.keyword() == null ? "" : place.keyword());
    }

    private static String figure(TaskFacts task) {
        return switch (task.state()) {
            case NOT_STARTED -> task.unheard() ? "unheard" : "notStarted";
            case IN_PROGRESS -> "inProgress";
            case DONE -> "done";
            case NOT_DONE, DROPPED -> "notDone";
        };
    }

    private String heading(int number) {
        return "II." + number + ". " + words.heading(number);
    }
}
