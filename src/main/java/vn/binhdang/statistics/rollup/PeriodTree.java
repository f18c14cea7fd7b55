package vn.binhdang.statistics.rollup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Window;

/**
 * Who was below whom in a window: every unit that existed on a day of it, under the unit that was above it on its last day in
 * the window (its day of reference). Units have the numbers of the {@link UnitHistory}.
 */
final class PeriodTree {
    private static final int NOT_THERE = Integer.MIN_VALUE;

    private final UnitHistory history;
    private final int[] parent;
    private final int[] referenceDay;
    private final boolean[] hasBelow;
    private final int last;

    PeriodTree(UnitHistory history, Window window) {
        this.history = history;
        int from = (int) window.from().toEpochDay();
        int until = (int) window.until().toEpochDay();
        last = until - 1;
        parent = new int[history.size()];
        referenceDay = new int[history.size()];
        hasBelow = new boolean[history.size()];
        Arrays.fill(parent, UnitHistory.NONE);
        Arrays.fill(referenceDay, NOT_THERE);
        for (int unit = 0; unit < history.size(); unit++)
            if (history.from(unit) < until && from < history.until(unit))
                referenceDay[unit] = Math.min(last, history.until(unit) - 1);
        for (int unit = 0; unit < history.size(); unit++) {
            if (!has(unit)) continue;
            int above = history.parent(unit, referenceDay[unit]);
            if (above == UnitHistory.NONE || !has(above)) continue;
            parent[unit] = above;
            hasBelow[above] = true;
        }
    }

    int size() {
        return parent.length;
    }

    UnitHistory history() {
        return history;
    }

    /** Whether the unit existed on a day of the window. */
    boolean has(int unit) {
        return referenceDay[unit] != NOT_THERE;
    }

    /** Whether it still exists on the last day. */
    boolean stands(int unit) {
        return referenceDay[unit] == last;
    }

    /** The last day of the window on which it existed. */
    int referenceDay(int unit) {
        return referenceDay[unit];
    }

    /** {@link UnitHistory#NONE} for the top of a tree. */
    int parent(int unit) {
        return parent[unit];
    }

    boolean hasBelow(int unit) {
        return hasBelow[unit];
    }

    /** Whether one unit is within another, which includes itself. */
    boolean within(int unit, int ancestor) {
        for (int u = unit; u != UnitHistory.NONE; u = parent[u]) if (u == ancestor) return true;
        return false;
    }

    /** The same for the same units in the same places, whatever else changed in the history. */
    byte[] fingerprint() {
        var digest = Sha256.start();
        var row = ByteBuffer.allocate(32);
        for (int unit = 0; unit < parent.length; unit++) {
            if (!has(unit)) continue;
            row.clear();
            put(row, unit);
            if (parent[unit] != UnitHistory.NONE) put(row, parent[unit]);
            digest.update(row.array(), 0, row.position());
        }
        return digest.digest();
    }

    private void put(ByteBuffer row, int unit) {
        row.putLong(history.id(unit).getMostSignificantBits());
        row.putLong(history.id(unit).getLeastSignificantBits());
    }
}
