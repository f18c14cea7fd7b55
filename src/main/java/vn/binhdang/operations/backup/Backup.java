package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;

/**
 * Makes a backup of a product that goes on working: all rows as of one moment, the keys and salts of the data folder, and
 * the stored files that the rows speak of.
 * @see "docs/decisions/0010-backups-are-rows-not-disks.md"
 */
final class Backup {
    private final DatabaseAddress database;
    private final DataFolder data;
    private final String product;

    Backup(DatabaseAddress database, DataFolder data, String product) {
        this.database = database;
        this.data = data;
        this.product = product;
    }

    /**
     * What was made.
     * @param damaged stored files that were missing or damaged on the disk already
     * @param forgotten older backups that were deleted
     */
    record Made(Path file, long bytes, long rows, int tables, int files, long damaged, int forgotten) {}

    /**
     * @param keep how many backups stay, this one included
     * @throws BackupRefused with a sentence for the operator; nothing is left under the backup's name
     */
    Made make(Path to, int keep, Instant now, Progress progress) {
        // All of the data folder that is neither row nor stored file goes into a backup: each would hold those before
        // it.
        if (to.toAbsolutePath()
                .normalize()
                .startsWith(data.path().toAbsolutePath().normalize()))
            throw new BackupRefused("operations.backup.folder.inData", to, data.path());
        var key = BackupKeys.of(data).publicHalf();
        var watched = watched(progress);
        byte[] secret = BackupKeys.of(data).nameSecret();
        try (var folder = BackupFolder.open(to);
                var moment = Moment.of(database, data)) {
            Path target = folder.nameAt(now);
            if (Files.exists(target)) throw new BackupRefused("operations.backup.file.exists", target);
            var files = seal(moment.rows().files(), folder.files(), key, secret, now.toString(), watched);
            var objects = files.stream()
                    .filter(file -> !file.missing())
                    .map(Manifest.Stored::object)
                    .toList();
            var written = new ArrayList<Manifest>();
            SealedFile.write(
                    target,
                    key,
                    "backup",
                    product,
                    now.toString(),
                    objects,
                    out -> written.add(writeTo(out, moment, files, now.toString(), watched)));
            watched.at(Progress.Step.CHECK, 0, 1);
            SealedFile.open(target).check();
            watched.at(Progress.Step.CHECK, 1, 1);
            var manifest = written.getFirst();
            return new Made(
                    target,
                    Files.size(target),
                    manifest.rows(),
                    manifest.tables().size(),
                    files.size(),
                    manifest.missing(),
                    folder.keep(keep));
        } catch (SQLException e) {
            throw new BackupRefused(e, "operations.backup.database", database.place(), String.valueOf(e.getSQLState()));
        } catch (IOException e) {
            throw new BackupRefused(
                    e, "operations.backup.disk", to, e.getClass().getSimpleName());
        }
    }

    private List<Manifest.Stored> seal(
            List<Manifest.Stored> files,
            SealedFiles sealed,
            BackupKey.PublicHalf key,
            byte[] secret,
            String madeAt,
            Progress progress)
            throws IOException {
        var named = new ArrayList<Manifest.Stored>();
        for (var file : files) {
            progress.at(Progress.Step.FILES, named.size(), files.size());
            String name = SealedFiles.name(file.sha256(), key, secret);
            boolean there = sealed.add(name, DataParts.storedFile(data, file.sha256()), file, key, product, madeAt);
            named.add(new Manifest.Stored(file.sha256(), file.size(), there ? name : ""));
        }
        progress.at(Progress.Step.FILES, files.size(), files.size());
        return named;
    }

    private Manifest writeTo(
            OutputStream out, Moment moment, List<Manifest.Stored> files, String madeAt, Progress progress)
            throws IOException {
        // The zip is finished but not closed: closing is the business of the cipher below it.
        var snapshot = moment.rows();
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        try {
            var manifest = new Manifest(
                    product,
                    madeAt,
                    snapshot.migrations(),
                    writeRows(zip, snapshot, progress),
                    snapshot.sequences(),
                    files,
                    writeKept(zip, moment.kept()),
                    snapshot.chains());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            return manifest;
        } catch (SQLException e) {
            throw new BackupRefused(e, "operations.backup.database", database.place(), String.valueOf(e.getSQLState()));
        }
    }

    private static List<Manifest.Table> writeRows(ZipOutputStream zip, Snapshot snapshot, Progress progress)
            throws IOException, SQLException {
        var tables = snapshot.tables();
        var written = new ArrayList<Manifest.Table>();
        for (var table : tables) {
            progress.at(Progress.Step.ROWS, written.size(), tables.size());
            zip.putNextEntry(new ZipEntry(DataParts.ROWS + table.name()));
            written.add(snapshot.copy(table, zip));
            zip.closeEntry();
        }
        progress.at(Progress.Step.ROWS, tables.size(), tables.size());
        return written;
    }

    private static List<Manifest.Kept> writeKept(ZipOutputStream zip, Map<String, Moment.Kept> files)
            throws IOException {
        var kept = new ArrayList<Manifest.Kept>();
        for (var file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(DataParts.KEPT + file.getKey()));
            file.getValue().writeTo(zip);
            zip.closeEntry();
            kept.add(new Manifest.Kept(file.getKey(), file.getValue().sha256()));
        }
        return kept;
    }

    /** A backup whose thread is told to stop (the product is shut down) ends at its next step. */
    private static Progress watched(Progress progress) {
        return (step, done, of) -> {
            if (Thread.interrupted()) throw new BackupRefused("operations.backup.interrupted");
            progress.at(step, done, of);
        };
    }
}
