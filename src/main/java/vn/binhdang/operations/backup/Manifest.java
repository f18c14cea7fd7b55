package vn.binhdang.operations.backup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.binhdang.database.AppliedMigration;

/**
 * What is in a backup, so that a restore can tell that all of it is there and nothing else.
 * @param product the release that made it
 * @param madeAt when the rows were as they are in it, ISO 8601 in UTC
 * @param migrations module to the migrations its tables had been through
 * @param tables in the order in which their rows follow
 * @param files stored files that rows speak of
 * @param kept other files of the data folder: keys, salts
 * @param chains where the audit chain of each agency ended; to be held against a printed checkpoint
 */
record Manifest(
        String product,
        String madeAt,
        Map<String, List<AppliedMigration>> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Stored> files,
        List<Kept> kept,
        List<ChainEnd> chains) {

    static final String ENTRY = "manifest.json";

    /** @param sum see {@link RowSum} */
    record Table(String name, List<String> columns, long rows, String sum) {}

    /** @param called whether {@code last} was handed out already */
    record Sequence(String name, long last, boolean called) {}

    /** @param object name of the sealed file beside the backup; empty when the file was damaged or missing already */
    record Stored(String sha256, long size, String object) {
        boolean missing() {
            return object.isEmpty();
        }
    }

    /** @param path below the data folder */
    record Kept(String path, String sha256) {}

    record ChainEnd(UUID agency, long no, String hash) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long missing() {
        return files.stream().filter(Stored::missing).count();
    }
}
