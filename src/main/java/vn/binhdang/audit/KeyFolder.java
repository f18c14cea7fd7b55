package vn.binhdang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code audit/} in the data folder: the keys of the record and a copy of its checkpoints, for its owner's eyes only. */
@Component
public final class KeyFolder {
    private final Path folder;

    /** @param data the data folder, also of a product that is not running */
    public KeyFolder(@Value("${binhdang.data:data}") Path data) {
        folder = data.resolve("audit").toAbsolutePath();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Reads a secret, or makes it: complete from the moment it is seen, readable by the owner only from the first byte. */
    String secret(String name, Supplier<String> newSecret) {
        var file = file(name);
        try {
            if (Files.notExists(file)) {
                makePrivate();
                var draft = Files.createTempFile(folder, name, ".new");
                Files.writeString(draft, newSecret.get());
                putUnlessThere(draft, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> read(String name) {
        try {
            return Files.exists(file(name)) ? Optional.of(Files.readString(file(name))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What others may know, written once: public keys. */
    void publish(String name, String content) {
        try {
            if (Files.notExists(file(name))) Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every public key this installation has signed with. */
    List<String> publicKeys() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.newDirectoryStream(folder, "public-key-*.pem")) {
            var found = new ArrayList<String>();
            for (Path file : files) found.add(Files.readString(file));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replaceSecret(String name, String secret) throws IOException {
        var draft = Files.createTempFile(folder, name, ".new");
        Files.writeString(draft, secret);
        Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds a line and waits until it is on the disk. */
    void append(String name, String line) {
        try {
            makePrivate();
            if (Files.notExists(file(name)))
                Files.createFile(
                        file(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file(name),
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two nodes on one folder may both find it missing; the first one's secret stays. */
    private static void putUnlessThere(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // the other node's
        } finally {
            Files.delete(draft);
        }
    }

    private void makePrivate() throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(folder.getParent());
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
