package vn.binhdang.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.binhdang.database.DataFolder;
import vn.binhdang.testing.TestDatabase;
import vn.binhdang.web.Text;

/** The two commands as an operator types them, on a database of his own. */
class BackupCommandTest {
    final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_key_a_backup_and_a_look_at_it() throws IOException {
        assertSaid(backup("--new-key", file("key")), 0, "Đã tạo khóa sao lưu");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("data/backup/public-key"))).doesNotContain("PRIVATE");
        assertSaid(backup("--new-key", file("key")), 1, "đã có sẵn");

        assertSaid(backup("--to", file("backups")), 0, "đã đọc lại và kiểm tra");
        assertThat(runs().newest().last()).get().satisfies(run -> {
            assertThat(run.verified()).isTrue();
            assertThat(run.byHand()).isTrue();
            assertThat(run.bytes()).isEqualTo(Files.size(Path.of(run.file())));
        });

        assertSaid(backup("--check", file("backups"), "--lang", "en"), 0, "is whole");
        Path made = BackupFolder.backups(folder.resolve("backups")).getFirst();
        byte[] bytes = Files.readAllBytes(made);
        Files.write(made, Arrays.copyOf(bytes, bytes.length - 1));
        assertSaid(backup("--check", file("backups"), "--lang", "en"), 1, "is damaged or cut short");
    }

    @Test
    void without_a_key_there_is_no_backup_and_the_operator_page_knows_why() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        assertSaid(backup("--to", file("backups"), "--lang", "en"), 1, "There is no backup key yet");
        assertThat(runs().newest().last()).get().satisfies(run -> {
            assertThat(run.verified()).isFalse();
            assertThat(run.error(Text.in(Text.ENGLISH))).contains("bin/backup --new-key");
        });
        assertThat(runs().lastGood()).isEmpty();
    }

    @Test
    void a_folder_within_the_data_is_refused_since_each_backup_would_hold_those_before_it() {
        assertSaid(backup("--new-key", file("key")), 0, "Đã tạo khóa sao lưu");
        assertSaid(backup("--to", file("data/backups")), 1, "nằm trong thư mục dữ liệu");
        assertThat(folder.resolve("data/backups")).doesNotExist();
    }

    @Test
    void wrong_usage_is_told_apart_from_failure() {
        assertThat(backup("--what").status()).isEqualTo(64);
        assertThat(backup("--to", file("backups"), "--keep", "0").status()).isEqualTo(64);
        assertThat(backup("--to", file("backups")).status())
                .as("no data folder")
                .isEqualTo(1);
        assertThat(folder.resolve("data")).as("asked, not made").doesNotExist();
        assertThat(restore(database, "backup-without-key").status()).isEqualTo(64);
        assertThat(backup("--help").status()).isZero();
    }

    @Test
    void two_backups_into_one_folder_do_not_get_into_each_others_way() {
        backup("--new-key", file("key"));
        try (var _ = BackupFolder.open(folder.resolve("backups"))) {
            assertSaid(backup("--to", file("backups"), "--lang", "en"), 1, "Another backup");
        }
    }

    @Test
    void told_to_stop_it_leaves_nothing_unfinished() throws IOException {
        backup("--new-key", file("key"));
        var backup = new Backup(database.address(), DataFolder.at(folder.resolve("data")), "1.0");
        Progress stopAtTheRows = (step, done, of) -> {
            if (step == Progress.Step.ROWS && done == 3) Thread.currentThread().interrupt();
        };

        assertThatThrownBy(() -> backup.make(folder.resolve("backups"), 9, Instant.EPOCH, stopAtTheRows))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("told to stop");
        try (var left = Files.list(folder.resolve("backups"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly(".lock");
        }
    }

    @Test
    void rows_go_into_an_empty_database_of_another_server_and_never_into_one_in_use() throws IOException {
        database.jdbc()
                .sql("insert into spring_session values ('p', 's', 0, 0, 0, 0, 'ai đó')")
                .update();
        database.jdbc()
                .sql("insert into backup_run values (?, now(), now(), true, E'dòng\\n"
                        + "\\tvà \\\\ lạ', 1, 2, 3, 4, null, '{}')")
                .param(UUID.randomUUID())
                .update();
        backup("--new-key", file("key"));
        backup("--to", file("backups"));
        String made = BackupFolder.backups(folder.resolve("backups")).getFirst().toString();
        try (var other = TestDatabase.empty()) {
            assertSaid(
                    restore(other, made, "--key", file("key"), "--into", file("one"), "--lang", "en"),
                    0,
                    "all counts and checksums agree");
            assertThat(other.jdbc()
                            .sql("select file from backup_run")
                            .query(String.class)
                            .list())
                    .containsExactly("dòng\n\tvà \\ lạ");
            assertThat(other.jdbc()
                            .sql("select count(*) from spring_session")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertSaid(
                    restore(other, made, "--key", file("key"), "--into", file("two"), "--lang", "en"),
                    1,
                    "is not empty");
            assertThat(folder.resolve("two")).doesNotExist();
            assertThat(folder.resolve("two.restoring")).doesNotExist();
        }
    }

    @Test
    void a_backup_of_a_newer_release_is_refused_by_name() throws IOException {
        database.jdbc()
                .sql("insert into flyway_root (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) values (999, '999', 'mai sau', 'SQL', 'x', 1,"
                        + " 'x', 1, true)")
                .update();
        backup("--new-key", file("key"));
        backup("--to", file("backups"));
        String made = BackupFolder.backups(folder.resolve("backups")).getFirst().toString();
        try (var other = TestDatabase.empty()) {
            assertSaid(
                    restore(other, made, "--key", file("key"), "--into", file("one"), "--lang", "en"), 1, "root V999");
        }
    }

    private record Said(int status, String words) {}

    private static void assertSaid(Said said, int status, String part) {
        assertThat(said.words()).contains(part);
        assertThat(said.status()).isEqualTo(status);
    }

    private Said backup(String... arguments) {
        var output = new ByteArrayOutputStream();
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        var clock = Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);
        int status = new BackupCommand(environment(database), clock, stream, stream).run(List.of(arguments));
        return new Said(status, output.toString(StandardCharsets.UTF_8));
    }

    private Said restore(TestDatabase into, String... arguments) {
        var output = new ByteArrayOutputStream();
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        int status = new RestoreCommand(environment(into), stream, stream).run(List.of(arguments));
        return new Said(status, output.toString(StandardCharsets.UTF_8));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private BackupRuns runs() {
        return new BackupRuns(database.jdbc());
    }

    private Environment environment(TestDatabase database) {
        var settings = new HashMap<String, Object>(Map.of(
                "binhdang.data", folder.resolve("data").toString(),
                "binhdang.database.url", database.address().url()));
        if (database.address().username() != null)
            settings.put("binhdang.database.username", database.address().username());
        if (database.address().password() != null)
            settings.put("binhdang.database.password", database.address().password());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("operator", settings));
        return environment;
    }
}
