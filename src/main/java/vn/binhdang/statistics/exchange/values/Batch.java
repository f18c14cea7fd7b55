package vn.binhdang.statistics.exchange.values;

import java.util.Arrays;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;

/** The rows of one request for one submission. */
final class Batch {
    private static final int FEW = 8;

    final UnitId unit;
    private int[] slots = new int[FEW];
    private long[] values = new long[FEW];
    private byte[] states = new byte[FEW];
    private long[] rows = new long[FEW];
    private int size;

    Batch(UnitId unit) {
        this.unit = unit;
    }

    int size() {
        return size;
    }

    void add(int slot, CellState state, long value, long row) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        slots[size] = slot;
        values[size] = value;
        states[size] = (byte) state.ordinal();
        rows[size++] = row;
    }

    /** The number of a row in the request. */
    long row(int i) {
        return rows[i];
    }

    /** @return how many cells stand otherwise now */
    int putInto(Cells cells) {
        int changed = 0;
        for (int i = 0; i < size; i++) {
            int slot = slots[i];
            var state = STATES[states[i]];
            boolean same = cells.state(slot) == state && (state != CellState.VALUE || cells.value(slot) == values[i]);
            if (same) continue;
            changed++;
            switch (state) {
                case VALUE -> cells.set(slot, values[i]);
                case NOT_APPLICABLE -> cells.setNotApplicable(slot);
                case MISSING -> cells.clear(slot);
            }
        }
        return changed;
    }

    private static final CellState[] STATES = CellState.values();
}
