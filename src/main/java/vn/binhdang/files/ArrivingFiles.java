package vn.binhdang.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;

/**
 * Files that come in parts, because the line is slow and breaks: each part says where it begins, and who was cut off asks
 * how much has arrived and goes on from there, also on another day. What has arrived whole is handed over with the form it
 * belongs to and looked at then, like any other file. Each belongs to the account that brings it; to all others it is not
 * there.
 */
@Component
public class ArrivingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivingFiles.class);

    /** So many may be under way or wait for their form. */
    static final int MOST = 20;

    /** The most that one account may have lying here, in bytes, by what was announced. */
    static final long MOST_BYTES = 400L * 1024 * 1024;

    /** The largest part, in bytes: it is held in memory while it comes. */
    public static final int LARGEST_PART = 1024 * 1024;

    /** What nobody went on with for so long is cleared away. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final RowMapper<ArrivingFile> ROW = (rs, i) -> new ArrivingFile(
            new ArrivingFileId(rs.getObject("id", UUID.class)),
            rs.getString("name"),
            rs.getLong("size"),
            rs.getLong("arrived"));

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final Path folder;

    ArrivingFiles(JdbcClient jdbc, AuditTrail audit, Clock clock, @Value("${binhdang.data:data}") Path data) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.folder = data.resolve("arriving").toAbsolutePath();
    }

    /**
     * @param size in bytes, as announced
     * @param arrived in bytes, from the beginning
     */
    public record ArrivingFile(ArrivingFileId id, String name, long size, long arrived) {
        public boolean whole() {
            return arrived == size;
        }
    }

    /**
     * @param name as it is called where it comes from
     * @throws Refused when too much of this account is under way already
     */
    @Transactional
    public ArrivingFile begin(Actor actor, String name, long size) {
        if (size <= 0 || size > MOST_BYTES) throw new Refused("files.arriving.refused.size", name);
        // One after the other for one account, so that two at once do not both find the last place.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:account as text), 4))")
                .param("account", actor.account().toString())
                .query(rs -> {});
        var lying = jdbc.sql("select size from arriving_file where account_id = :account")
                .param("account", actor.account().value())
                .query(Long.class)
                .list();
        if (lying.size() >= MOST || lying.stream().mapToLong(Long::longValue).sum() + size > MOST_BYTES)
            throw new Refused("files.arriving.refused.many");
        var file = new ArrivingFile(ArrivingFileId.create(), name, size, 0);
        jdbc.sql("""
            insert into arriving_file (id, account_id, agency_id, name, size, begun_at, changed_at)
            values (:id, :account, :agency, :name, :size, :now, :now)
            """)
                .param("id", file.id().value())
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("name", name)
                .param("size", size)
                .param("now", now())
                .update();
        audit.record(actor, "files.arriving.begin", file.id().value(), Map.of("size", size));
        return file;
    }

    /** @throws NotVisible when there is none, or it is somebody else's */
    public ArrivingFile find(Actor actor, ArrivingFileId id) {
        return read(actor, id, "").orElseThrow(() -> new NotVisible("arriving file " + id));
    }

    /** Empty also when it is still on its way, was handed over already, or is somebody else's. */
    public Optional<ArrivingFile> findWhole(Actor actor, ArrivingFileId id) {
        return read(actor, id, "").filter(ArrivingFile::whole);
    }

    private Optional<ArrivingFile> read(Actor actor, ArrivingFileId id, String held) {
        return jdbc.sql("select * from arriving_file where id = :id and account_id = :account " + held)
                .param("id", id.value())
                .param("account", actor.account().value())
                .query(ROW)
                .optional()
                .map(this::asItLies);
    }

    /** A backup holds the row without the bytes, and a power cut may have taken some: what is not there comes again. */
    private ArrivingFile asItLies(ArrivingFile file) {
        try {
            long lies = java.nio.file.Files.size(content(file.id()));
            return lies >= file.arrived() ? file : new ArrivingFile(file.id(), file.name(), file.size(), lies);
        } catch (NoSuchFileException e) {
            return new ArrivingFile(file.id(), file.name(), file.size(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a part. The bytes are on disk before the row says so: who is cut off in between sends them once more, to the
     * same place.
     * @return how it stands afterwards
     * @throws Misplaced when the part does not begin where the last one ended, or is longer than what is left
     */
    @Transactional
    public ArrivingFile add(Actor actor, ArrivingFileId id, long from, byte[] part) {
        var file = read(actor, id, "for update").orElseThrow(() -> new NotVisible("arriving file " + id));
        if (from != file.arrived() || part.length > file.size() - from) throw new Misplaced(file);
        try {
            java.nio.file.Files.createDirectories(folder);
            try (var channel = FileChannel.open(content(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(part);
                while (rest.hasRemaining()) channel.write(rest, from + rest.position());
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("update arriving_file set arrived = :arrived, changed_at = :now where id = :id")
                .param("arrived", from + part.length)
                .param("now", now())
                .param("id", id.value())
                .update();
        return new ArrivingFile(id, file.name(), file.size(), from + part.length);
    }

    /** The part did not fit; {@link #file} says from where to go on. */
    public static final class Misplaced extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ArrivingFile file;

        Misplaced(ArrivingFile file) {
            super("not at " + file.arrived());
            this.file = file;
        }

        public ArrivingFile file() {
            return file;
        }
    }

    /** Where the bytes lie; to be read only, and gone once it is {@link #forget forgotten}. */
    public Path content(ArrivingFileId id) {
        return folder.resolve(id.toString());
    }

    /**
     * It is handed over with the act that is under way, or no longer wanted.
     * @return whether it was still there: of two acts that are handed the same one, the second gets none
     */
    @Transactional
    public boolean forget(Actor actor, ArrivingFileId id) {
        int gone = jdbc.sql("delete from arriving_file where id = :id and account_id = :account")
                .param("id", id.value())
                .param("account", actor.account().value())
                .update();
        if (gone == 0) return false;
        audit.record(actor, "files.arriving.forget", id.value(), Map.of());
        deleteAfterwards(List.of(id.value()));
        return true;
    }

    /** Not before the rows are gone for good; what a stop in between leaves behind, {@link #sweepStrays} finds. */
    private void deleteAfterwards(List<UUID> ids) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ids.forEach(id -> delete(content(new ArrivingFileId(id))));
            }
        });
    }

    /** @return how many nobody went on with */
    @Transactional
    int sweep() {
        var old = jdbc.sql("delete from arriving_file where changed_at < :before returning id")
                .param("before", now().minus(PATIENCE))
                .query(UUID.class)
                .list();
        deleteAfterwards(old);
        return old.size() + sweepStrays();
    }

    /** Bytes of which a stop of the product left no row. */
    private int sweepStrays() {
        if (!java.nio.file.Files.isDirectory(folder)) return 0;
        try (var all = java.nio.file.Files.list(folder)) {
            List<Path> old = all.filter(this::isOld).toList();
            old.forEach(ArrivingFiles::delete);
            return old.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOld(Path file) {
        try {
            var before = now().minus(PATIENCE.multipliedBy(2)).toInstant();
            return java.nio.file.Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays until the next sweep: {}", file.getFileName(), e.toString());
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
