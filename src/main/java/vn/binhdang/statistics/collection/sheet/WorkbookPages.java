package vn.binhdang.statistics.collection.sheet;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.submission.Periods;
import vn.binhdang.web.Text;

/** Makes the page of a submission's workbook ready to print: what is wrong in the file, what it would change. */
@Component
class WorkbookPages {
    private final Submissions submissions;
    private final Layouts layouts;
    private final Checks checks;
    private final Workbooks workbooks;
    private final Units units;

    WorkbookPages(Submissions submissions, Layouts layouts, Checks checks, Workbooks workbooks, Units units) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.checks = checks;
        this.workbooks = workbooks;
        this.units = units;
    }

    WorkbookPage page(Actor actor, SubmissionId id, String problem, Text t) {
        var submission = submissions.of(actor, id, Action.ENTER_STATISTICS);
        var ready = layouts.of(submission.form(), submission.period());
        boolean open = submission.state().mayBeFilled();
        return new WorkbookPage(
                t.of("statistics.collection.sheet.title", ready.form().name(t.language())),
                t.of(
                        "statistics.collection.lead",
                        units.nearest(submission.unit(), submission.referenceDay())
                                .name(),
                        Periods.name(submission.period(), t)),
                "/statistics/submissions/" + id,
                open,
                problem,
                submission.edition(),
                // What was brought before says nothing about the file that was just refused.
                open && problem.isEmpty()
                        ? workbooks
                                .brought(actor, id)
                                .map(brought -> brought(submission, ready, brought, t))
                                .orElse(null)
                        : null);
    }

    private WorkbookPage.Brought brought(
            Submission submission, Layouts.Ready ready, Workbooks.Brought brought, Text t) {
        var changes = Workbooks.changes(submission, brought);
        return new WorkbookPage.Brought(
                brought.fileName(),
                brought.mistakes().stream()
                        .map(one -> new WorkbookPage.Mistake(
                                one.address(),
                                t.of(
                                        one.what().messageKey(),
                                        one.what().arguments().toArray())))
                        .toList(),
                brought.outside().isEmpty()
                        ? ""
                        : t.of("statistics.collection.sheet.outside", String.join(", ", brought.outside())),
                changes.stream()
                        .map(change -> change(change, ready.layout(), brought, t))
                        .toList(),
                t.of(
                        "statistics.collection.sheet.summary",
                        changes.size(),
                        brought.answers().size() - changes.size()),
                brought.mistakes().isEmpty() ? findings(submission, ready, changes, t) : List.of());
    }

    private static WorkbookPage.Change change(CellChange change, Layout layout, Workbooks.Brought brought, Text t) {
        var cell = layout.cell(change.slot());
        int decimals = cell.map(Layout.Cell::decimals).orElse(0);
        return new WorkbookPage.Change(
                brought.addresses().getOrDefault(change.slot(), ""),
                cell.map(one -> one.name(t.language())).orElse("–"),
                print(change.before() == null ? CellEntry.MISSING : change.before(), decimals, t),
                print(change.after(), decimals, t));
    }

    static String print(CellEntry entry, int decimals, Text t) {
        return switch (entry.state()) {
            case MISSING -> "–";
            case NOT_APPLICABLE -> t.of("statistics.collection.notApplicable");
            case VALUE -> FigureText.print(entry.value(), decimals, t);
        };
    }

    /** What the rules would say to the form with the figures of the file in it. */
    private List<WorkbookPage.Said> findings(
            Submission submission, Layouts.Ready ready, List<CellChange> changes, Text t) {
        var would = new Checks.Filled(
                submission.unit(),
                submission.referenceDay(),
                submission.id(),
                Workbooks.with(submission.cells(), changes));
        return checks
                .ofEach(ready, submission.period(), List.of(would))
                .getOrDefault(submission.unit(), List.of())
                .stream()
                .map(finding -> new WorkbookPage.Said(finding.isError(), finding.sentence(t)))
                .toList();
    }
}
