package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.binhdang.kernel.Sha256;

/**
 * What a table holds, in two figures: how many rows, and the sum of their SHA-256 hashes modulo 2^256. A sum, so that the
 * order in which a server happens to hand out its rows does not matter. It finds slips and broken disks; against somebody
 * who wants to deceive stands the encryption around it.
 */
final class RowSum {
    private final MessageDigest digest = Sha256.start();
    private final byte[] sum = new byte[Sha256.LENGTH];
    private long rows;

    /** @param row one line of COPY's text format, with its line end */
    void add(byte[] row, int from, int length) {
        digest.update(row, from, length);
        byte[] hash = digest.digest();
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            carry += (sum[i] & 0xff) + (hash[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= 8;
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    String hex() {
        return HexFormat.of().formatHex(sum);
    }

    /** Cuts what is written into rows and adds them. COPY escapes line ends inside of values, so each one ends a row. */
    OutputStream lines() {
        return new OutputStream() {
            private byte[] kept = new byte[1 << 13];
            private int length;

            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                int begin = from;
                for (int i = from; i < from + count; i++)
                    if (bytes[i] == '\n') {
                        end(bytes, begin, i + 1 - begin);
                        begin = i + 1;
                    }
                keep(bytes, begin, from + count - begin);
            }

            private void end(byte[] bytes, int begin, int count) {
                if (length == 0) add(bytes, begin, count);
                else {
                    keep(bytes, begin, count);
                    add(kept, 0, length);
                    length = 0;
                }
            }

            private void keep(byte[] bytes, int begin, int count) {
                if (length + count > kept.length)
                    kept = java.util.Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
                System.arraycopy(bytes, begin, kept, length, count);
                length += count;
            }

            @Override
            public void close() throws IOException {
                if (length > 0) throw new IOException("the last row does not end");
            }
        };
    }
}
