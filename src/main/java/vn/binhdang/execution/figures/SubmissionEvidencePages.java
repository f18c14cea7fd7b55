package vn.binhdang.execution.figures;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.web.Text;

/** Makes the evidence of a submission ready to print. */
@Component
class SubmissionEvidencePages {
    private final SubmissionEvidence evidence;
    private final Submissions submissions;
    private final Units units;
    private final ExecutionRules rules;
    private final Clock clock;

    SubmissionEvidencePages(
            SubmissionEvidence evidence, Submissions submissions, Units units, ExecutionRules rules, Clock clock) {
        this.evidence = evidence;
        this.submissions = submissions;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param saved what was done just now: "attached" or "detached"; anything else says nothing */
    SubmissionEvidencePage page(
            Actor actor, SubmissionId id, String saved, LinkForm link, Map<String, String> mistakes, Text t) {
        var submission = submissions.of(actor, id, Action.READ_STATISTICS);
        boolean enters = mayEnter(actor, id);
        boolean mayAdd = enters && SubmissionEvidence.mayBeAdded(submission);
        String path = "/statistics/submissions/" + id;
        return new SubmissionEvidencePage(
                path,
                lead(submission, t),
                saved.equals("attached") || saved.equals("detached")
                        ? t.of("execution.figures.evidence.saved." + saved)
                        : "",
                evidence.of(id).stream()
                        .map(kept -> ShownEvidence.of(
                                path, kept, enters && submission.state().mayBeFilled(), t))
                        .toList(),
                mayAdd,
                enters && !mayAdd ? t.of("execution.figures.evidence.accepted") : "",
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", rules.on(Today.of(clock).day()).evidenceMegabytes()),
                link,
                mistakes);
    }

    private boolean mayEnter(Actor actor, SubmissionId id) {
        if (!actor.may(Action.ENTER_STATISTICS)) return false;
        try {
            submissions.of(actor, id, Action.ENTER_STATISTICS);
            return true;
        } catch (NotVisible elsewhere) {
            return false;
        }
    }

    private String lead(Submission submission, Text t) {
        var period = submission.period();
        return t.of(
                "execution.figures.evidence.lead",
                units.nearest(submission.unit(), submission.referenceDay()).name(),
                t.of(period.labelKey(), period.ordinal(), String.valueOf(period.year())));
    }
}
