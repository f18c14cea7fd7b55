package vn.binhdang.operations.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseUnusable;
import vn.binhdang.database.OpenDatabase;
import vn.binhdang.web.Text;

/** One backup a day, once the operator has named a folder and made a key. */
@Configuration
class DailyBackup {
    static final String NAME = "operations.backup.daily";

    private static final Logger log = LoggerFactory.getLogger(DailyBackup.class);

    private final BackupRuns runs;
    private final DataFolder data;
    private final Environment environment;
    private final Clock clock;
    private final String folder;
    private final int keep;

    DailyBackup(
            BackupRuns runs,
            DataFolder data,
            Environment environment,
            Clock clock,
            @Value("${binhdang.backup.folder:}") String folder,
            @Value("${binhdang.backup.keep:" + BackupCommand.KEEP + "}") int keep) {
        // With 0 the backup just made would be deleted with the older ones.
        if (keep < 1) throw new IllegalArgumentException("binhdang.backup.keep must be 1 or more");
        this.runs = runs;
        this.data = data;
        this.environment = environment;
        this.clock = clock;
        this.folder = folder.strip();
        this.keep = keep;
    }

    @Bean
    RecurringTask<Void> dailyBackupTask(@Value("${binhdang.backup.time:02:00}") String time) {
        return Tasks.recurring(NAME, schedule(time)).execute((instance, context) -> run());
    }

    Schedule schedule(String time) {
        return folder.isEmpty() ? new DisabledSchedule() : Schedules.daily(clock.getZone(), LocalTime.parse(time));
    }

    /** Ends well also without a backup: tried again tomorrow, and the operator's page says why. */
    void run() {
        Instant started = clock.instant();
        try (var database = OpenDatabase.existing(data, environment)
                .orElseThrow(() -> new BackupRefused("operations.backup.noData", data.path()))) {
            var made = new Backup(database.address(), data, Release.version())
                    .make(Path.of(folder), keep, started, Progress.SILENT);
            runs.made(made, started, clock.instant(), false);
            log.info("Backed up {} rows and {} stored files, {} bytes", made.rows(), made.files(), made.bytes());
        } catch (BackupRefused refused) {
            log.error("No backup was made: {}", refused.sentence(Text.ENGLISH));
            runs.failed(refused, started, clock.instant(), false);
        } catch (DatabaseUnusable unusable) {
            log.error("No backup was made: {}", unusable.sentence(Text.ENGLISH));
        }
    }
}
