package vn.binhdang.operations.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.ModuleMigrations;
import vn.binhdang.database.OpenDatabase;

/**
 * Puts a backup into an empty data folder, and into an empty database when one is given. Nothing is begun before all of
 * the backup has been read and found whole; the data folder appears under its name only when everything is in it.
 */
final class Restore {
    private final Environment environment;
    private final Progress progress;

    Restore(Environment environment, Progress progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /** @param migrated how many migrations the rows went through because this release is newer than the backup */
    record Restored(Manifest manifest, int migrated) {}

    /** @throws BackupRefused with a sentence for the operator */
    Restored restore(Path file, BackupKey.PrivateHalf key, Path into) {
        checkEmpty(into);
        var backup = BackupContent.checked(file, key, progress);
        var unknown = ModuleMigrations.unknown(backup.manifest().migrations());
        if (!unknown.isEmpty())
            throw new BackupRefused(
                    "operations.restore.newerRelease", file, backup.manifest().product(), unknown.getFirst());
        Path draft = into.resolveSibling(into.getFileName() + ".restoring");
        try {
            FileSystemUtils.deleteRecursively(draft);
            int migrated = fill(DataFolder.at(draft), backup);
            Files.deleteIfExists(into); // it is empty, or was never there
            Files.move(draft, into, StandardCopyOption.ATOMIC_MOVE);
            return new Restored(backup.manifest(), migrated);
        } catch (SQLException e) {
            throw new BackupRefused(e, "operations.restore.database", String.valueOf(e.getSQLState()));
        } catch (IOException e) {
            throw new BackupRefused(
                    e, "operations.restore.disk", into, e.getClass().getSimpleName());
        } finally {
            clear(draft);
        }
    }

    private int fill(DataFolder data, BackupContent backup) throws SQLException, IOException {
        try (var database = OpenDatabase.fresh(data, environment)) {
            var address = database.address();
            var flyway = Flyway.configure().dataSource(address.url(), address.username(), address.password());
            try (var connection = connect(address)) {
                checkNothingIn(connection, address);
                ModuleMigrations.migrateTo(backup.manifest().migrations(), flyway);
                if (!ModuleMigrations.applied(connection)
                        .equals(backup.manifest().migrations()))
                    throw new BackupRefused("operations.restore.otherTables");
                Loading.load(connection, backup, progress);
            }
            writeFiles(data, backup, progress);
            progress.at(Progress.Step.MIGRATE, 0, 1);
            ModuleMigrations.migrate(flyway);
            try (var connection = connect(address)) {
                Snapshot.run(connection, "analyze");
                progress.at(Progress.Step.MIGRATE, 1, 1);
                return count(ModuleMigrations.applied(connection))
                        - count(backup.manifest().migrations());
            }
        }
    }

    private static int count(java.util.Map<String, ? extends java.util.List<?>> states) {
        return states.values().stream().mapToInt(java.util.List::size).sum();
    }

    private static void checkEmpty(Path into) {
        if (Files.notExists(into)) return;
        try (Stream<Path> there = Files.list(into)) {
            if (there.findAny().isEmpty()) return;
        } catch (IOException e) {
            throw new BackupRefused(
                    e, "operations.restore.disk", into, e.getClass().getSimpleName());
        }
        throw new BackupRefused("operations.restore.folderNotEmpty", into);
    }

    private static void checkNothingIn(Connection connection, DatabaseAddress address) throws SQLException {
        if (!ModuleMigrations.applied(connection).isEmpty()
                || !Snapshot.tables(connection).isEmpty())
            throw new BackupRefused("operations.restore.databaseNotEmpty", address.place());
    }

    static void writeFiles(DataFolder data, BackupContent backup, Progress progress) throws IOException {
        int done = 0;
        var files = backup.manifest().files();
        for (var file : files) {
            progress.at(Progress.Step.FILES, done++, files.size());
            if (file.missing()) continue;
            Path target = DataParts.storedFile(data, file.sha256());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
                backup.read(file, out);
            }
        }
        progress.at(Progress.Step.FILES, files.size(), files.size());
        backup.parts((name, in) -> {
            if (!name.startsWith(DataParts.KEPT)) return;
            Path target =
                    data.path().resolve(name.substring(DataParts.KEPT.length())).normalize();
            if (!target.startsWith(data.path())) throw new IOException("a name that leads out of the folder");
            Files.createDirectories(Objects.requireNonNull(target.getParent()), permissions("rwx------"));
            Files.createFile(target, permissions("rw-------"));
            try (var out = Files.newOutputStream(target)) {
                in.transferTo(out);
            }
        });
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.username(), address.password());
    }

    private static void clear(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
        } catch (IOException e) {
            throw new BackupRefused(
                    e, "operations.restore.disk", draft, e.getClass().getSimpleName());
        }
    }
}
