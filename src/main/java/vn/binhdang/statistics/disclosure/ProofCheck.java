package vn.binhdang.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.disclosure.TableCell.Showing;

/**
 * Reads the true tables, the result and its proof anew and looks whether the proof proves it. Uses whole numbers and
 * none of the classes that made the proof: what they believe does not count here.
 */
public final class ProofCheck {
    private final Tables tables;
    private final SafeTables safe;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> values;

    private ProofCheck(Tables tables, SafeTables safe) {
        this.tables = tables;
        this.safe = safe;
        values = tables.values();
    }

    /** @return what is wrong, in words for the log and the tests; empty when the proof holds */
    public static List<String> faults(Tables tables, SafeTables safe) {
        ProofCheck check = new ProofCheck(tables, safe);
        check.all();
        return check.faults;
    }

    private void all() {
        if (!tables.sha256().equals(safe.proof().inputs())) faults.add("the proof is of other tables");
        if (!safe.outcomes().keySet().equals(values.keySet())) faults.add("the result is of other cells");
        if (!faults.isEmpty()) return;
        List<@Nullable Map<String, Long>> others =
                new ArrayList<>(safe.proof().changes().stream().map(this::other).toList());
        for (TableCell cell : tables.cells()) {
            if (rounded()) checkRounded(cell, others);
            else check(cell, others);
        }
        if (rounded()) checkSums();
    }

    private boolean rounded() {
        return safe.proof().base() > 0;
    }

    private void checkRounded(TableCell cell, List<@Nullable Map<String, Long>> others) {
        if (cell.showing() == Showing.UNSEEN) return;
        Outcome outcome = safe.outcome(cell.key());
        if (outcome.kind() != Outcome.Kind.ROUNDED
                || outcome.shown() % safe.proof().base() != 0
                || Math.abs(outcome.shown() - cell.value()) > safe.proof().distance())
            faults.add("not a multiple near by: " + cell.key());
        if (cell.need() == null) return;
        Proof.Interval interval = safe.proof().intervals().get(cell.key());
        if (interval == null
                || reached(cell, interval.lowChange(), others) != interval.low()
                || reached(cell, interval.highChange(), others) != interval.high()
                || interval.high() - interval.low() < safe.proof().base() - 1)
            faults.add("too little doubt: " + cell.key());
    }

    /** What is shown must add up wherever all of it is shown. */
    private void checkSums() {
        Map<String, Long> shown = new HashMap<>();
        safe.outcomes().forEach((key, outcome) -> {
            if (outcome.kind() == Outcome.Kind.ROUNDED) shown.put(key, outcome.shown());
        });
        for (Relation relation : tables.relations()) {
            if (shown.keySet().containsAll(relation.factors().keySet()) && !relation.holds(shown))
                faults.add("rounded counts do not add up: " + relation.name());
        }
    }

    /** The other table that a change leads to; null when it could be ruled out. */
    private @Nullable Map<String, Long> other(Map<String, Long> change) {
        Map<String, Long> other = new HashMap<>(values);
        change.forEach((key, by) -> other.merge(key, by, Math::addExact));
        if (other.size() != values.size()) return fault("a change of a cell that is not there");
        for (TableCell cell : tables.cells()) {
            long now = java.util.Objects.requireNonNull(other.get(cell.key()));
            if (now < cell.floor()) return fault("a change below the floor of " + cell.key());
            if (rounded() && cell.showing() == Showing.OFFERED) {
                if (Math.abs(now - safe.outcome(cell.key()).shown())
                        > safe.proof().distance()) return fault("a change too far from what is shown: " + cell.key());
            } else if (now != cell.value() && seen(cell))
                return fault("a change of a cell that is shown: " + cell.key());
        }
        for (Relation relation : tables.relations())
            if (!relation.holds(other)) return fault("a change that breaks " + relation.name());
        return other;
    }

    private @Nullable Map<String, Long> fault(String what) {
        faults.add(what);
        return null;
    }

    private boolean seen(TableCell cell) {
        if (cell.showing() == Showing.KNOWN) return true;
        Outcome outcome = safe.outcome(cell.key());
        return !outcome.withheld() && outcome.kind() != Outcome.Kind.UNSEEN;
    }

    private void check(TableCell cell, List<@Nullable Map<String, Long>> others) {
        Outcome outcome = safe.outcome(cell.key());
        boolean shown = outcome.kind() == Outcome.Kind.SHOWN;
        if (shown && outcome.shown() != cell.value()) faults.add("shown otherwise than it is: " + cell.key());
        if (!shown && outcome.shown() != 0) faults.add("withheld, yet a count is given: " + cell.key());
        if (cell.showing() == Showing.UNSEEN != (outcome.kind() == Outcome.Kind.UNSEEN))
            faults.add("in a table or not: " + cell.key());
        Need need = cell.need() != null ? cell.need() : outcome.withheld() ? Need.anyDoubt() : null;
        if (need == null) return;
        if (seen(cell)) {
            faults.add("shown, but may not be known: " + cell.key());
            return;
        }
        Proof.Interval interval = safe.proof().intervals().get(cell.key());
        if (interval == null) {
            faults.add("without an interval: " + cell.key());
            return;
        }
        if (reached(cell, interval.lowChange(), others) != interval.low()
                || reached(cell, interval.highChange(), others) != interval.high())
            faults.add("an interval that its changes do not reach: " + cell.key());
        if (cell.value() - interval.low() < need.down()
                || interval.high() - cell.value() < need.up()
                || interval.high() - interval.low() < need.width()) faults.add("too little doubt: " + cell.key());
    }

    private long reached(TableCell cell, int change, List<@Nullable Map<String, Long>> others) {
        if (change == -1) return cell.value();
        if (change < 0 || change >= others.size()) return Long.MIN_VALUE;
        Map<String, Long> other = others.get(change);
        return other == null ? Long.MIN_VALUE : java.util.Objects.requireNonNull(other.get(cell.key()));
    }
}
