package vn.binhdang.statistics;

import java.util.Arrays;

/**
 * The sum of many submissions by slot, each with how many units gave a value: a sum of nobody is not zero but nothing.
 *
 * <p>Packed: one bit for each slot, then sum and number of those that have any.
 */
public final class SumCells {
    private static final byte FORMAT = 2;

    private long[] sums;
    private long[] counts;

    public SumCells(int slots) {
        sums = new long[slots];
        counts = new long[slots];
    }

    public int slots() {
        return sums.length;
    }

    public long sum(int slot) {
        return slot < sums.length ? sums[slot] : 0;
    }

    /** How many units gave a value. */
    public long count(int slot) {
        return slot < counts.length ? counts[slot] : 0;
    }

    public boolean isEmpty() {
        for (long count : counts) if (count != 0) return false;
        return true;
    }

    public void add(Cells cells) {
        change(cells, 1);
    }

    public void subtract(Cells cells) {
        change(cells, -1);
    }

    private void change(Cells cells, int sign) {
        grow(cells.slots());
        for (int slot = 0; slot < cells.slots(); slot++)
            if (cells.hasValue(slot)) {
                sums[slot] = Math.addExact(sums[slot], sign * cells.value(slot));
                counts[slot] += sign;
            }
    }

    public void add(SumCells other) {
        grow(other.slots());
        for (int slot = 0; slot < other.slots(); slot++) {
            sums[slot] = Math.addExact(sums[slot], other.sums[slot]);
            counts[slot] += other.counts[slot];
        }
    }

    private void grow(int slots) {
        if (slots <= sums.length) return;
        sums = Arrays.copyOf(sums, slots);
        counts = Arrays.copyOf(counts, slots);
    }

    public byte[] pack() {
        var map = new byte[(sums.length + 7) / 8];
        var out = new Varints.Out(4 + map.length + 3 * sums.length);
        out.unsigned(FORMAT);
        out.unsigned(sums.length);
        for (int slot = 0; slot < sums.length; slot++)
            if (counts[slot] != 0) map[slot >> 3] |= (byte) (1 << (slot & 7));
        out.raw(map, map.length);
        for (int slot = 0; slot < sums.length; slot++)
            if (counts[slot] != 0) {
                out.signed(sums[slot]);
                out.unsigned(counts[slot]);
            }
        return out.toArray();
    }

    public static SumCells unpack(byte[] packed, int slots) {
        var in = new Varints.In(packed, 0);
        int stored = header(in);
        var cells = new SumCells(Math.max(slots, stored));
        int map = in.at;
        in.at += (stored + 7) / 8;
        for (int slot = 0; slot < stored; slot++)
            if ((packed[map + (slot >> 3)] >> (slot & 7) & 1) == 1) {
                cells.sums[slot] = in.signed();
                cells.counts[slot] = in.unsigned();
            }
        return cells;
    }

    /** Adds some of the slots to sums without unpacking the others; as {@link Cells#addTo}. */
    public static void addTo(byte[] packed, int[] slots, long[] sums, long[] counts) {
        var in = new Varints.In(packed, 0);
        int stored = header(in);
        int map = in.at;
        in.at += (stored + 7) / 8;
        int slot = 0;
        for (int i = 0; i < slots.length && slots[i] < stored; i++) {
            for (; slot < slots[i]; slot++)
                if ((packed[map + (slot >> 3)] >> (slot & 7) & 1) == 1) {
                    in.skip();
                    in.skip();
                }
            if ((packed[map + (slot >> 3)] >> (slot & 7) & 1) == 1) {
                sums[i] = Math.addExact(sums[i], in.signed());
                counts[i] += in.unsigned();
            }
            slot++;
        }
    }

    private static int header(Varints.In in) {
        long format = in.unsigned();
        if (format != FORMAT) throw new IllegalStateException("sums of an unknown format: " + format);
        return (int) in.unsigned();
    }
}
