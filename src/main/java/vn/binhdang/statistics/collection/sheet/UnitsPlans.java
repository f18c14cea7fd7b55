package vn.binhdang.statistics.collection.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.ComputedFigures.Computed;
import vn.binhdang.statistics.collection.Finding;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.board.UnitsToEnter;
import vn.binhdang.statistics.collection.sheet.FilledWorkbook.Mistake;

/** What a brought workbook of several units would do to each of them, and what the rules have to say to it. */
@Component
class UnitsPlans {
    private final Submissions submissions;
    private final ComputedFigures computed;
    private final Checks checks;

    UnitsPlans(Submissions submissions, ComputedFigures computed, Checks checks) {
        this.submissions = submissions;
        this.computed = computed;
        this.checks = checks;
    }

    /**
     * What the file would do to one unit.
     * @param entered what stands so far; nothing where nobody has begun
     * @param known what the product has counted, by slot
     * @param counted of that what belongs to cells in which nothing stands, and can stand there
     */
    record Planned(
            UnitsToEnter.One unit,
            UnitsBooks.Row row,
            @Nullable Submission submission,
            Cells entered,
            List<CellChange> changes,
            Map<Integer, Computed> known,
            Map<Integer, Computed> counted) {

        Map<Integer, Long> countedValues() {
            var values = new TreeMap<Integer, Long>();
            counted.forEach((slot, figure) -> values.put(slot, figure.value()));
            return values;
        }

        /** The changes of the file and those that confirming what was counted makes. */
        List<CellChange> withCounted() {
            var all = new ArrayList<>(changes);
            countedValues()
                    .forEach((slot, value) -> all.add(new CellChange(slot, CellEntry.MISSING, CellEntry.of(value))));
            return all;
        }

        /** The figures with those of the file in them, and with those that nobody but the product can fill in. */
        private Cells would() {
            return Workbooks.with(entered, withCounted());
        }
    }

    /**
     * @param counted units that the file leaves as they are and of which the product has counted something: written only when
     *     that is confirmed
     * @param mistakes units whose figures would change although they wait for a decision, were accepted or are gone
     */
    record Plan(List<Planned> changing, List<Planned> counted, List<Mistake> mistakes, int unchanged) {
        int cells() {
            return changing.stream().mapToInt(one -> one.changes().size()).sum();
        }

        /** How many figures the product has counted for cells in which nothing stands. */
        int countedCells() {
            return Stream.concat(changing.stream(), counted.stream())
                    .mapToInt(one -> one.counted().size())
                    .sum();
        }

        /** The same only while the same figures would change in the same way and the same ones were counted. */
        String stand() {
            return hash(changing, Planned::changes)
                    + hash(Stream.concat(changing.stream(), counted.stream()).toList(), Planned::countedValues);
        }

        /**
         * Whether that is what was shown.
         * @param confirm whether what was counted matters too
         */
        boolean was(String stand, boolean confirm) {
            return confirm ? stand.equals(stand()) : stand.startsWith(hash(changing, Planned::changes));
        }

        private static String hash(List<Planned> units, Function<Planned, Object> figures) {
            var text = new StringBuilder();
            for (var one : units)
                text.append(one.unit().unit()).append(figures.apply(one)).append('\n');
            return HexFormat.of().formatHex(Sha256.of(text.toString()), 0, 16);
        }
    }

    /** What a brought file would change, from what stands now. */
    Plan plan(Actor actor, UnitsToEnter.Found found, Layouts.Ready ready, UnitsBooks.Brought brought) {
        var asked = new LinkedHashMap<UnitId, UnitsToEnter.One>();
        for (var one : found.units()) asked.put(one.unit(), one);
        var named = brought.rows().stream()
                .map(row -> asked.get(row.unit()))
                .filter(Objects::nonNull)
                .toList();
        var stored = stored(actor, named);
        var known = counted(found, ready, named, stored);
        var empty = new Cells(found.form().shape().slots().size());
        var changing = new ArrayList<Planned>();
        var counted = new ArrayList<Planned>();
        var mistakes = new ArrayList<Mistake>();
        int unchanged = 0;
        for (var row : brought.rows()) {
            String address = brought.sheet() + "!" + SheetBook.Sheet.address(row.number(), UnitsWorkbook.NAME);
            var one = asked.get(row.unit());
            if (one == null) {
                // It ended or went elsewhere since the file was read.
                mistakes.add(new Mistake(address, RowUnits.wrong("gone")));
                continue;
            }
            var submission = one.submission() == null ? null : stored.get(one.submission());
            var entered = submission == null ? empty : submission.cells();
            var changes = Workbooks.changes(entered, row.answers(), brought.clears());
            var ofUnit = known.getOrDefault(one.unit(), Map.of());
            var planned = new Planned(one, row, submission, entered, changes, ofUnit, fitting(ready, entered, ofUnit));
            if (changes.isEmpty()) unchanged++;
            if (one.open()) {
                if (!changes.isEmpty()) changing.add(planned);
                else if (!planned.counted().isEmpty()) counted.add(planned);
            } else if (!changes.isEmpty())
                mistakes.add(new Mistake(address, RowUnits.wrong(one.accepted() ? "accepted" : "waits", one.name())));
        }
        return new Plan(changing, counted, mistakes, unchanged);
    }

    /** One figure that its cell cannot hold does not keep all the others of the file: its unit is told at its form. */
    private static Map<Integer, Computed> fitting(Layouts.Ready ready, Cells entered, Map<Integer, Computed> known) {
        var slots = ready.form().shape().slots();
        var fitting = new TreeMap<Integer, Computed>();
        known.forEach((slot, figure) -> {
            if (slot < entered.slots() && entered.state(slot) != CellState.MISSING) return;
            if (ready.layout()
                    .cell(slot)
                    .filter(cell -> AnswerReader.holds(figure.value(), cell, slots.get(slot)))
                    .isPresent()) fitting.put(slot, figure);
        });
        return fitting;
    }

    Map<SubmissionId, Submission> stored(Actor actor, List<UnitsToEnter.One> of) {
        var ids = of.stream()
                .map(UnitsToEnter.One::submission)
                .filter(Objects::nonNull)
                .toList();
        return submissions.all(actor, ids, Action.ENTER_STATISTICS).stream()
                .collect(Collectors.toMap(Submission::id, one -> one));
    }

    /** What the product itself has counted of these units, by slot. */
    Map<UnitId, Map<Integer, Computed>> counted(
            UnitsToEnter.Found found,
            Layouts.Ready ready,
            List<UnitsToEnter.One> of,
            Map<SubmissionId, Submission> stored) {
        var days = new HashMap<UnitId, LocalDate>();
        for (var one : of)
            days.put(one.unit(), day(found, one.submission() == null ? null : stored.get(one.submission())));
        return computed.ofEach(ready, found.period(), days);
    }

    /** A unit that is on the board is there on the last day of the window. */
    private static LocalDate day(UnitsToEnter.Found found, @Nullable Submission submission) {
        return submission == null ? found.day() : submission.referenceDay();
    }

    /** What is said to each unit on the page of its form, with the figures of the file in it. */
    Map<UnitId, List<Finding>> findings(UnitsToEnter.Found found, Layouts.Ready ready, Plan plan) {
        var counted = new HashMap<UnitId, Map<Integer, Computed>>();
        var filled = new ArrayList<Checks.Filled>();
        for (var one : plan.changing()) {
            var unit = one.unit().unit();
            counted.put(unit, one.known());
            filled.add(new Checks.Filled(
                    unit,
                    day(found, one.submission()),
                    one.submission() == null ? null : one.submission().id(),
                    one.would()));
        }
        return checks.ofEach(ready, found.period(), filled, counted);
    }
}
