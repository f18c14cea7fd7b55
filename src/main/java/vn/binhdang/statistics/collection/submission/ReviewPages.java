package vn.binhdang.statistics.collection.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.Notes;
import vn.binhdang.statistics.collection.Past;
import vn.binhdang.web.Text;

/** Makes the page of whoever looks at a submission. */
@Component
class ReviewPages {
    private final Submissions submissions;
    private final Layouts layouts;
    private final Checks checks;
    private final ComputedFigures computed;
    private final Notes notes;
    private final Past past;
    private final StateParts states;
    private final StepRows steps;
    private final Units units;

    ReviewPages(
            Submissions submissions,
            Layouts layouts,
            Checks checks,
            ComputedFigures computed,
            Notes notes,
            Past past,
            StateParts states,
            StepRows steps,
            Units units) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.checks = checks;
        this.computed = computed;
        this.notes = notes;
        this.past = past;
        this.states = states;
        this.steps = steps;
        this.units = units;
    }

    /** What was typed and could not be taken. */
    record Typed(Set<Integer> slots, String words, String wordsMistake, String reason, String reasonMistake) {
        static final Typed NOTHING = new Typed(Set.of(), "", "", "", "");
    }

    ReviewPage page(Actor actor, SubmissionId id, Typed typed, String saved, Text t) {
        var submission = submissions.of(actor, id, Action.ACCEPT_STATISTICS);
        var ready = layouts.of(submission.form(), submission.period());
        var before = earlier(actor, submission);
        var noted = notes.of(id);
        var state = states.of(actor, submission, ready.layout(), t);
        var outside = past.outside(submission, ready, past.before(submission, ready));
        boolean open = submission.state() == SubmissionState.SUBMITTED;
        return new ReviewPage(
                t.of("statistics.collection.review.title", ready.form().name(t.language())),
                lead(submission, t),
                state.address(),
                state.address(),
                submission.edition(),
                open,
                open && state.own(),
                saved.isEmpty() ? "" : t.of("statistics.collection.saved." + word(saved)),
                state,
                checks.of(submission, ready, noted, computed.of(submission, ready), outside).stream()
                        .map(finding -> new ReviewPage.Said(
                                finding.isError(),
                                finding.sentence(t),
                                "#cell-" + finding.slots().getFirst(),
                                noted.ofRules().getOrDefault(finding.mark(), "")))
                        .toList(),
                tables(ready.layout(), submission, before.orElse(null), noted, typed.slots(), t),
                steps.remarks(id).stream()
                        .filter(remark -> remark.stepId() == null)
                        .map(remark -> new ReviewPage.Collected(
                                remark.id().toString(),
                                ready.layout()
                                        .cell(remark.slot())
                                        .map(cell -> cell.name(t.language()))
                                        .orElse("–"),
                                remark.words()))
                        .toList(),
                typed.words(),
                typed.wordsMistake(),
                typed.reason(),
                typed.reasonMistake());
    }

    private static String word(String saved) {
        return List.of("remarked", "unremarked").contains(saved) ? saved : "done";
    }

    String lead(Submission submission, Text t) {
        return t.of(
                "statistics.collection.lead",
                units.nearest(submission.unit(), submission.referenceDay()).name(),
                Periods.name(submission.period(), t));
    }

    /** What an amendment is compared with: the revision before it. */
    Optional<Submission> earlier(Actor actor, Submission submission) {
        if (submission.revision() == 0) return Optional.empty();
        return submissions
                .revisions(actor, submission.form(), submission.period(), submission.unit(), Action.READ_STATISTICS)
                .stream()
                .filter(one -> one.revision() == submission.revision() - 1)
                .findFirst();
    }

    private static List<ReviewPage.Table> tables(
            Layout layout,
            Submission submission,
            @Nullable Submission before,
            Notes.Noted noted,
            Set<Integer> chosen,
            Text t) {
        var tables = new ArrayList<ReviewPage.Table>();
        for (var section : layout.sections()) {
            var columns = new ArrayList<Integer>();
            for (int i = 0; i < section.columns().size(); i++)
                if (section.columns().get(i).share() == null) columns.add(i);
            var rows = new ArrayList<ReviewPage.Row>();
            for (var row : section.rows()) {
                var cells = new ArrayList<ReviewPage.Cell>();
                for (int i : columns) cells.add(cell(row.cells().get(i), submission, before, noted, chosen, t));
                rows.add(new ReviewPage.Row(row.name(t.language()), cells));
            }
            tables.add(new ReviewPage.Table(
                    section.name(t.language()),
                    columns.stream()
                            .map(i -> section.columns().get(i).name(t.language()))
                            .toList(),
                    rows));
        }
        return tables;
    }

    private static ReviewPage.Cell cell(
            Layout.@Nullable Cell asked,
            Submission submission,
            @Nullable Submission before,
            Notes.Noted noted,
            Set<Integer> chosen,
            Text t) {
        if (asked == null) return new ReviewPage.Cell(-1, "", "", "", "", false);
        String value = Printed.cell(submission.cells(), asked.slot(), asked.decimals(), t);
        String was = before == null ? value : Printed.cell(before.cells(), asked.slot(), asked.decimals(), t);
        return new ReviewPage.Cell(
                asked.slot(),
                asked.name(t.language()),
                value,
                was.equals(value) ? "" : was,
                noted.ofCells().getOrDefault(asked.slot(), ""),
                chosen.contains(asked.slot()));
    }
}
