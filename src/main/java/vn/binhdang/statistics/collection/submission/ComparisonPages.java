package vn.binhdang.statistics.collection.submission;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.web.Text;

/** An amendment begins with a reason and is read beside what it amends: old, new, difference. */
@Component
class ComparisonPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Submissions submissions;
    private final Layouts layouts;
    private final ReviewPages reviews;
    private final StepRows steps;

    ComparisonPages(Submissions submissions, Layouts layouts, ReviewPages reviews, StepRows steps) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.reviews = reviews;
        this.steps = steps;
    }

    AmendmentPage amendment(Actor actor, SubmissionId id, String reason, String mistake, Text t) {
        var submission = submissions.of(actor, id, Action.ENTER_STATISTICS);
        if (submission.state() != SubmissionState.ACCEPTED) throw new Refused("statistics.submission.notAccepted");
        var form = layouts.of(submission.form(), submission.period()).form();
        return new AmendmentPage(
                t.of("statistics.collection.amendment.title", form.name(t.language())),
                reviews.lead(submission, t),
                "/statistics/submissions/" + id,
                reason,
                mistake);
    }

    /** @throws Refused for a first answer, which amends nothing */
    ComparisonPage comparison(Actor actor, SubmissionId id, Text t) {
        var submission = submissions.of(actor, id, Action.READ_STATISTICS);
        var before = reviews.earlier(actor, submission)
                .orElseThrow(() -> new Refused("statistics.collection.comparison.first"));
        var ready = layouts.of(submission.form(), submission.period());
        var done = steps.of(List.of(before.id(), id));
        var lines = new ArrayList<ComparisonPage.Line>();
        int unchanged = 0;
        for (var cell : ready.layout().cells()) {
            String old = Printed.cell(before.cells(), cell.slot(), cell.decimals(), t);
            String now = Printed.cell(submission.cells(), cell.slot(), cell.decimals(), t);
            if (old.equals(now)) unchanged++;
            else
                lines.add(new ComparisonPage.Line(
                        cell.name(t.language()),
                        old,
                        now,
                        difference(before, submission, cell.slot(), cell.decimals(), t)));
        }
        return new ComparisonPage(
                t.of("statistics.collection.comparison.title", ready.form().name(t.language())),
                reviews.lead(submission, t),
                "/statistics/submissions/" + id,
                reason(done, id).orElse(""),
                head("statistics.collection.comparison.old", before, done, t),
                head("statistics.collection.comparison.new", submission, done, t),
                unchanged,
                lines);
    }

    private static String difference(Submission before, Submission after, int slot, int decimals, Text t) {
        if (Printed.state(before.cells(), slot) != CellState.VALUE
                || Printed.state(after.cells(), slot) != CellState.VALUE) return "";
        long more = after.cells().value(slot) - before.cells().value(slot);
        return (more > 0 ? "+" : "") + FigureText.print(more, decimals, t);
    }

    private static Optional<String> reason(List<Step> done, SubmissionId id) {
        return done.stream()
                .filter(step ->
                        step.step() == Step.Kind.AMENDED && step.submissionId().equals(id.value()))
                .map(Step::reason)
                .findFirst();
    }

    /** "Đã nhận 15/02/2025", or where it stands. */
    private static String head(String key, Submission submission, List<Step> done, Text t) {
        String when = done.stream()
                .filter(step -> step.step() == Step.Kind.ACCEPTED
                        && step.submissionId().equals(submission.id().value()))
                .map(step -> t.of(
                        "statistics.collection.comparison.acceptedOn",
                        DAY.format(step.at().atZoneSameInstant(Today.ZONE))))
                .findFirst()
                .orElseGet(() -> t.of(submission.state().messageKey()));
        return t.of(key, when);
    }
}
