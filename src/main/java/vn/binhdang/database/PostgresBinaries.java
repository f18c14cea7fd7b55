package vn.binhdang.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The unpacked programs of the server (75 MB): {@code initdb}, {@code pg_ctl}, {@code postgres} and their libraries.
 * @param version such as "18.6"
 */
record PostgresBinaries(Path folder, String version) {
    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+(?:\\.\\d+)?)");
    private static final String VERSION_FILE = "VERSION";

    /**
     * Unpacks the archive on the class path into a folder below {@code parent} unless an earlier start did.
     * @throws DatabaseUnusable on a machine the archive is not made for
     */
    static PostgresBinaries unpackedInto(Path parent) throws IOException {
        var archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        var folder = parent.resolve("binaries-" + checksum(archive));
        if (Files.notExists(folder)) {
            log.info("Unpacking the bundled database into {}", folder);
            var draft = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, draft);
            Files.writeString(draft.resolve(VERSION_FILE), askVersion(draft));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            putInPlace(draft, folder);
        }
        return new PostgresBinaries(folder, Files.readString(folder.resolve(VERSION_FILE)));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Removes what an earlier release unpacked beside this one, 75 MB each, and what a killed start left half unpacked. */
    void removeOthers() throws IOException {
        try (var siblings =
                Files.newDirectoryStream(Objects.requireNonNull(folder.getParent()), "{binaries,unpacking}-*")) {
            for (Path sibling : siblings) if (!sibling.equals(folder)) FileSystemUtils.deleteRecursively(sibling);
        }
    }

    /** 18 of 18.6: servers of one major version read each other's files, others do not. */
    int major() {
        return Integer.parseInt(version.replaceFirst("\\..*", ""));
    }

    /** "18.6" of "postgres (PostgreSQL) 18.6". */
    static String versionIn(String answer) {
        var matcher = VERSION.matcher(answer);
        if (!matcher.find()) throw new IllegalStateException("no version in: " + answer);
        return matcher.group(1);
    }

    /** @throws DatabaseUnusable when there are no programs for this machine */
    static URL archiveFor(String system, String processor) {
        var archive = PostgresBinaries.class.getClassLoader().getResource(ARCHIVE);
        if (archive == null || !system.equals("Linux") || !processor.equals("amd64"))
            throw new DatabaseUnusable("database.platform", system, processor);
        return archive;
    }

    private static String askVersion(Path folder) throws IOException {
        var command =
                new ServerUser(List.of(), null).command(folder.resolve("bin").resolve("postgres"), "--version");
        return versionIn(Programs.run(command).output());
    }

    /** The jar's directory already knows a checksum of the archive, so a later start reads none of its 15 MB. */
    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar)
            return Long.toHexString(jar.getJarEntry().getCrc());
        throw new IllegalStateException("the database archive is expected in a jar: " + archive);
    }

    /** Atomically: a start that was killed while unpacking leaves nothing that looks complete. */
    private static void putInPlace(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            FileSystemUtils.deleteRecursively(draft); // another process was faster; its copy is the same
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isDirectory()) continue;
                if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                else {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions(entry)));
                }
            }
        }
    }

    private static String permissions(TarArchiveEntry entry) {
        boolean executable = (entry.getMode() & 0100) != 0;
        return executable ? "rwxr-xr-x" : "rw-r--r--";
    }
}
