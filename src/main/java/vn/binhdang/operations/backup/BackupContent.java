package vn.binhdang.operations.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Sha256;

/** A backup in the hands of who has its key. Made only when all of it has been read and found whole. */
final class BackupContent {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final SealedFile sealed;
    private final BackupKey.PrivateHalf key;
    private final Manifest manifest;

    private BackupContent(Path path, SealedFile sealed, BackupKey.PrivateHalf key, Manifest manifest) {
        this.path = path;
        this.sealed = sealed;
        this.key = key;
        this.manifest = manifest;
    }

    interface Part {
        void read(String name, InputStream in) throws IOException;
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws BackupRefused when one byte is not as it was written, in the backup or in a stored file beside it */
    static BackupContent checked(Path path, BackupKey.PrivateHalf key, Progress progress) {
        progress.at(Progress.Step.CHECK, 0, 1);
        var sealed = SealedFile.open(path);
        try {
            sealed.content(key).close(); // another key is said at once, not after reading it all
            sealed.check();
            var manifest = read(path, sealed, key);
            var content = new BackupContent(path, sealed, key, manifest);
            int done = 0;
            for (var file : manifest.files()) {
                progress.at(Progress.Step.CHECK, ++done, manifest.files().size() + 1);
                if (!file.missing()) content.read(file, OutputStream.nullOutputStream());
            }
            progress.at(Progress.Step.CHECK, 1, 1);
            return content;
        } catch (IOException | JacksonException e) {
            throw SealedFile.damaged(path, e);
        }
    }

    /** Hands out rows and kept files one after the other, {@code rows/} before {@code kept/}. */
    void parts(Part part) throws IOException {
        parts(sealed, key, part);
    }

    /** Writes a stored file to where the product looks for it. */
    void read(Manifest.Stored file, OutputStream out) {
        new SealedFiles(Objects.requireNonNull(path.toAbsolutePath().getParent())).read(file, key, out);
    }

    private static void parts(SealedFile sealed, BackupKey.PrivateHalf key, Part part) throws IOException {
        try (var in = new BufferedInputStream(sealed.content(key), BUFFER_BYTES)) {
            var zip = new ZipInputStream(in);
            for (@Nullable ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                part.read(entry.getName(), zip);
            // To the very end: only then is it certain that nothing was cut off.
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Manifest read(Path path, SealedFile sealed, BackupKey.PrivateHalf key) throws IOException {
        Map<String, String> found = new HashMap<>();
        var manifests = new java.util.ArrayList<Manifest>();
        parts(sealed, key, (name, in) -> {
            if (name.equals(Manifest.ENTRY))
                manifests.add(JsonMapper.builder().build().readValue(in.readAllBytes(), Manifest.class));
            else if (name.startsWith(DataParts.ROWS)) {
                var sum = new RowSum();
                try (var lines = sum.lines()) {
                    in.transferTo(lines);
                }
                found.put(name, sum.rows() + " " + sum.hex());
            } else found.put(name, Sha256.copying(in, OutputStream.nullOutputStream()));
        });
        if (manifests.size() != 1 || !found.equals(promised(manifests.getFirst())))
            throw SealedFile.damaged(path, null);
        return manifests.getFirst();
    }

    private static Map<String, String> promised(Manifest manifest) {
        Map<String, String> promised = new HashMap<>();
        for (var table : manifest.tables())
            promised.put(DataParts.ROWS + table.name(), table.rows() + " " + table.sum());
        for (var kept : manifest.kept()) promised.put(DataParts.KEPT + kept.path(), kept.sha256());
        return promised;
    }
}
