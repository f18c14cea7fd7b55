package vn.binhdang.document.reading.extraction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Counts what a compressed part expands to and stops at a bomb. What a package says about its own sizes is not believed:
 * bombs lie there.
 */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private long expanded;

    /** @param compressedBytes size of the part as stored */
    LimitedStream(InputStream in, long compressedBytes) {
        super(in);
        this.most = mostFor(compressedBytes);
    }

    /** Bytes a part of this stored size may expand to. */
    static long mostFor(long compressedBytes) {
        return Math.clamp(
                compressedBytes * Limits.EXPANSION_RATIO, (long) Limits.RATIO_FROM_BYTES, (long) Limits.EXPANDED_BYTES);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) count(1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) count(got);
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws IOException {
        expanded += bytes;
        if (expanded > most) throw new IOException(new UnreadableDocument(Reason.EXPANDS_TOO_MUCH));
    }
}
