package vn.binhdang.statistics.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.disclosure.TableCell.Showing;

/**
 * Cells and relations by number. Only what can move stands in the rows: a cell everybody knows changes nothing when one
 * asks how far the true table is from another that looks the same.
 */
final class Grid {
    final int size;
    final String[] keys;
    final long[] values;
    final long[] weights;

    /** How far the cell can fall before everybody would see that it cannot be so. */
    final long[] room;

    final @Nullable Need[] needs;
    final boolean[] offered;
    final boolean[] unseen;

    /** Per row the cells of it, and beside them their factors. */
    final int[][] rows;

    final long[][] factors;

    /** Per cell the rows it stands in, and its factor there. */
    final int[][] rowsOf;

    final long[][] factorsOf;

    Grid(Tables tables) {
        size = tables.cells().size();
        keys = new String[size];
        values = new long[size];
        weights = new long[size];
        room = new long[size];
        needs = new Need[size];
        offered = new boolean[size];
        unseen = new boolean[size];
        Map<String, Integer> numbers = HashMap.newHashMap(size);
        for (int c = 0; c < size; c++) {
            TableCell cell = tables.cells().get(c);
            keys[c] = cell.key();
            values[c] = cell.value();
            weights[c] = cell.weight();
            room[c] = cell.value() - cell.floor();
            needs[c] = cell.need();
            offered[c] = cell.showing() == Showing.OFFERED;
            unseen[c] = cell.showing() == Showing.UNSEEN;
            numbers.put(cell.key(), c);
        }
        List<int[]> rowCells = new ArrayList<>();
        List<long[]> rowFactors = new ArrayList<>();
        for (Relation relation : tables.relations()) {
            Map<Integer, Long> moving = new HashMap<>();
            relation.factors().forEach((key, factor) -> {
                int cell = java.util.Objects.requireNonNull(numbers.get(key));
                if (offered[cell] || unseen[cell]) moving.put(cell, factor);
            });
            if (moving.isEmpty()) continue;
            int[] cells = moving.keySet().stream().mapToInt(c -> c).sorted().toArray();
            rowCells.add(cells);
            rowFactors.add(java.util.Arrays.stream(cells)
                    .mapToLong(c -> java.util.Objects.requireNonNull(moving.get(c)))
                    .toArray());
        }
        rows = rowCells.toArray(int[][]::new);
        factors = rowFactors.toArray(long[][]::new);
        int[] counts = new int[size];
        for (int[] row : rows) for (int c : row) counts[c]++;
        rowsOf = new int[size][];
        factorsOf = new long[size][];
        for (int c = 0; c < size; c++) {
            rowsOf[c] = new int[counts[c]];
            factorsOf[c] = new long[counts[c]];
        }
        int[] filled = new int[size];
        for (int r = 0; r < rows.length; r++) {
            for (int k = 0; k < rows[r].length; k++) {
                int c = rows[r][k];
                rowsOf[c][filled[c]] = r;
                factorsOf[c][filled[c]++] = factors[r][k];
            }
        }
    }

    /** In no table, or of a need: out of sight whatever is chosen. */
    boolean[] mustBeHidden() {
        boolean[] hidden = unseen.clone();
        for (int c = 0; c < size; c++) if (needs[c] != null) hidden[c] = true;
        return hidden;
    }

    /** Cells with a need, by number. */
    int[] needy() {
        return java.util.stream.IntStream.range(0, size)
                .filter(c -> needs[c] != null)
                .toArray();
    }

    /** Number of the group of cells that hang together through rows; what is done in one cannot touch another. */
    int[] components() {
        int[] group = new int[size];
        java.util.Arrays.fill(group, -1);
        int groups = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < size; start++) {
            if (group[start] >= 0) continue;
            group[start] = groups;
            open.add(start);
            while (!open.isEmpty()) {
                for (int row : rowsOf[open.remove()]) {
                    for (int next : rows[row]) {
                        if (group[next] >= 0) continue;
                        group[next] = groups;
                        open.add(next);
                    }
                }
            }
            groups++;
        }
        return group;
    }
}
