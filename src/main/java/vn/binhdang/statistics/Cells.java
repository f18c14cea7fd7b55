package vn.binhdang.statistics;

import java.util.Arrays;

/**
 * The answers of one submission, by slot. Values are whole numbers in units of the element's decimals: 12.5 hours with one
 * decimal is 125.
 *
 * <p>Packed they take two bits for each slot and as many bytes for a value as it needs; a zero needs none.
 */
public final class Cells {
    private static final byte FORMAT = 1;
    private static final int MISSING = 0;
    private static final int VALUE = 1;
    private static final int NOT_APPLICABLE = 2;
    private static final int ZERO = 3;

    private final byte[] states;
    private final long[] values;

    /** All missing. */
    public Cells(int slots) {
        states = new byte[slots];
        values = new long[slots];
    }

    private Cells(byte[] states, long[] values) {
        this.states = states;
        this.values = values;
    }

    public int slots() {
        return states.length;
    }

    public CellState state(int slot) {
        return switch (states[slot]) {
            case MISSING -> CellState.MISSING;
            case NOT_APPLICABLE -> CellState.NOT_APPLICABLE;
            default -> CellState.VALUE;
        };
    }

    public boolean hasValue(int slot) {
        return states[slot] == VALUE;
    }

    /** @throws IllegalStateException when there is none: ask {@link #hasValue} before */
    public long value(int slot) {
        if (states[slot] != VALUE) throw new IllegalStateException("no value in slot " + slot);
        return values[slot];
    }

    public void set(int slot, long value) {
        states[slot] = VALUE;
        values[slot] = value;
    }

    public void setNotApplicable(int slot) {
        states[slot] = NOT_APPLICABLE;
        values[slot] = 0;
    }

    public void clear(int slot) {
        states[slot] = MISSING;
        values[slot] = 0;
    }

    public boolean isSame(Cells other, int slot) {
        return states[slot] == other.states[slot] && values[slot] == other.values[slot];
    }

    /** How many slots hold a value. */
    public int filled() {
        int filled = 0;
        for (byte state : states) if (state == VALUE) filled++;
        return filled;
    }

    public Cells copy() {
        return new Cells(states.clone(), values.clone());
    }

    /** The same answers in a form that has got more slots meanwhile. */
    public Cells grown(int slots) {
        return slots <= states.length ? this : new Cells(Arrays.copyOf(states, slots), Arrays.copyOf(values, slots));
    }

    public byte[] pack() {
        int slots = states.length;
        var map = new byte[(slots + 3) / 4];
        var out = new Varints.Out(4 + map.length + 2 * slots);
        out.unsigned(FORMAT);
        out.unsigned(slots);
        for (int slot = 0; slot < slots; slot++) {
            int bits = states[slot] == VALUE && values[slot] == 0 ? ZERO : states[slot];
            map[slot >> 2] |= (byte) (bits << ((slot & 3) << 1));
        }
        out.raw(map, map.length);
        for (int slot = 0; slot < slots; slot++)
            if (states[slot] == VALUE && values[slot] != 0) out.signed(values[slot]);
        return out.toArray();
    }

    /** @param slots of the form as it is now; packed when it had fewer, the others are missing */
    public static Cells unpack(byte[] packed, int slots) {
        var in = new Varints.In(packed, 0);
        int stored = header(in);
        var cells = new Cells(Math.max(slots, stored));
        int map = in.at;
        in.at += (stored + 3) / 4;
        for (int slot = 0; slot < stored; slot++)
            switch (packed[map + (slot >> 2)] >> ((slot & 3) << 1) & 3) {
                case VALUE -> cells.set(slot, in.signed());
                case ZERO -> cells.set(slot, 0);
                case NOT_APPLICABLE -> cells.setNotApplicable(slot);
                default -> {}
            }
        return cells;
    }

    /**
     * Adds some of the slots to sums without unpacking the others.
     * @param slots in rising order
     * @param sums one for each of them
     * @param counts how many units gave a value, one for each of them
     * @param notApplicable how many said that there is no such thing with them
     */
    public static void addTo(byte[] packed, int[] slots, long[] sums, long[] counts, int[] notApplicable) {
        var in = new Varints.In(packed, 0);
        int stored = header(in);
        int map = in.at;
        in.at += (stored + 3) / 4;
        int slot = 0;
        for (int i = 0; i < slots.length && slots[i] < stored; i++) {
            while (slot < slots[i]) {
                // four slots at a time while none of them has bytes to skip
                if ((slot & 3) == 0 && slot + 4 <= slots[i]) {
                    int four = packed[map + (slot >> 2)] & 0xFF;
                    for (int skip = Integer.bitCount(four & ~(four >> 1) & 0x55); skip > 0; skip--) in.skip();
                    slot += 4;
                } else {
                    if ((packed[map + (slot >> 2)] >> ((slot & 3) << 1) & 3) == VALUE) in.skip();
                    slot++;
                }
            }
            int bits = packed[map + (slot >> 2)] >> ((slot & 3) << 1) & 3;
            if (bits == VALUE) {
                sums[i] = Math.addExact(sums[i], in.signed());
                counts[i]++;
            } else if (bits == ZERO) counts[i]++;
            else if (bits == NOT_APPLICABLE) notApplicable[i]++;
            slot++;
        }
    }

    private static int header(Varints.In in) {
        long format = in.unsigned();
        if (format != FORMAT) throw new IllegalStateException("cells of an unknown format: " + format);
        return (int) in.unsigned();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells cells
                && Arrays.equals(states, cells.states)
                && Arrays.equals(values, cells.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(states) + Arrays.hashCode(values);
    }
}
