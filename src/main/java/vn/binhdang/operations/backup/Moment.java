package vn.binhdang.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;

/**
 * Rows and kept files of one and the same moment. Were the files read later than the rows, a checkpoint among them could
 * speak of rows that the backup does not have; earlier, and a key could be missing that rows were sealed with. So they are
 * read before and after the view of the rows is taken, until both agree.
 * @param kept path below the data folder to content
 */
record Moment(Snapshot rows, Map<String, byte[]> kept) implements AutoCloseable {
    private static final int TRIES = 20;

    static Moment of(DatabaseAddress database, DataFolder data) throws SQLException, IOException {
        var before = read(data);
        for (int i = 0; i < TRIES; i++) {
            var rows = Snapshot.of(database);
            try {
                var after = read(data);
                if (same(before, after)) return new Moment(rows, after);
                before = after;
            } catch (IOException e) {
                rows.close();
                throw e;
            }
            rows.close();
        }
        throw new IOException("the files of the data folder change without end");
    }

    private static Map<String, byte[]> read(DataFolder data) throws IOException {
        var kept = new TreeMap<String, byte[]>();
        for (Path file : DataParts.kept(data))
            try {
                kept.put(data.path().relativize(file).toString(), Files.readAllBytes(file));
            } catch (NoSuchFileException passing) {
                continue; // written beside its place and moved there meanwhile
            }
        return kept;
    }

    private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), others.get(e.getKey())));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
