package vn.binhdang.statistics.disclosure;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A good choice quickly: for each cell in need the cheapest way to spread a change of it over other cells is looked for
 * by a linear programme, and the cells on that way are withheld. What turns out not to be needed is shown again.
 */
final class Spread {
    private static final Duration ONE_QUESTION = Duration.ofSeconds(20);

    /** How many of the cheapest cells of a row are tried, and over how many rows. */
    private static final int[][] BREADTHS = {{5, 2}, {15, 3}, {60, 4}, {Integer.MAX_VALUE, Integer.MAX_VALUE}};

    private final Grid grid;
    private final Attack attack;

    Spread(Grid grid, Attack attack) {
        this.grid = grid;
        this.attack = attack;
    }

    /** Withholds until the need of the cell is met; false when that cannot be. */
    boolean protect(boolean[] hidden, int cell) {
        if (attack.held(hidden, cell) != null) return true;
        Need need = java.util.Objects.requireNonNull(grid.needs[cell]);
        long up = Math.max(need.up(), need.width() - need.down());
        boolean done = side(hidden, cell, +1, up) && side(hidden, cell, -1, need.down());
        return done && attack.held(hidden, cell) != null;
    }

    private boolean side(boolean[] hidden, int cell, int sign, long want) {
        if (want == 0 || attack.reach(hidden, cell, sign, want) != null) return true;
        if (sign < 0 && grid.room[cell] < want) return false;
        BitSet last = new BitSet();
        for (int[] breadth : BREADTHS) {
            BitSet cells = around(hidden, cell, breadth[0], breadth[1]);
            if (!cells.get(cell) || cells.equals(last)) continue;
            last = cells;
            Move move = cheapest(hidden, cells, cell, sign, want);
            if (move == null) continue;
            for (int moved : move.cells()) hidden[moved] = true;
            attack.remember(move);
            return true;
        }
        return false;
    }

    /** Cells all of whose rows are near: only they can move without moving something further away. */
    private BitSet around(boolean[] hidden, int cell, int breadth, int steps) {
        BitSet rows = new BitSet();
        BitSet border = new BitSet();
        border.set(cell);
        BitSet seen = new BitSet();
        for (int step = 0; step < steps && !border.isEmpty(); step++) {
            BitSet next = new BitSet();
            border.stream().forEach(c -> {
                for (int row : grid.rowsOf[c]) {
                    if (rows.get(row)) continue;
                    rows.set(row);
                    IntStream all = Arrays.stream(grid.rows[row]);
                    if (breadth < grid.rows[row].length) {
                        all = all.boxed()
                                .sorted(Comparator.comparingLong((Integer one) -> hidden[one] ? 0 : grid.weights[one]))
                                .limit(breadth)
                                .mapToInt(one -> one);
                    }
                    all.forEach(next::set);
                }
            });
            next.andNot(seen);
            seen.or(next);
            border = next;
        }
        BitSet cells = new BitSet();
        rows.stream().flatMap(row -> Arrays.stream(grid.rows[row])).forEach(cells::set);
        for (int c : cells.stream().toArray()) {
            for (int row : grid.rowsOf[c]) if (!rows.get(row)) cells.clear(c);
        }
        cells.set(cell);
        Attack.Region.loosen(grid, cells);
        return cells;
    }

    private @Nullable Move cheapest(boolean[] hidden, BitSet among, int cell, int sign, long want) {
        int[] cells = among.stream().toArray();
        long heaviest = Arrays.stream(cells)
                .filter(c -> !hidden[c])
                .mapToLong(c -> grid.weights[c])
                .max()
                .orElse(1);
        for (boolean whole : List.of(false, true)) {
            Programme programme = new Programme();
            double far = 20.0 * want;
            for (int c : cells) {
                // Going through a withheld cell costs next to nothing, so that ways are shared.
                double cost = hidden[c] ? 0.01 : 1 + 1000.0 * grid.weights[c] / heaviest;
                double least = c == cell && sign > 0 ? want : 0;
                double fall = c == cell && sign < 0 ? want : 0;
                double most = Math.min(grid.room[c], far);
                if (whole) {
                    programme.wholeVariable(least, c == cell && sign < 0 ? 0 : far, cost);
                    programme.wholeVariable(fall, c == cell && sign > 0 ? 0 : most, cost);
                } else {
                    programme.variable(least, c == cell && sign < 0 ? 0 : far, cost);
                    programme.variable(fall, c == cell && sign > 0 ? 0 : most, cost);
                }
            }
            int[] rows = Arrays.stream(cells)
                    .flatMap(c -> Arrays.stream(grid.rowsOf[c]))
                    .distinct()
                    .toArray();
            for (int row : rows) {
                Programme.Row sum = programme.equal(0);
                for (int k = 0; k < grid.rows[row].length; k++) {
                    int at = Arrays.binarySearch(cells, grid.rows[row][k]);
                    if (at < 0) continue;
                    sum.add(2 * at, grid.factors[row][k]);
                    sum.add(2 * at + 1, -grid.factors[row][k]);
                }
            }
            Programme.Solved solved = programme.least(ONE_QUESTION);
            if (solved == null) return null;
            double[] by = new double[cells.length];
            for (int k = 0; k < by.length; k++) by[k] = solved.values()[2 * k] - solved.values()[2 * k + 1];
            Move move = Attack.rounded(cells, by);
            if (sign * move.of(cell) >= want && move.possible(grid)) return move;
        }
        return null;
    }

    /**
     * Shows again what is not needed, the heaviest first. Afterwards every cell withheld for others moves in some table
     * that the proof names, so none of them can be worked out either.
     *
     * @param held the needs as met now, by cell; kept up to date
     * @param until no further tries after this moment ({@link System#nanoTime})
     */
    void showAgain(boolean[] hidden, Attack.@Nullable Held[] held, int[] needy, List<Integer> order, long until) {
        boolean[] must = grid.mustBeHidden();
        for (int cell : order) {
            if (!hidden[cell] || must[cell]) continue;
            hidden[cell] = false;
            Attack.@Nullable Held[] changed = new Attack.Held[needy.length];
            boolean fine = true;
            for (int n = 0; n < needy.length && fine; n++) {
                Attack.Held now = held[needy[n]];
                if (now == null || !now.uses(cell)) continue;
                changed[n] = System.nanoTime() > until ? null : attack.held(hidden, needy[n]);
                fine = changed[n] != null;
            }
            if (!fine) {
                hidden[cell] = true;
                continue;
            }
            for (int n = 0; n < needy.length; n++) if (changed[n] != null) held[needy[n]] = changed[n];
        }
    }
}
