package vn.binhdang.statistics.disclosure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** From the true table to another one of whole numbers in which every relation holds too. */
record Move(int[] cells, long[] by) {

    long of(int cell) {
        int at = Arrays.binarySearch(cells, cell);
        return at < 0 ? 0 : by[at];
    }

    boolean hiddenBy(boolean[] hidden) {
        for (int cell : cells) if (!hidden[cell]) return false;
        return true;
    }

    /** In whole numbers, whatever a solver says. */
    boolean possible(Grid grid) {
        for (int k = 0; k < cells.length; k++) {
            if (by[k] < -grid.room[cells[k]]) return false;
            for (int row : grid.rowsOf[cells[k]]) {
                long sum = 0;
                for (int j = 0; j < grid.rows[row].length; j++)
                    sum += Math.multiplyExact(grid.factors[row][j], of(grid.rows[row][j]));
                if (sum != 0) return false;
            }
        }
        return true;
    }

    Move back() {
        return new Move(cells, Arrays.stream(by).map(one -> -one).toArray());
    }

    Map<String, Long> named(Grid grid) {
        Map<String, Long> named = new TreeMap<>();
        for (int k = 0; k < cells.length; k++) named.put(grid.keys[cells[k]], by[k]);
        return named;
    }
}
