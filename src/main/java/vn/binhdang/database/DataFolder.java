package vn.binhdang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The one folder that holds everything the product keeps outside an external database: the bundled server's files,
 * stored files, generated secrets. Whoever has it has the data, so nobody but its owner may look inside.
 * @param path absolute
 */
public record DataFolder(Path path) {
    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES = PosixFilePermissions.fromString("rw-------");

    /**
     * Opens the folder, making it on first use.
     * @throws DatabaseUnusable when it cannot be made or nothing can be written into it
     */
    public static DataFolder at(Path path) {
        var folder = new DataFolder(path.toAbsolutePath().normalize());
        try {
            makePrivate(folder.path);
            Files.delete(Files.createTempFile(folder.path, "writable", null));
            return folder;
        } catch (IOException e) {
            throw new DatabaseUnusable(e, "database.folder.notWritable", folder.path);
        }
    }

    /**
     * A folder of its own for one kind of thing, readable by the owner only.
     * @throws DatabaseUnusable when it cannot be made
     */
    public Path child(String name) {
        try {
            return makePrivate(path.resolve(name));
        } catch (IOException e) {
            throw new DatabaseUnusable(e, "database.folder.notWritable", path.resolve(name));
        }
    }

    /**
     * A secret of that name, 192 random bits as text, made on first use into {@code keys/}.
     * @throws DatabaseUnusable when it can neither be read nor made
     */
    public String secret(String name) {
        var file = child("keys").resolve(name);
        try {
            return secretIn(file);
        } catch (IOException e) {
            throw new DatabaseUnusable(e, "database.folder.notWritable", file);
        }
    }

    /** Bytes that can still be written. */
    long free() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    /** 192 random bits, safe in URLs and shells. */
    static String newSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads the secret in a file, or makes one that is readable by the owner only from its first byte on. */
    static String secretIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
            Files.writeString(draft, newSecret());
            Files.move(draft, file);
        }
        return Files.readString(file).strip();
    }

    private static Path makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        if (folder.getParent() != null) Files.createDirectories(folder.getParent());
        return Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
}
