package vn.binhdang.organisation.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/** The parts of a workbook, each opened under a limit; bombs, macros and passwords are refused. */
final class XlsxPackage implements Closeable {
    private static final int MOST_PARTS = 2_000;

    /** Bytes one part may expand to: 100,000 rows of twelve columns are about 100 MB of XML. */
    private static final long MOST_EXPANDED = 250L << 20;

    /** A part that expands more than this is a bomb, unless it stays small. */
    private static final long MOST_RATIO = 250;

    private static final long RATIO_FROM = 10L << 20;

    private final ZipFile zip;

    private XlsxPackage(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxPackage open(byte[] content) throws IOException, UnreadableSheet {
        var opened = new XlsxPackage(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get());
        try {
            opened.refuseDangerousParts();
            return opened;
        } catch (IOException | UnreadableSheet | RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    private void refuseDangerousParts() throws IOException, UnreadableSheet {
        int parts = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            ZipArchiveEntry entry = entries.nextElement();
            if (++parts > MOST_PARTS) throw new UnreadableSheet(Reason.EXPANDS_TOO_MUCH);
            if (entry.getGeneralPurposeBit().usesEncryption()) throw new UnreadableSheet(Reason.ENCRYPTED);
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                throw new UnreadableSheet(Reason.MACRO);
            if (entry.getSize() > mostFor(entry.getCompressedSize()))
                throw new UnreadableSheet(Reason.EXPANDS_TOO_MUCH);
        }
        var types = part("[Content_Types].xml");
        if (types.isEmpty()) throw new UnreadableSheet(Reason.WRONG_EXTENSION, ".xlsx");
        try (InputStream in = types.get()) {
            String text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
            if (text.contains("macroEnabled")) throw new UnreadableSheet(Reason.MACRO);
            if (!text.contains("spreadsheetml")) throw new UnreadableSheet(Reason.WRONG_EXTENSION, ".xlsx");
        }
    }

    private static long mostFor(long compressed) {
        return Math.clamp(compressed * MOST_RATIO, RATIO_FROM, MOST_EXPANDED);
    }

    /** The caller closes the stream. */
    Optional<InputStream> part(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) return Optional.empty();
        return Optional.of(new Limited(zip.getInputStream(entry), mostFor(entry.getCompressedSize())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Stops at what a package of honest sizes never reaches; what it says about its own sizes is not believed. */
    private static final class Limited extends FilterInputStream {
        private final long most;
        private long expanded;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
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

        private void count(int bytes) throws IOException {
            expanded += bytes;
            if (expanded > most) throw new IOException(new UnreadableSheet(Reason.EXPANDS_TOO_MUCH));
        }
    }
}
