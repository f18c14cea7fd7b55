package vn.binhdang.statistics.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Submission;

/** Everything that is to be said about a stored submission before it is handed in. */
@Component("checksOfForms")
public class Checks {
    private final Layouts layouts;
    private final Past past;
    private final Notes notes;
    private final ComputedFigures computed;

    Checks(Layouts layouts, Past past, Notes notes, ComputedFigures computed) {
        this.layouts = layouts;
        this.past = past;
        this.notes = notes;
        this.computed = computed;
    }

    /** Rules, limits, what has to be filled in and is not, and figures that differ from what the product counted. */
    public List<Finding> of(Submission submission) {
        var form = layouts.of(submission.form(), submission.period());
        return of(
                submission,
                form,
                notes.of(submission.id()),
                computed.of(submission, form),
                past.outside(submission, form, past.before(submission, form)));
    }

    public List<Finding> of(
            Submission submission,
            Layouts.Ready form,
            Notes.Noted noted,
            Map<Integer, ComputedFigures.Computed> computed,
            Outside outside) {
        var cells = submission.cells();
        var findings = new ArrayList<>(form.rules().missing(cells));
        findings.addAll(form.rules().check(cells, outside));
        computed.forEach((slot, known) -> {
            if (slot >= cells.slots() || cells.state(slot) != CellState.VALUE || cells.value(slot) == known.value())
                return;
            if (noted.ofCells().containsKey(slot)) return;
            form.layout()
                    .cell(slot)
                    .ifPresent(cell -> findings.add(new Finding(
                            Severity.ERROR,
                            "computed",
                            List.of(slot),
                            t -> t.of(
                                    "statistics.collection.finding.computed",
                                    cell.name(t.language()),
                                    FigureText.print(known.value(), cell.decimals(), t)))));
        });
        return findings;
    }

    /** What keeps it from being handed in: errors, and warnings that nobody has explained. */
    public List<Finding> blocking(Submission submission) {
        var noted = notes.of(submission.id());
        return of(submission).stream()
                .filter(finding -> finding.isError() || !noted.ofRules().containsKey(finding.mark()))
                .toList();
    }
}
