package vn.binhdang.operations.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import vn.binhdang.database.DataFolder;
import vn.binhdang.web.Text;

/** What an installation knows about its backups: the public half of their key and the secret behind the names of files. */
final class BackupKeys {
    private static final int NAME_SECRET_BYTES = 32;

    private final Path folder;

    private BackupKeys(Path folder) {
        this.folder = folder;
    }

    static BackupKeys of(DataFolder data) {
        return new BackupKeys(data.path().resolve("backup"));
    }

    boolean ready() {
        return Files.exists(publicFile());
    }

    /** @throws BackupRefused while there is no key */
    BackupKey.PublicHalf publicHalf() {
        if (!ready()) throw new BackupRefused("operations.backup.key.none");
        return BackupKey.readPublic(publicFile());
    }

    /**
     * Makes a new key. Backups made from now on are for it; earlier ones still need the key they were made for.
     * @param privateFile where the private half is written, which must not exist yet
     * @return its fingerprint
     * @throws BackupRefused when it cannot be written there
     */
    String create(Path privateFile, Text words) {
        var key = BackupKey.create();
        String fingerprint = key.publicHalf().fingerprint();
        try {
            writePrivately(
                    privateFile,
                    words.of("operations.backup.key.explained", fingerprint).strip() + "\n" + key.text() + "\n");
            Files.createDirectories(folder);
            Path draft = folder.resolve("public-key.new");
            Files.deleteIfExists(draft);
            writePrivately(draft, key.publicHalf().text() + "\n");
            Files.move(draft, publicFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return fingerprint;
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused(e, "operations.backup.key.exists", privateFile);
        } catch (IOException e) {
            throw new BackupRefused(e, "operations.backup.key.notWritten", privateFile);
        }
    }

    byte[] nameSecret() {
        Path file = folder.resolve("names.secret");
        try {
            if (Files.notExists(file)) {
                byte[] secret = new byte[NAME_SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                writePrivately(file, HexFormat.of().formatHex(secret));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupRefused(e, "operations.backup.key.notOne", file);
        }
    }

    private Path publicFile() {
        return folder.resolve("public-key");
    }

    private static void writePrivately(Path file, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            var bytes = java.nio.ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
        }
    }
}
