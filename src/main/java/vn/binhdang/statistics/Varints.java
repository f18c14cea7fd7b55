package vn.binhdang.statistics;

import java.util.Arrays;

/** Whole numbers in as few bytes as they need, seven bits in each; negative ones folded between the positive. */
final class Varints {
    /** Writes. */
    static final class Out {
        byte[] bytes;
        int size;

        Out(int expected) {
            bytes = new byte[expected];
        }

        void raw(byte[] from, int length) {
            need(length);
            System.arraycopy(from, 0, bytes, size, length);
            size += length;
        }

        void unsigned(long value) {
            need(10);
            while ((value & ~0x7FL) != 0) {
                bytes[size++] = (byte) (value | 0x80);
                value >>>= 7;
            }
            bytes[size++] = (byte) value;
        }

        void signed(long value) {
            unsigned(value << 1 ^ value >> 63);
        }

        byte[] toArray() {
            return Arrays.copyOf(bytes, size);
        }

        private void need(int more) {
            if (bytes.length - size < more) bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }

    /** Reads. */
    static final class In {
        final byte[] bytes;
        int at;

        In(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        long unsigned() {
            long value = bytes[at] & 0x7F;
            for (int shift = 7; bytes[at++] < 0; shift += 7) value |= (long) (bytes[at] & 0x7F) << shift;
            return value;
        }

        long signed() {
            long folded = unsigned();
            return folded >>> 1 ^ -(folded & 1);
        }

        void skip() {
            while (bytes[at++] < 0) {}
        }
    }

    private Varints() {}
}
