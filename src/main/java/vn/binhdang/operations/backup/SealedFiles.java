package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.binhdang.kernel.Sha256;

/**
 * The stored files beside the backups, {@code files/ab/ab….sealed}: each is sealed once and shared by all backups that
 * speak of it. The name is a keyed hash, else anybody who holds a document could ask whether it lies in there.
 */
final class SealedFiles {
    private final Path folder;

    SealedFiles(Path backups) {
        this.folder = backups.resolve("files");
    }

    /** @param secret of the installation; another one makes other names, so all files are copied anew */
    static String name(String sha256, BackupKey.PublicHalf key, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((key.fingerprint() + sha256).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name + ".sealed");
    }

    /**
     * Seals a stored file unless it lies here already.
     * @return false when the bytes on the disk are missing or are not those that were stored
     */
    boolean add(
            String name, Path original, Manifest.Stored file, BackupKey.PublicHalf key, String product, String madeAt)
            throws IOException {
        Path target = path(name);
        if (Files.exists(target)) return true;
        if (Files.notExists(original) || !Sha256.hex(original).equals(file.sha256())) return false;
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        SealedFile.write(target, key, "file", product, madeAt, List.of(), out -> Files.copy(original, out));
        return true;
    }

    /**
     * Reads a file back.
     * @throws BackupRefused when it is not there, damaged, or not the file that the manifest speaks of
     */
    void read(Manifest.Stored file, BackupKey.PrivateHalf key, OutputStream out) {
        var sealed = SealedFile.open(path(file.object()));
        sealed.check();
        try (InputStream in = sealed.content(key)) {
            if (!Sha256.copying(in, out).equals(file.sha256())) throw SealedFile.damaged(path(file.object()), null);
        } catch (IOException e) {
            throw SealedFile.damaged(path(file.object()), e);
        }
    }

    /** Deletes what no backup speaks of any more. */
    void clear(Set<String> wanted) throws IOException {
        if (Files.notExists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(path ->
                            !wanted.contains(path.getFileName().toString().replaceFirst("\\.sealed$", "")))
                    .forEach(SealedFiles::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
