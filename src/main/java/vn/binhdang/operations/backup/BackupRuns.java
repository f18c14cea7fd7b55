package vn.binhdang.operations.backup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Uuid7;

/** What became of each try at a backup. */
@Component
public class BackupRuns {
    private final JdbcClient jdbc;

    BackupRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param last the newest try, good or not; empty before the first
     * @param good the newest backup there is
     */
    public record Newest(Optional<LastBackup> last, Optional<LastBackup> good) {}

    public Newest newest() {
        var runs = jdbc.sql("""
            (select * from backup_run order by ended_at desc limit 1)
            union
            (select * from backup_run where error_key is null order by ended_at desc limit 1)
            order  by ended_at desc
            """).query((rows, i) -> read(rows)).list();
        return new Newest(
                runs.stream().findFirst(),
                runs.stream().filter(LastBackup::verified).findFirst());
    }

    /** The newest backup there is. */
    public Optional<LastBackup> lastGood() {
        return newest().good();
    }

    void made(Backup.Made made, Instant startedAt, Instant endedAt, boolean byHand) {
        insert(new LastBackup(
                startedAt,
                endedAt,
                byHand,
                made.file().toString(),
                made.bytes(),
                made.rows(),
                made.files(),
                made.damaged(),
                null,
                List.of()));
    }

    void failed(BackupRefused refused, Instant startedAt, Instant endedAt, boolean byHand) {
        insert(new LastBackup(startedAt, endedAt, byHand, "", 0, 0, 0, 0, refused.messageKey(), refused.values()));
    }

    /** A database of an earlier release, which has no such table yet, can be backed up too. */
    boolean ready() {
        return jdbc.sql("select to_regclass('backup_run') is not null")
                .query(Boolean.class)
                .single();
    }

    private void insert(LastBackup run) {
        jdbc.sql("""
            insert into backup_run (id, started_at, ended_at, by_hand, file, bytes, row_count, file_count,
                                    damaged_files, error_key, error_values)
            values (:id, :started, :ended, :byHand, :file, :bytes, :rows, :files, :damaged, :error, :values)
            """)
                .param("id", Uuid7.create())
                .param("started", utc(run.startedAt()))
                .param("ended", utc(run.endedAt()))
                .param("byHand", run.byHand())
                .param("file", run.file())
                .param("bytes", run.bytes())
                .param("rows", run.rows())
                .param("files", run.files())
                .param("damaged", run.damagedFiles())
                .param("error", run.errorKey())
                .param("values", run.errorValues().toArray(String[]::new))
                .update();
    }

    private static LastBackup read(ResultSet rows) throws SQLException {
        @Nullable String error = rows.getString("error_key");
        Array values = rows.getArray("error_values");
        return new LastBackup(
                rows.getObject("started_at", OffsetDateTime.class).toInstant(),
                rows.getObject("ended_at", OffsetDateTime.class).toInstant(),
                rows.getBoolean("by_hand"),
                rows.getString("file"),
                rows.getLong("bytes"),
                rows.getLong("row_count"),
                rows.getInt("file_count"),
                rows.getLong("damaged_files"),
                error,
                List.of((String[]) values.getArray()));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
