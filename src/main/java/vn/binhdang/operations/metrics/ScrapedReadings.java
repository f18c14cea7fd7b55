package vn.binhdang.operations.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditFigures;
import vn.binhdang.database.DataFolder;
import vn.binhdang.messaging.MailQueue;
import vn.binhdang.operations.backup.BackupRuns;
import vn.binhdang.operations.backup.LastBackup;
import vn.binhdang.operations.job.Jobs;
import vn.binhdang.operations.state.Sessions;

/** All that has to be asked for, once for all measurements of a scrape. */
@Component
class ScrapedReadings {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapedReadings.class);
    private static final Duration KEEPS = Duration.ofSeconds(5);

    private final MailQueue mail;
    private final Jobs jobs;
    private final AuditFigures audit;
    private final BackupRuns backups;
    private final DataFolder data;
    private final JdbcClient jdbc;
    private final Clock clock;

    private Instant takenAt = Instant.MIN;
    private Optional<Reading> latest = Optional.empty();

    ScrapedReadings(
            MailQueue mail,
            Jobs jobs,
            AuditFigures audit,
            BackupRuns backups,
            DataFolder data,
            JdbcClient jdbc,
            Clock clock) {
        this.mail = mail;
        this.jobs = jobs;
        this.audit = audit;
        this.backups = backups;
        this.data = data;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ages in seconds, sizes in bytes; not a number where there is nothing yet. */
    record Reading(
            MailQueue.Figures mail,
            Jobs.Figures jobs,
            double sessions,
            double auditRows,
            double checkpointAge,
            double backupAge,
            double backupBytes,
            double diskFree,
            double diskTotal,
            double databaseBytes) {}

    /** Empty while the database does not answer: a measurement that is missing raises an alarm, an old one does not. */
    synchronized Optional<Reading> latest() {
        var now = clock.instant();
        if (takenAt.plus(KEEPS).isAfter(now)) return latest;
        try {
            latest = Optional.of(take(now));
        } catch (DataAccessException | IOException e) {
            LOG.warn("Measurements could not be taken: {}", e.getClass().getSimpleName());
            latest = Optional.empty();
        }
        takenAt = clock.instant();
        return latest;
    }

    private Reading take(Instant now) throws IOException {
        var disk = Files.getFileStore(data.path());
        var backup = backups.lastGood();
        var record = audit.figures();
        return new Reading(
                mail.figures(),
                jobs.figures(),
                Sessions.open(jdbc, clock),
                record.rows(),
                record.lastCheckpoint().map(at -> age(at, now)).orElse(Double.NaN),
                backup.map(LastBackup::endedAt).map(at -> age(at, now)).orElse(Double.NaN),
                backup.map(LastBackup::bytes).map(Long::doubleValue).orElse(Double.NaN),
                disk.getUsableSpace(),
                disk.getTotalSpace(),
                jdbc.sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single());
    }

    private static double age(Instant at, Instant now) {
        return Duration.between(at, now).toMillis() / 1e3;
    }
}
