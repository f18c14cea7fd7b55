package vn.binhdang.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.kernel.UnitId;

/** Keeps what people bring and what the product issues. A file is never changed; equal bytes lie on disk once. */
@Component
public class Files {
    private static final RowMapper<StoredFile> ROW = (rs, i) -> new StoredFile(
            new FileId(rs.getObject("id", UUID.class)),
            rs.getString("sha256"),
            rs.getLong("size"),
            rs.getString("media_type"),
            rs.getString("original_name"),
            rs.getObject("stored_at", OffsetDateTime.class));

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final Path folder;

    Files(JdbcClient jdbc, AuditTrail audit, Clock clock, @Value("${binhdang.data:data}") Path data) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.folder = data.resolve("files").toAbsolutePath();
    }

    /**
     * Stores the bytes of a stream to its end; the caller limits its size.
     * @param mediaType told from the content by the caller, not from the browser
     */
    @Transactional
    public StoredFile store(Actor actor, InputStream content, String mediaType, String originalName) {
        var sum = Sha256.start();
        try {
            java.nio.file.Files.createDirectories(folder);
            Path arriving = java.nio.file.Files.createTempFile(folder, "arriving", ".part");
            try {
                long size;
                try (var in = new DigestInputStream(content, sum)) {
                    size = java.nio.file.Files.copy(in, arriving, StandardCopyOption.REPLACE_EXISTING);
                }
                String name = HexFormat.of().formatHex(sum.digest());
                Path home = home(name);
                java.nio.file.Files.createDirectories(home.getParent());
                // The bytes stand before the row does: a crash in between leaves an unused file, never a row without
                // one.
                java.nio.file.Files.move(
                        arriving, home, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return record(actor, name, size, mediaType, originalName);
            } finally {
                java.nio.file.Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's facts; {@link NotVisible} when it is not in the actor's agency. */
    public StoredFile find(Actor actor, FileId id) {
        return findFor(actor.agency(), id);
    }

    /** The same for a job that works for an agency and not for one person. */
    public StoredFile findFor(UnitId agency, FileId id) {
        return jdbc.sql("select * from stored_file where id = :id and agency_id = :agency")
                .param("id", id.value())
                .param("agency", agency.value())
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("file " + id));
    }

    /** Opens the bytes; the caller closes. */
    public InputStream open(StoredFile file) {
        try {
            return java.nio.file.Files.newInputStream(home(file.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile record(Actor actor, String sha256, long size, String mediaType, String originalName) {
        var file = new StoredFile(
                FileId.create(),
                sha256,
                size,
                mediaType,
                Normalizer.normalize(originalName, Normalizer.Form.NFC),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        jdbc.sql("""
            insert into stored_file (id, agency_id, sha256, size, media_type, original_name, stored_by, stored_at)
            values (:id, :agency, :sha256, :size, :type, :name, :by, :at)
            """)
                .param("id", file.id().value())
                .param("agency", actor.agency().value())
                .param("sha256", sha256)
                .param("size", size)
                .param("type", mediaType)
                .param("name", file.originalName())
                .param("by", actor.account().value())
                .param("at", file.storedAt())
                .update();
        audit.record(actor, "files.store", file.id().value(), Map.of("sha256", sha256, "size", size));
        return file;
    }

    private Path home(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
