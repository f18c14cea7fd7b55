package vn.binhdang.execution.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.Keys;
import vn.binhdang.files.FileId;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.kernel.UnitId;

/** Keeps a picture as the copy that everybody gets, a small one for lists, and the sealed original. */
@Component
class EvidencePhotos {
    private static final String PURPOSE = "evidence-original";
    private static final String SEALED = "application/octet-stream";

    private final JdbcClient jdbc;
    private final vn.binhdang.files.Files files;
    private final Keys keys;

    EvidencePhotos(JdbcClient jdbc, vn.binhdang.files.Files files, Keys keys) {
        this.jdbc = jdbc;
        this.files = files;
        this.keys = keys;
    }

    /** @return the copy, by which the picture is named from now on */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile store(Actor actor, Path content, EvidenceKind kind, String name) throws IOException {
        var photo = Photo.of(content, kind);
        boolean jpeg = kind == EvidenceKind.JPEG;
        String served = jpeg ? name : name.substring(0, name.lastIndexOf('.')) + ".png";
        var shown = files.store(actor, bytes(photo.shown()), jpeg ? "image/jpeg" : "image/png", served);
        var thumbnail = files.store(actor, bytes(photo.thumbnail()), "image/jpeg", served);
        byte[] original = Files.readAllBytes(content);
        var sealed = files.store(actor, bytes(keys.seal(PURPOSE, shown.id().toString(), original)), SEALED, name);
        jdbc.sql("""
            insert into evidence_photo (file_id, thumbnail_id, original_id, original_name, original_type, original_sha256)
            values (:file, :thumbnail, :original, :name, :type, :sha256)
            """)
                .param("file", shown.id().value())
                .param("thumbnail", thumbnail.id().value())
                .param("original", sealed.id().value())
                .param("name", sealed.originalName())
                .param("type", kind.mediaType())
                .param("sha256", Sha256.hex(original))
                .update();
        return shown;
    }

    /** Empty for what is no picture, and for one that was brought before copies were made. */
    Optional<StoredFile> thumbnail(UnitId agency, FileId shown) {
        return jdbc.sql("select thumbnail_id from evidence_photo where file_id = :file")
                .param("file", shown.value())
                .query(UUID.class)
                .optional()
                .map(id -> files.findFor(agency, new FileId(id)));
    }

    /** Opens the sealed original; the caller has checked whose duty it is, and records it. */
    Optional<EvidenceFiles.Original> original(Actor actor, FileId shown) {
        record Row(UUID originalId, String originalName, String originalType) {}
        return jdbc.sql("select original_id, original_name, original_type from evidence_photo where file_id = :file")
                .param("file", shown.value())
                .query(Row.class)
                .optional()
                .map(row -> {
                    try (InputStream in = files.open(files.find(actor, new FileId(row.originalId())))) {
                        return new EvidenceFiles.Original(
                                keys.open(PURPOSE, shown.toString(), in.readAllBytes()),
                                row.originalName(),
                                row.originalType());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static InputStream bytes(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
