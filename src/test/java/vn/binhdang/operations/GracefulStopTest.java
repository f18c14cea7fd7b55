package vn.binhdang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.operations.backup.TestKey;
import vn.binhdang.testing.RunningProduct;

/** Told to stop while people work, the product answers what it has begun and begins nothing more. */
class GracefulStopTest {
    /** How the shell counts the end by SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void no_request_is_cut_and_no_job_is_left_half_done() throws Exception {
        Path backups = folder.resolve("backups");
        var settings = Map.of("BINHDANG_BACKUP_FOLDER", backups.toString());
        try (var product = new RunningProduct(folder.resolve("data"), settings).start()) {
            KillTest.letEverybodyIn(product);
            TestKey.make(folder.resolve("data"), folder.resolve("key"));
            try (var office = new OfficeUnderLoad(
                    product.home(), List.of("vanphong", "vanphong", "vanthu", "vanthu"), product.firstPassword())) {
                makeTheDailyBackupDue(product);
                office.start();
                office.awaitMore(20);
                // Its first sign: from here on the job is at work.
                Awaitility.await("the job")
                        .atMost(java.time.Duration.ofMinutes(1))
                        .until(() -> Files.exists(backups));
                product.askToStop();
                assertThat(product.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
                office.awaitEnd();

                assertThat(product.inDatabase(KillTest::plansWithAuditRow))
                        .as("done is what was answered, not one act more or less")
                        .isEqualTo(office.acknowledged());
            }
            assertThat(jobsThatLookRunning(product)).isZero();
            try (var files = Files.walk(backups)) {
                assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
            }
        }
    }

    private static int jobsThatLookRunning(RunningProduct product) {
        return product.inDatabase(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from scheduled_tasks where picked")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static void makeTheDailyBackupDue(RunningProduct product) {
        product.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                int due = statement.executeUpdate("update scheduled_tasks set execution_time = now()"
                        + " where task_name = 'operations.backup.daily'");
                assertThat(due).isEqualTo(1);
                return due;
            }
        });
    }
}
