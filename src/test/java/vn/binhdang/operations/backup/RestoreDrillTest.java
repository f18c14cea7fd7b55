package vn.binhdang.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.OpenDatabase;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Tool;
import vn.binhdang.web.Text;

/** What an operator should try twice a year, tried at every build: a backup of a product at work, and its way back. */
@PageTest
class RestoreDrillTest {
    @TempDir
    Path folder;

    @Autowired
    DataFolder data;

    @Autowired
    Environment environment;

    @Autowired
    vn.binhdang.files.Files files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_was_done_before_the_backup_is_there_after_the_restore_and_nothing_is_half_there(@Autowired Pages pages)
            throws Exception {
        var key = key();
        var work = new OfficeAtWork(pages);
        Backup.Made made;
        List<Path> keptBefore;
        int before;
        try (work) {
            work.start();
            work.await(10);
            before = work.done();
            keptBefore = DataParts.kept(data); // the first checkpoint may make a signing key at any moment
            made = backUp(key);
            work.await(before + 5);
        }

        var manifest = BackupContent.checked(made.file(), key, Progress.SILENT).manifest();
        Path into = folder.resolve("restored");
        var restored = new Restore(new StandardEnvironment(), Progress.SILENT).restore(made.file(), key, into);

        assertThat(restored.migrated()).isZero();
        try (var database = OpenDatabase.existing(DataFolder.at(into), new StandardEnvironment())
                        .orElseThrow();
                var connection = connect(database.address())) {
            assertThat(Snapshot.counted(connection, manifest.tables()))
                    .as("rows and checksums of every table")
                    .isEqualTo(manifest.tables());
            int plans = number(connection, "select count(*) from outgoing_document where subject like 'Diễn tập %'");
            assertThat(plans).as("acts in the backup").isBetween(before, work.done());
            assertThat(number(
                            connection,
                            "select max(cast(substr(subject, 10) as int)) from outgoing_document"
                                    + " where subject like 'Diễn tập %'"))
                    .as("acts follow one another without a hole")
                    .isEqualTo(plans);
            assertThat(number(connection, """
                select count(*) from outgoing_document d where subject like 'Diễn tập %'
                and not exists (select 1 from audit_row a where a.record_id = d.id)
                """))
                    .as("acts without their audit row")
                    .isZero();
            var record = new AuditVerification().run(connection);
            assertThat(record.faults()).isEmpty();
            assertThat(record.rows())
                    .isEqualTo(manifest.chains().stream()
                            .mapToLong(Manifest.ChainEnd::no)
                            .sum())
                    .isPositive();
            for (String sha256 : texts(connection, "select distinct sha256 from stored_file"))
                assertThat(Sha256.hex(DataParts.storedFile(DataFolder.at(into), sha256)))
                        .isEqualTo(sha256);
            assertThat(number(connection, "select count(*) from stored_file")).isPositive();
        }
        var verified = Tool.run(into, "audit", "verify");
        assertThat(verified.said()).startsWith("Nhật ký nguyên vẹn");
        assertThat(verified.status()).isZero();
        for (Path kept : keptBefore)
            if (!kept.toString().contains("checkpoint"))
                assertThat(into.resolve(data.path().relativize(kept))).hasSameBinaryContentAs(kept);
    }

    @Test
    void an_unchanged_stored_file_is_not_copied_twice_and_goes_with_the_last_backup_that_has_it(@Autowired Pages pages)
            throws Exception {
        var key = key();
        var first = backUp(key, Instant.parse("2026-11-24T02:00:00Z"), 2);
        var sealed = sealedFiles();
        files.store(
                pages.actor("vanphong"),
                new ByteArrayInputStream("thêm một tệp".getBytes(StandardCharsets.UTF_8)),
                "text/plain",
                "them.txt");
        var times = Files.getLastModifiedTime(sealed.getFirst());

        backUp(key, Instant.parse("2026-11-25T02:00:00Z"), 2);
        assertThat(sealedFiles()).hasSize(sealed.size() + 1).containsAll(sealed);
        assertThat(Files.getLastModifiedTime(sealed.getFirst())).isEqualTo(times);

        jdbc.sql("delete from stored_file where original_name = 'them.txt'").update();
        var third = backUp(key, Instant.parse("2026-11-26T02:00:00Z"), 2);
        assertThat(first.file()).doesNotExist();
        assertThat(third.forgotten()).isEqualTo(1);
        assertThat(sealedFiles()).as("the backup before still has it").hasSize(sealed.size() + 1);
        backUp(key, Instant.parse("2026-11-27T02:00:00Z"), 1);
        assertThat(sealedFiles()).isEqualTo(sealed);
    }

    @Test
    void a_stored_file_that_is_damaged_on_the_disk_is_told_and_the_rest_is_backed_up(@Autowired Pages pages)
            throws Exception {
        var key = key();
        var stored = files.store(
                pages.actor("vanphong"),
                new ByteArrayInputStream("tệp sẽ hỏng".getBytes(StandardCharsets.UTF_8)),
                "text/plain",
                "hong.txt");
        Files.writeString(DataParts.storedFile(data, stored.sha256()), "hỏng");

        var made = backUp(key);

        assertThat(made.damaged()).isEqualTo(1);
        var manifest = BackupContent.checked(made.file(), key, Progress.SILENT).manifest();
        assertThat(manifest.files())
                .filteredOn(Manifest.Stored::missing)
                .extracting(Manifest.Stored::sha256)
                .containsExactly(stored.sha256());
    }

    @Test
    void who_is_signed_in_is_not_in_a_backup() {
        jdbc.sql("insert into spring_session values ('p', 's', 0, 0, 0, 0, 'vanphong')")
                .update();
        var made = backUp(key());
        assertThat(BackupContent.checked(made.file(), key(), Progress.SILENT)
                        .manifest()
                        .tables())
                .extracting(Manifest.Table::name)
                .contains("account", "audit_row")
                .doesNotContain("spring_session", "spring_session_attributes");
    }

    private BackupKey.PrivateHalf key() {
        Path file = folder.resolve("key");
        if (Files.notExists(file)) BackupKeys.of(data).create(file, Text.in(Text.VIETNAMESE));
        return BackupKey.readPrivate(file);
    }

    private Backup.Made backUp(BackupKey.PrivateHalf key) {
        return backUp(key, Instant.parse("2026-11-25T02:00:00Z"), 9);
    }

    private Backup.Made backUp(BackupKey.PrivateHalf key, Instant at, int keep) {
        assertThat(BackupKeys.of(data).publicHalf()).isEqualTo(key.publicHalf());
        try (var database = OpenDatabase.existing(data, environment).orElseThrow()) {
            return new Backup(database.address(), data, Release.version())
                    .make(folder.resolve("backups"), keep, at, Progress.SILENT);
        }
    }

    private List<Path> sealedFiles() throws Exception {
        try (var all = Files.walk(folder.resolve("backups").resolve("files"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Connection connect(DatabaseAddress address) throws Exception {
        return DriverManager.getConnection(address.url(), address.username(), address.password());
    }

    private static int number(Connection connection, String sql) throws Exception {
        return Snapshot.list(connection, sql, rows -> rows.getInt(1)).getFirst();
    }

    private static List<String> texts(Connection connection, String sql) throws Exception {
        return Snapshot.list(connection, sql, rows -> rows.getString(1));
    }

    /** A clerk who begins one plan after the other, numbered, until told to stop. */
    private static final class OfficeAtWork implements AutoCloseable {
        private final Pages.Visit clerk;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final Thread thread = new Thread(this::work, "office");

        OfficeAtWork(Pages pages) {
            clerk = pages.as("vanphong");
        }

        void start() {
            thread.start();
        }

        int done() {
            return done.get();
        }

        void await(int acts) {
            Awaitility.await("acts").atMost(Duration.ofMinutes(2)).until(() -> done.get() >= acts || !thread.isAlive());
            assertThat(done.get()).isGreaterThanOrEqualTo(acts);
        }

        private void work() {
            while (!stopped.get()) {
                int number = done.get() + 1;
                var answer = clerk.post("/plans/new", "year", "2027", "subject", "Diễn tập " + number);
                if (answer.getStatus() != 302) return;
                done.set(number);
            }
        }

        @Override
        public void close() throws InterruptedException {
            stopped.set(true);
            thread.join();
        }
    }
}
