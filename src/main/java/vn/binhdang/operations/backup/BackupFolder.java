package vn.binhdang.operations.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the backups of one installation lie: the backups themselves, and the stored files that they share. */
final class BackupFolder implements AutoCloseable {
    private static final String PREFIX = "binhdang-";
    private static final String SUFFIX = ".backup";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path path;
    private final FileChannel lockFile;

    private BackupFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder for one backup at a time, making it when it is not there.
     * @throws BackupRefused when it cannot be written to or another backup is being made in it
     */
    static BackupFolder open(Path path) {
        try {
            makePrivate(path);
            var lockFile = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) != null) return new BackupFolder(path, lockFile);
            lockFile.close();
        } catch (IOException e) {
            throw new BackupRefused(e, "operations.backup.folder.notWritable", path);
        }
        throw new BackupRefused("operations.backup.folder.inUse", path);
    }

    private static void makePrivate(Path path) throws IOException {
        if (path.getParent() != null) Files.createDirectories(path.getParent());
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process is making one
        }
    }

    SealedFiles files() {
        return new SealedFiles(path);
    }

    /** Sorts as the moments do. */
    Path nameAt(Instant moment) {
        return path.resolve(PREFIX + NAME.format(moment) + SUFFIX);
    }

    /** Oldest first. */
    static List<Path> backups(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(PREFIX)
                            && file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    /**
     * Deletes all but the newest backups, then the stored files that none of those left speaks of.
     * @return how many backups were deleted
     */
    int keep(int newest) throws IOException {
        var all = backups(path);
        var old = all.subList(0, Math.max(0, all.size() - newest));
        for (Path backup : old) Files.delete(backup);
        var wanted = new HashSet<String>();
        // A backup that cannot be opened ends this before any of its files is lost.
        for (Path backup : all.subList(old.size(), all.size()))
            wanted.addAll(SealedFile.open(backup).header().objects());
        files().clear(wanted);
        return old.size();
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new BackupRefused(e, "operations.backup.folder.notWritable", path);
        }
    }
}
