package vn.binhdang.statistics.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;

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
        return of(submission.cells(), form, noted, computed, outside);
    }

    /**
     * Figures of a unit as they stand, or as they would stand.
     * @param referenceDay the last day of the window on which the unit existed
     * @param submission null while nobody has begun
     */
    public record Filled(
            UnitId unit, LocalDate referenceDay, @Nullable SubmissionId submission, Cells cells) {
        public static Filled of(Submission submission) {
            return new Filled(submission.unit(), submission.referenceDay(), submission.id(), submission.cells());
        }
    }

    /** The same about many units, one submission of each, with as few statements as for one. */
    public Map<UnitId, List<Finding>> ofEach(Layouts.Ready form, ReportingPeriod period, List<Filled> filled) {
        var days = filled.stream().collect(Collectors.toMap(Filled::unit, Filled::referenceDay));
        return ofEach(form, period, filled, computed.ofEach(form, period, days));
    }

    /**
     * As {@link #ofEach(Layouts.Ready, ReportingPeriod, List)}.
     * @param computed as {@link ComputedFigures#ofEach} gave it
     */
    public Map<UnitId, List<Finding>> ofEach(
            Layouts.Ready form,
            ReportingPeriod period,
            List<Filled> filled,
            Map<UnitId, Map<Integer, ComputedFigures.Computed>> computed) {
        var outside = past.outsideOfEach(
                form, period, filled.stream().map(Filled::unit).toList());
        var noted = notes.ofEach(
                filled.stream().map(Filled::submission).filter(Objects::nonNull).toList());
        var findings = new HashMap<UnitId, List<Finding>>();
        for (var one : filled)
            findings.put(
                    one.unit(),
                    of(
                            one.cells(),
                            form,
                            one.submission() == null
                                    ? Notes.Noted.NOTHING
                                    : noted.getOrDefault(one.submission(), Notes.Noted.NOTHING),
                            computed.getOrDefault(one.unit(), Map.of()),
                            outside.apply(one.unit())));
        return findings;
    }

    private static List<Finding> of(
            Cells cells,
            Layouts.Ready form,
            Notes.Noted noted,
            Map<Integer, ComputedFigures.Computed> computed,
            Outside outside) {
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
