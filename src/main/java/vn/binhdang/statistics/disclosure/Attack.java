package vn.binhdang.statistics.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody works out who knows everything that is shown and every relation: how far a hidden cell can be from its
 * true value. An answer is another table in whole numbers, checked in whole numbers; when there is none, the reason is
 * given as a {@link Cut} that every safe choice fulfils.
 */
final class Attack {
    private static final Duration ONE_QUESTION = Duration.ofSeconds(5);

    /** Most answers are near; a cell that moves only with more than the last of these counts as not moving. */
    private static final int[] LIMITS = {60, 300, 1500};

    private final Grid grid;
    /** Tables found so far, by the cells they change. */
    private final List<List<Move>> found;

    int questions;

    Attack(Grid grid) {
        this.grid = grid;
        found = new ArrayList<>();
        for (int c = 0; c < grid.size; c++) found.add(new ArrayList<>(2));
    }

    /** @param sign +1 upwards, -1 downwards; @return null when not reached */
    @Nullable
    Move known(boolean[] hidden, int cell, int sign, long want) {
        for (Move move : found.get(cell)) {
            if (sign * move.of(cell) >= want && move.hiddenBy(hidden)) return move;
        }
        return null;
    }

    void remember(Move move) {
        for (int cell : move.cells()) found.get(cell).add(move);
        Move back = move.back();
        if (back.possible(grid)) for (int cell : back.cells()) found.get(cell).add(back);
    }

    /** Another table in which the cell is further away by {@code want}; null when there is none. */
    @Nullable
    Move reach(boolean[] hidden, int cell, int sign, long want) {
        Move known = known(hidden, cell, sign, want);
        if (known != null) return known;
        if (sign < 0 && grid.room[cell] < want) return null;
        for (int limit : LIMITS) {
            Region region = Region.around(grid, cell, hidden, limit);
            if (region != null) {
                questions++;
                Move move = solve(region, cell, sign, want, false);
                // Three dimensions: the solver may answer with halves. Then whole numbers are asked for.
                if (move == null && halves) move = solve(region, cell, sign, want, true);
                if (move != null) {
                    remember(move);
                    return move;
                }
                if (region.all()) return null;
            }
            if (region == null && Region.linked(grid, cell, hidden, null, limit).cardinality() < limit) return null;
        }
        return null;
    }

    private boolean halves;

    private @Nullable Move solve(Region region, int cell, int sign, long want, boolean whole) {
        Programme programme = new Programme();
        int[] cells = region.cells();
        long far = 20 * want;
        for (int c : cells) {
            double low = c == cell && sign > 0 ? want : -Math.min(grid.room[c], far);
            double high = c == cell && sign < 0 ? -want : far;
            if (whole) programme.wholeVariable(low, high, 0);
            else programme.variable(low, high, 0);
        }
        for (int row : region.rows()) {
            Programme.Row sum = programme.equal(0);
            for (int k = 0; k < grid.rows[row].length; k++) {
                int at = Arrays.binarySearch(cells, grid.rows[row][k]);
                if (at >= 0) sum.add(at, grid.factors[row][k]);
            }
        }
        Programme.Solved solved = programme.least(ONE_QUESTION);
        halves = false;
        if (solved == null) return null;
        Move move = rounded(cells, solved.values());
        if (sign * move.of(cell) >= want && move.possible(grid)) return move;
        halves = true;
        return null;
    }

    static Move rounded(int[] cells, double[] by) {
        int[] moved = new int[cells.length];
        long[] amounts = new long[cells.length];
        int count = 0;
        for (int k = 0; k < cells.length; k++) {
            long amount = Math.round(by[k]);
            if (amount == 0) continue;
            moved[count] = cells[k];
            amounts[count++] = amount;
        }
        return new Move(Arrays.copyOf(moved, count), Arrays.copyOf(amounts, count));
    }

    /** The need of a cell, answered: null for a side that the true table itself reaches. */
    record Held(@Nullable Move low, @Nullable Move high) {
        boolean uses(int cell) {
            return low != null && low.of(cell) != 0 || high != null && high.of(cell) != 0;
        }
    }

    /** @return null when the need is not met */
    @Nullable
    Held held(boolean[] hidden, int cell) {
        Need need = Objects.requireNonNull(grid.needs[cell]);
        long most = Math.max(need.up(), need.width() - need.down());
        long step = Math.max(1, (most - need.up()) / 20);
        for (long up = need.up(); up <= most; up += step) {
            long down = Math.max(need.down(), need.width() - up);
            Move low = down == 0 ? null : reach(hidden, cell, -1, down);
            if (down > 0 && low == null) continue;
            Move high = up == 0 ? null : reach(hidden, cell, +1, up);
            if (up > 0 && high == null) return null;
            return new Held(low, high);
        }
        return null;
    }

    /** Why the need of a cell is not met, as cuts that this choice breaks; empty when no helpful one was found. */
    List<Cut> reasons(boolean[] hidden, int cell) {
        Need need = Objects.requireNonNull(grid.needs[cell]);
        List<Cut> cuts = new ArrayList<>();
        double[] up = prices(hidden, cell, +1, Math.max(need.up(), need.width()));
        double[] down = prices(hidden, cell, -1, Math.max(need.down(), need.width()));
        double[] rise = up == null ? null : cost(up, cell, +1);
        double[] fall = down == null ? null : cost(down, cell, -1);
        if (rise != null && need.up() > 0) addBroken(cuts, cut(rise, need.up()), hidden);
        if (fall != null && need.down() > 0) addBroken(cuts, cut(fall, need.down()), hidden);
        if (cuts.isEmpty() && rise != null && fall != null && need.width() > 0) {
            for (int c = 0; c < rise.length; c++) rise[c] += fall[c];
            addBroken(cuts, cut(rise, need.width()), hidden);
        }
        return cuts;
    }

    private static void addBroken(List<Cut> cuts, Cut cut, boolean[] hidden) {
        if (cut.broken(hidden)) cuts.add(cut);
    }

    /**
     * Prices of the rows under which every move of the cell would lose. Whatever prices the solver gives, the cut made
     * from them is true; only how much it helps depends on them.
     */
    private double @Nullable [] prices(boolean[] hidden, int cell, int sign, long want) {
        if (want == 0) return null;
        Region region = Region.linked(grid, cell, hidden);
        double[] prices = new double[grid.rows.length];
        if (region.rows().length == 0) return null;
        if (region.lonelyRow() >= 0) {
            int row = region.lonelyRow();
            prices[row] = (double) sign / factor(row, cell);
            return prices;
        }
        Programme programme = new Programme();
        for (int row : region.rows()) programme.variable(-50, 50, 0);
        // What a hidden cell loses by rising one, at least nought as it may rise without end; it may fall by its room.
        for (int c : region.cells()) {
            int loss = programme.variable(0, Double.POSITIVE_INFINITY, Math.min(grid.room[c], 20 * want) + 1e-4);
            Programme.Row row = programme.equal(c == cell ? sign : 0);
            for (int k = 0; k < grid.rowsOf[c].length; k++)
                row.add(Arrays.binarySearch(region.rows(), grid.rowsOf[c][k]), grid.factorsOf[c][k]);
            row.add(loss, -1);
        }
        Programme.Solved solved = programme.least(ONE_QUESTION);
        if (solved == null) return null;
        for (int k = 0; k < region.rows().length; k++) prices[region.rows()[k]] = snapped(solved.values()[k]);
        return prices;
    }

    private static double snapped(double price) {
        double near = Math.rint(price * 12) / 12;
        return Math.abs(price - near) < 1e-6 ? near : price;
    }

    private long factor(int row, int cell) {
        for (int k = 0; k < grid.rows[row].length; k++) if (grid.rows[row][k] == cell) return grid.factors[row][k];
        throw new IllegalArgumentException("not in the row");
    }

    /** What each cell, hidden, adds at most to the distance; infinite where it may rise. */
    double[] cost(double[] prices, int cell, int sign) {
        double[] of = new double[grid.size];
        for (int row = 0; row < prices.length; row++) {
            if (prices[row] == 0) continue;
            for (int k = 0; k < grid.rows[row].length; k++) of[grid.rows[row][k]] += prices[row] * grid.factors[row][k];
        }
        of[cell] -= sign;
        for (int c = 0; c < of.length; c++)
            of[c] = of[c] < -1e-9 ? Double.POSITIVE_INFINITY : of[c] > 1e-9 ? of[c] * grid.room[c] : 0;
        return of;
    }

    static Cut cut(double[] cost, long want) {
        int[] cells = new int[cost.length];
        double[] factors = new double[cost.length];
        int count = 0;
        for (int c = 0; c < cost.length; c++) {
            if (cost[c] <= 1e-9) continue;
            cells[count] = c;
            factors[count++] = Math.min(want, cost[c]);
        }
        return new Cut(Arrays.copyOf(cells, count), Arrays.copyOf(factors, count), want);
    }

    /**
     * Hidden cells that can move together with one, and the rows that hold them.
     *
     * @param lonelyRow in which the cell is the only hidden one, else -1
     * @param all no cell further away was left out
     */
    record Region(int[] cells, int[] rows, int lonelyRow, boolean all) {

        /** Without the cells that a row holds fast; null when the cell itself is one of them. */
        static @Nullable Region around(Grid grid, int cell, boolean[] hidden, int limit) {
            BitSet cells = linked(grid, cell, hidden, null, limit);
            boolean all = cells.cardinality() < limit;
            loosen(grid, cells);
            if (!cells.get(cell)) return null;
            return of(grid, linked(grid, cell, hidden, cells, limit), -1, all);
        }

        static Region linked(Grid grid, int cell, boolean[] hidden) {
            BitSet cells = linked(grid, cell, hidden, null, Integer.MAX_VALUE);
            int lonely = -1;
            for (int row : grid.rowsOf[cell]) {
                int others = 0;
                for (int c : grid.rows[row]) if (c != cell && cells.get(c)) others++;
                if (others == 0) lonely = row;
            }
            return of(grid, cells, lonely, true);
        }

        static Region of(Grid grid, BitSet cells, int lonely, boolean all) {
            int[] list = cells.stream().toArray();
            int[] rows = Arrays.stream(list)
                    .flatMap(c -> Arrays.stream(grid.rowsOf[c]))
                    .distinct()
                    .sorted()
                    .toArray();
            return new Region(list, rows, lonely, all);
        }

        static BitSet linked(Grid grid, int cell, boolean[] hidden, @Nullable BitSet within, int limit) {
            BitSet cells = new BitSet(grid.size);
            int[] open = new int[grid.size];
            int end = 0;
            open[end++] = cell;
            cells.set(cell);
            for (int at = 0; at < end; at++) {
                for (int row : grid.rowsOf[open[at]]) {
                    for (int next : grid.rows[row]) {
                        if (cells.get(next) || !hidden[next] || within != null && !within.get(next)) continue;
                        if (end >= limit) return cells;
                        cells.set(next);
                        open[end++] = next;
                    }
                }
            }
            return cells;
        }

        /** Takes out, again and again, what stands alone in a row and so cannot move. */
        static void loosen(Grid grid, BitSet cells) {
            int[] alive = new int[grid.rows.length];
            cells.stream().forEach(c -> {
                for (int row : grid.rowsOf[c]) alive[row]++;
            });
            boolean again = true;
            while (again) {
                again = false;
                for (int c = cells.nextSetBit(0); c >= 0; c = cells.nextSetBit(c + 1)) {
                    boolean fast = false;
                    for (int row : grid.rowsOf[c]) fast |= alive[row] == 1;
                    if (!fast) continue;
                    cells.clear(c);
                    for (int row : grid.rowsOf[c]) alive[row]--;
                    again = true;
                }
            }
        }
    }
}
