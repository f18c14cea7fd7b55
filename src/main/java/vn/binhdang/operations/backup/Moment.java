package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.kernel.Sha256;

/**
 * Rows and kept files of one and the same moment. Were the files read later than the rows, a checkpoint among them could
 * speak of rows that the backup does not have; earlier, and a key could be missing that rows were sealed with. So they are
 * looked at before and after the view of the rows is taken, until both agree. A file that grows by lines, as that of the
 * checkpoints does, goes into the backup as long as it was then.
 * @param kept path below the data folder to what it holds
 */
record Moment(Snapshot rows, Map<String, Kept> kept) implements AutoCloseable {
    private static final int TRIES = 20;
    private static final int BUFFER_BYTES = 1 << 16;

    /** The first bytes of a file; ten years of checkpoints are too many to hold in memory. */
    record Kept(Path file, long length, String sha256) {
        static Kept of(Path file) throws IOException {
            long length = Files.size(file);
            return new Kept(file, length, copy(file, length, OutputStream.nullOutputStream()));
        }

        /** @throws IOException when they are no longer those that were seen */
        void writeTo(OutputStream out) throws IOException {
            if (!copy(file, length, out).equals(sha256)) throw new IOException("a file of the data folder changed");
        }

        private static String copy(Path file, long length, OutputStream out) throws IOException {
            var sum = Sha256.start();
            try (var in = Files.newInputStream(file)) {
                for (long left = length; left > 0; ) {
                    byte[] some = in.readNBytes((int) Math.min(left, BUFFER_BYTES));
                    if (some.length == 0) break;
                    sum.update(some);
                    out.write(some);
                    left -= some.length;
                }
            }
            return HexFormat.of().formatHex(sum.digest());
        }
    }

    static Moment of(DatabaseAddress database, DataFolder data) throws SQLException, IOException {
        var before = read(data);
        for (int i = 0; i < TRIES; i++) {
            var rows = Snapshot.of(database);
            try {
                var after = read(data);
                if (before.equals(after)) return new Moment(rows, after);
                before = after;
            } catch (IOException e) {
                rows.close();
                throw e;
            }
            rows.close();
        }
        throw new IOException("the files of the data folder change without end");
    }

    private static Map<String, Kept> read(DataFolder data) throws IOException {
        var kept = new TreeMap<String, Kept>();
        for (Path file : DataParts.kept(data))
            try {
                kept.put(data.path().relativize(file).toString(), Kept.of(file));
            } catch (NoSuchFileException passing) {
                continue; // written beside its place and moved there meanwhile
            }
        return kept;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
