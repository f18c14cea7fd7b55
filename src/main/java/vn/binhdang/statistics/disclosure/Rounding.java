package vn.binhdang.statistics.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rounds every count to a multiple of a base so that all sums still agree, each to the multiple next below or above and
 * multiples not at all (controlled rounding), with the least distance in all. Where no such rounding exists, as may be
 * with three dimensions, single counts go one multiple further, as few as possible.
 *
 * <p>Afterwards an outsider who knows the rule is asked: each count that may not be known must still have as many
 * possible values as the base.
 *
 * @param base 3 or 5, as is usual
 * @param furthest how many multiples beyond the next a count may go where there is no other way
 */
public record Rounding(int base, int furthest, Duration limit) {

    public Rounding {
        if (base < 2) throw new IllegalArgumentException("base below 2");
    }

    public static Rounding toBase(int base) {
        return new Rounding(base, 3, Duration.ofSeconds(20));
    }

    /**
     * @return empty-handed (null) when there is no rounding within {@code furthest}, or none was found in time
     * @throws CannotBeProtected when the rounded counts would tell a count that may not be known
     */
    public @Nullable SafeTables round(Tables tables) {
        for (int further = 0; further <= furthest; further++) {
            long[] rounded = rounded(tables, further);
            if (rounded != null) return result(tables, rounded, further);
        }
        return null;
    }

    /** How far a published count may be from the true one, as the rule is known. */
    private long distance(int further) {
        return (long) (further + 1) * base - 1;
    }

    private long @Nullable [] rounded(Tables tables, int further) {
        Programme programme = new Programme();
        int size = tables.cells().size();
        Map<String, Integer> numbers = HashMap.newHashMap(size);
        long[] below = new long[size];
        int[] up = new int[size];
        int[] more = new int[size];
        int[] less = new int[size];
        for (int c = 0; c < size; c++) {
            TableCell cell = tables.cells().get(c);
            numbers.put(cell.key(), c);
            below[c] = cell.value() / base;
            long over = cell.value() % base;
            if (cell.showing() == TableCell.Showing.UNSEEN) {
                // In no table: it need not be a multiple's neighbour, only not less than nothing.
                up[c] = programme.wholeVariable(-below[c], below[c] + 1_000_000, 0);
                more[c] = less[c] = -1;
                continue;
            }
            up[c] = programme.wholeVariable(0, over == 0 ? 0 : 1, base - 2.0 * over);
            more[c] = further == 0 ? -1 : programme.wholeVariable(0, further, base * 20.0);
            less[c] = further == 0 || below[c] == 0
                    ? -1
                    : programme.wholeVariable(0, Math.min(further, below[c]), base * 20.0);
        }
        for (Relation relation : tables.relations()) {
            long sum = 0;
            for (var factor : relation.factors().entrySet())
                sum -= factor.getValue() * below[Objects.requireNonNull(numbers.get(factor.getKey()))];
            Programme.Row row = programme.equal(sum);
            for (var factor : relation.factors().entrySet()) {
                int c = Objects.requireNonNull(numbers.get(factor.getKey()));
                row.add(up[c], factor.getValue());
                if (more[c] >= 0) row.add(more[c], factor.getValue());
                if (less[c] >= 0) row.add(less[c], -factor.getValue());
            }
        }
        Programme.Solved solved = programme.least(limit);
        if (solved == null) return null;
        long[] rounded = new long[size];
        Map<String, Long> shown = HashMap.newHashMap(size);
        for (int c = 0; c < size; c++) {
            long steps = Math.round(solved.values()[up[c]]);
            if (more[c] >= 0) steps += Math.round(solved.values()[more[c]]);
            if (less[c] >= 0) steps -= Math.round(solved.values()[less[c]]);
            rounded[c] = (below[c] + steps) * base;
            shown.put(tables.cells().get(c).key(), rounded[c]);
        }
        for (Relation relation : tables.relations()) if (!relation.holds(shown)) return null;
        return rounded;
    }

    private SafeTables result(Tables tables, long[] rounded, int further) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        long loss = 0;
        for (int c = 0; c < rounded.length; c++) {
            TableCell cell = tables.cells().get(c);
            boolean unseen = cell.showing() == TableCell.Showing.UNSEEN;
            outcomes.put(
                    cell.key(),
                    unseen ? new Outcome(Outcome.Kind.UNSEEN, 0) : new Outcome(Outcome.Kind.ROUNDED, rounded[c]));
            if (!unseen) loss += Math.abs(rounded[c] - cell.value());
        }
        List<Map<String, Long>> changes = new ArrayList<>();
        Map<String, Proof.Interval> intervals = doubts(tables, rounded, further, changes);
        Proof proof = new Proof(
                tables.sha256(),
                rounded.length,
                tables.relations().size(),
                Programme.SOLVER,
                "rounding",
                loss,
                further == 0 ? loss : 0,
                0,
                base,
                distance(further),
                intervals,
                changes);
        return new SafeTables(outcomes, proof);
    }

    /** For each count in need the lowest and the highest an outsider must hold possible, each with a table that shows it. */
    private Map<String, Proof.Interval> doubts(
            Tables tables, long[] rounded, int further, List<Map<String, Long>> changes) {
        Grid grid = new Grid(tables);
        Map<String, Proof.Interval> intervals = new HashMap<>();
        List<String> exposed = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        // A table found for one count mostly serves others too.
        int[] lowest = new int[grid.size];
        int[] highest = new int[grid.size];
        Arrays.fill(lowest, -1);
        Arrays.fill(highest, -1);
        for (int cell : grid.needy()) {
            for (int sign : new int[] {1, -1}) {
                long already = of(moves, highest[cell], cell) - of(moves, lowest[cell], cell);
                if (already >= base - 1) break;
                Move move = furthest(grid, rounded, further, cell, sign, already);
                if (move == null) continue;
                moves.add(move);
                for (int moved : move.cells()) {
                    if (move.of(moved) > of(moves, highest[moved], moved)) highest[moved] = moves.size() - 1;
                    if (move.of(moved) < of(moves, lowest[moved], moved)) lowest[moved] = moves.size() - 1;
                }
            }
        }
        for (int cell : grid.needy()) {
            long low = of(moves, lowest[cell], cell);
            long high = of(moves, highest[cell], cell);
            if (high - low < base - 1) exposed.add(grid.keys[cell]);
            intervals.put(
                    grid.keys[cell],
                    new Proof.Interval(grid.values[cell] + low, grid.values[cell] + high, lowest[cell], highest[cell]));
        }
        if (!exposed.isEmpty()) throw new CannotBeProtected(exposed);
        for (Move move : moves) changes.add(move.named(grid));
        return intervals;
    }

    private static long of(List<Move> moves, int move, int cell) {
        return move < 0 ? 0 : moves.get(move).of(cell);
    }

    /** Most answers are near; only when they leave too little doubt more cells are let move. */
    private @Nullable Move furthest(Grid grid, long[] rounded, int further, int cell, int sign, long already) {
        boolean[] movable = new boolean[grid.size];
        for (int c = 0; c < grid.size; c++) movable[c] = grid.offered[c] || grid.unseen[c];
        Move best = null;
        for (int limit : new int[] {60, 300, Integer.MAX_VALUE}) {
            Attack.Region region = Attack.Region.around(grid, cell, movable, limit);
            if (region == null) continue;
            Move move = furthest(grid, region.cells(), rounded, distance(further), cell, sign);
            if (move != null && (best == null || sign * move.of(cell) > sign * best.of(cell))) best = move;
            if (region.all() || best != null && sign * best.of(cell) >= base - 1 - already) break;
        }
        return best;
    }

    private static @Nullable Move furthest(Grid grid, int[] cells, long[] rounded, long distance, int cell, int sign) {
        for (boolean whole : List.of(false, true)) {
            Programme programme = new Programme();
            int[] number = new int[grid.size];
            Arrays.fill(number, -1);
            for (int k = 0; k < cells.length; k++) {
                int c = cells[k];
                number[c] = k;
                long least = -grid.room[c];
                long most = 4 * distance;
                if (grid.offered[c]) {
                    least = Math.max(least, rounded[c] - distance - grid.values[c]);
                    most = rounded[c] + distance - grid.values[c];
                }
                double gain = c == cell ? -sign : 0;
                if (whole) programme.wholeVariable(least, most, gain);
                else programme.variable(least, most, gain);
            }
            int[] rows = Arrays.stream(cells)
                    .flatMap(c -> Arrays.stream(grid.rowsOf[c]))
                    .distinct()
                    .sorted()
                    .toArray();
            for (int r : rows) {
                Programme.Row row = programme.equal(0);
                for (int k = 0; k < grid.rows[r].length; k++)
                    if (number[grid.rows[r][k]] >= 0) row.add(number[grid.rows[r][k]], grid.factors[r][k]);
            }
            Programme.Solved solved = programme.least(Duration.ofSeconds(10));
            if (solved == null) return null;
            Move move = Attack.rounded(cells, solved.values());
            if (move.possible(grid) && within(grid, rounded, distance, move)) return move;
        }
        return null;
    }

    private static boolean within(Grid grid, long[] rounded, long distance, Move move) {
        for (int k = 0; k < move.cells().length; k++) {
            int c = move.cells()[k];
            if (grid.offered[c] && Math.abs(grid.values[c] + move.by()[k] - rounded[c]) > distance) return false;
        }
        return true;
    }
}
