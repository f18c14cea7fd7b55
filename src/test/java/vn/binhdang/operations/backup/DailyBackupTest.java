package vn.binhdang.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import vn.binhdang.database.DataFolder;
import vn.binhdang.testing.PageTest;

@PageTest
class DailyBackupTest {
    @TempDir
    Path folder;

    @Autowired
    DataFolder data;

    @Autowired
    Environment environment;

    @Autowired
    BackupRuns runs;

    @Autowired
    Clock clock;

    @Test
    void it_makes_a_backup_and_tells_what_it_made() throws Exception {
        TestKey.make(data.path(), folder.resolve("key"));
        job(folder.resolve("backups").toString()).run();

        assertThat(runs.lastGood()).get().satisfies(run -> {
            assertThat(run.byHand()).isFalse();
            assertThat(run.rows()).isPositive();
            assertThat(run.files()).isPositive();
            assertThat(Path.of(run.file())).exists();
        });
    }

    @Test
    void a_failure_is_told_and_does_not_hide_the_last_good_backup() throws Exception {
        TestKey.make(data.path(), folder.resolve("key"));
        job(folder.resolve("backups").toString()).run();
        job("/proc/nowhere").run();

        assertThat(runs.newest().last()).get().matches(run -> !run.verified());
        assertThat(runs.lastGood()).get().matches(LastBackup::verified);
    }

    @Test
    void it_is_off_until_a_folder_is_named() {
        assertThat(job("").schedule("02:00").isDisabled()).isTrue();
        assertThat(job("/backups").schedule("02:00").isDisabled()).isFalse();
    }

    @Test
    void a_setting_that_would_delete_the_backup_just_made_is_refused() {
        assertThatThrownBy(() -> new DailyBackup(runs, data, environment, clock, "/backups", 0))
                .hasMessageContaining("binhdang.backup.keep");
    }

    private DailyBackup job(String to) {
        return new DailyBackup(runs, data, environment, clock, to, 3);
    }
}
