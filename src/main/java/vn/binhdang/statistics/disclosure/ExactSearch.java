package vn.binhdang.statistics.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best choice: an integer programme chooses what to withhold at least loss, an attack looks whether that is safe,
 * and each way to work a cell out becomes one more condition ({@link Cut}) of the programme, until nothing is found
 * (Fischetti and Salazar-González).
 */
final class ExactSearch {
    private final Grid grid;
    private final Attack attack;
    private final boolean[] must;
    private final int[] needy;
    private final int[] choices;
    private final int[] rows;
    private final List<Cut> cuts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** @param hidden null when nothing better than what was there is possible, or time ran out */
    record Answer(boolean @Nullable [] hidden, long bound, boolean best) {}

    /** @param cells one group of cells that hang together */
    ExactSearch(Grid grid, Attack attack, int[] cells) {
        this.grid = grid;
        this.attack = attack;
        must = grid.mustBeHidden();
        needy = Arrays.stream(cells).filter(c -> grid.needs[c] != null).toArray();
        choices = Arrays.stream(cells)
                .filter(c -> grid.offered[c] && !must[c])
                .sorted()
                .toArray();
        rows = Arrays.stream(cells)
                .flatMap(c -> Arrays.stream(grid.rowsOf[c]))
                .distinct()
                .sorted()
                .toArray();
        for (int cell : needy) firstCuts(cell);
    }

    private void firstCuts(int cell) {
        Need need = java.util.Objects.requireNonNull(grid.needs[cell]);
        for (int k = 0; k < grid.rowsOf[cell].length; k++) {
            double[] prices = new double[grid.rows.length];
            for (int sign : new int[] {1, -1}) {
                long want = sign > 0 ? need.up() : need.down();
                if (want == 0) continue;
                prices[grid.rowsOf[cell][k]] = (double) sign / grid.factorsOf[cell][k];
                add(Attack.cut(attack.cost(prices, cell, sign), want));
            }
        }
    }

    /** Without what is withheld anyway; a cut that is fulfilled anyway says nothing. */
    private boolean add(Cut cut) {
        double least = cut.least();
        int count = 0;
        int[] cells = new int[cut.cells().length];
        double[] factors = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            if (must[cut.cells()[k]]) least -= cut.factors()[k];
            else if (grid.offered[cut.cells()[k]]) {
                cells[count] = cut.cells()[k];
                factors[count++] = cut.factors()[k];
            }
        }
        if (least <= 1e-9) return false;
        for (int k = 0; k < count; k++) factors[k] = Math.min(1, factors[k] / least);
        Cut bare = new Cut(Arrays.copyOf(cells, count), Arrays.copyOf(factors, count), 1);
        if (!known.add(Arrays.toString(bare.cells()) + Arrays.toString(bare.factors()))) return false;
        cuts.add(bare);
        return true;
    }

    /** @param best loss of what is there already, to be beaten */
    Answer search(long best, long until) {
        long bound = 0;
        while (true) {
            long left = until - System.nanoTime();
            if (left <= 0) return new Answer(null, bound, false);
            Programme programme = new Programme();
            for (int c : choices) programme.wholeVariable(0, 1, grid.weights[c]);
            for (Cut cut : cuts) {
                Programme.Row row = programme.atLeast(1);
                for (int k = 0; k < cut.cells().length; k++)
                    row.add(Arrays.binarySearch(choices, cut.cells()[k]), cut.factors()[k]);
            }
            for (int[] alone : together) {
                Programme.Row row = programme.atLeast(0);
                row.add(Arrays.binarySearch(choices, alone[0]), -1);
                for (int k = 1; k < alone.length; k++) row.add(Arrays.binarySearch(choices, alone[k]), 1);
            }
            Programme.Row better = programme.atMost(best - 1);
            for (int k = 0; k < choices.length; k++) better.add(k, grid.weights[choices[k]]);
            Programme.Solved solved = programme.least(Duration.ofNanos(left));
            if (solved == null && programme.impossible()) return new Answer(null, best, true);
            if (solved == null) return new Answer(null, bound, false);
            if (!solved.best()) return new Answer(null, bound, false);
            bound = Math.max(bound, Math.round(Math.ceil(solved.cost() - 1e-4)));
            if (bound >= best) return new Answer(null, best, true);
            boolean[] hidden = must.clone();
            for (int k = 0; k < choices.length; k++) hidden[choices[k]] = solved.values()[k] > 0.5;
            if (safe(hidden)) return new Answer(hidden, bound, true);
        }
    }

    /** Beside each cell withheld for others another of its row is hidden: alone it would be worked out and of no use. */
    private final List<int[]> together = new ArrayList<>();

    private boolean safe(boolean[] hidden) {
        boolean safe = true;
        for (int row : rows) safe &= !lonely(hidden, row);
        if (!safe) return false;
        for (int cell : needy) {
            if (attack.held(hidden, cell) != null) continue;
            safe = false;
            boolean helped = false;
            for (Cut cut : attack.reasons(hidden, cell)) helped |= add(cut);
            // No reason in fractions of a count, only in whole ones: then at least one more has to go.
            if (!helped) add(oneMore(hidden));
        }
        return safe;
    }

    private boolean lonely(boolean[] hidden, int row) {
        int count = 0;
        int only = -1;
        for (int c : grid.rows[row]) {
            if (!hidden[c]) continue;
            count++;
            only = c;
        }
        if (count != 1 || must[only]) return false;
        for (int c : grid.rows[row]) if (must[c]) return false;
        int[] pair = new int[grid.rows[row].length];
        pair[0] = only;
        int at = 1;
        for (int c : grid.rows[row]) if (c != only) pair[at++] = c;
        together.add(pair);
        return true;
    }

    private Cut oneMore(boolean[] hidden) {
        int[] others = Arrays.stream(choices).filter(c -> !hidden[c]).toArray();
        double[] factors = new double[others.length];
        Arrays.fill(factors, 1);
        return new Cut(others, factors, 1);
    }
}
