package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPostgresTest {
    /** Of this process of the run alone. */
    static final Path BINARIES =
            Path.of("target/postgres" + System.getProperty("test.process", "")).toAbsolutePath();

    @TempDir
    static Path setUp;

    @TempDir
    Path folder;

    @BeforeAll
    static void set_up_a_server_once() throws IOException {
        Files.createDirectories(BINARIES);
        BundledPostgres.open(BundledPostgres.Settings.forgetful(setUp, BINARIES))
                .close();
    }

    @BeforeEach
    void copy_it_as_it_lies_on_the_disk() throws IOException {
        var copied = Programs.run(List.of("cp", "--archive", setUp + "/.", folder.toString()));
        assertThat(copied.succeeded()).as(copied.output()).isTrue();
    }

    @Test
    void data_survive_a_stop_and_the_port_stays() throws SQLException {
        int port;
        try (var server = open()) {
            execute(server, "create table note (words text)", "insert into note values ('còn đây')");
            port = portOf(server);
        }
        try (var server = open()) {
            assertThat(query(server, "select words from note")).containsExactly("còn đây");
            assertThat(portOf(server)).isEqualTo(port);
        }
    }

    @Test
    void a_killed_server_is_started_again_on_the_same_port_with_its_data() throws Exception {
        try (var server = openForKeeps()) {
            execute(server, "create table note (words text)", "insert into note values ('còn đây')");
            long killed = server.pid();
            var process = ProcessHandle.of(killed).orElseThrow();
            process.destroyForcibly();
            process.onExit().get();
            while (server.pid() == killed) Thread.onSpinWait();

            assertThat(query(server, "select words from note")).containsExactly("còn đây");
        }
    }

    @Test
    void the_server_of_a_killed_run_is_found_and_stopped() throws Exception {
        try (var server = open()) {
            execute(server, "create table note (words text)", "insert into note values ('còn đây')");
        }
        var orphan = startAlone();
        try (var server = open()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(server, "select words from note")).containsExactly("còn đây");
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_another_program_is_not_believed() throws IOException, SQLException {
        var lines = "%d%n%s%n0%n5432%n%n127.0.0.1%n1 1%nready%n";
        Files.writeString(
                PostmasterPid.file(folder.resolve("cluster")),
                lines.formatted(ProcessHandle.current().pid(), folder.resolve("cluster")));
        try (var server = open()) {
            assertThat(query(server, "select 'started'")).containsExactly("started");
        }
    }

    @Test
    void one_process_has_one_server_for_a_folder_until_the_last_user_closes_it() throws SQLException {
        var first = open();
        var second = open();
        assertThat(second.address()).isEqualTo(first.address());
        first.close();
        first.close();
        assertThat(query(second, "select 'still there'")).containsExactly("still there");
        second.close();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> query(second, "select 1"));
    }

    @Test
    void letters_sort_the_vietnamese_way() throws SQLException {
        try (var server = open()) {
            assertThat(query(server, "select w from unnest(array['ơn','on','ôn','đa','da','ăn','an']) w order by w"))
                    .containsExactly("an", "ăn", "da", "đa", "on", "ôn", "ơn");
        }
    }

    @Test
    void passwords_are_readable_by_the_owner_only_and_needed() throws IOException {
        try (var server = open()) {
            var file = folder.resolve("password-binhdang");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var url = server.address().url();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, "binhdang", "wrong"))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void the_product_is_not_the_servers_administrator() throws SQLException {
        try (var server = open()) {
            assertThat(query(server, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .containsExactly("false");
        }
    }

    @Test
    void a_server_for_keeps_waits_for_the_disk_and_listens_on_this_machine_only() throws SQLException {
        try (var server = openForKeeps()) {
            assertThat(query(
                            server,
                            "select current_setting('fsync') || current_setting('synchronous_commit')"
                                    + " || current_setting('full_page_writes') || current_setting('data_checksums')"))
                    .containsExactly("onononon");
            assertThat(query(server, "select current_setting('listen_addresses')"))
                    .containsExactly("127.0.0.1");
        }
    }

    @Test
    void a_folder_in_use_by_another_process_is_refused() throws IOException, InterruptedException {
        var holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.resolve("lock").toString())
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(this::open)
                    .satisfies(e -> assertThat(e.messageKey()).isEqualTo("database.folder.inUse"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void data_of_another_major_version_are_refused_and_left_alone() throws IOException {
        var written = folder.resolve("cluster/PG_VERSION");
        Files.writeString(written, "17\n");
        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(this::open)
                .withMessageContaining("PostgreSQL 17")
                .satisfies(e -> assertThat(e.messageKey()).isEqualTo("database.folder.otherVersion"));
        assertThat(written).hasContent("17\n");
    }

    @Test
    void a_configured_port_that_is_taken_is_refused() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new BundledPostgres.Settings(folder, BINARIES, other.getLocalPort(), false);
            assertThatExceptionOfType(DatabaseUnusable.class)
                    .isThrownBy(() -> BundledPostgres.open(settings))
                    .withMessageContaining(Integer.toString(other.getLocalPort()));
        }
    }

    @Test
    void a_set_up_that_was_killed_half_way_is_begun_again() throws IOException, SQLException {
        var begun = folder.resolve("begun");
        Files.writeString(Files.createDirectories(begun.resolve("initialising")).resolve("half"), "written");
        try (var server = BundledPostgres.open(BundledPostgres.Settings.forgetful(begun, BINARIES))) {
            assertThat(query(server, "select 'complete'")).containsExactly("complete");
        }
    }

    @Test
    void a_server_that_cannot_start_is_reported_in_one_sentence() throws IOException {
        try (var control =
                new RandomAccessFile(folder.resolve("cluster/global/pg_control").toFile(), "rw")) {
            control.setLength(0);
        }
        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.messageKey()).isEqualTo("database.server.notStarted"));
    }

    @Test
    void a_machine_the_programs_are_not_made_for_is_told_to_bring_its_own_server() {
        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(() -> PostgresBinaries.archiveFor("Windows 11", "amd64"))
                .withMessageContaining("BINHDANG_DATABASE_URL");
    }

    /** Holds a folder's lock as a second running product would. */
    static final class LockHolder {
        public static void main(String[] arguments) throws IOException {
            try (var file = new RandomAccessFile(arguments[0], "rw")) {
                var lock = file.getChannel().lock();
                System.out.println(lock.isValid() ? "locked" : "not locked");
                System.in.read();
            }
        }
    }

    private BundledPostgres open() {
        return BundledPostgres.open(BundledPostgres.Settings.forgetful(folder, BINARIES));
    }

    private BundledPostgres openForKeeps() {
        return BundledPostgres.open(new BundledPostgres.Settings(folder, BINARIES, 0, true));
    }

    /** A server as a killed product leaves it behind: running, with nobody who waits for it. */
    private Process startAlone() throws IOException {
        var user = ServerUser.choose();
        var binaries = PostgresBinaries.unpackedInto(BINARIES);
        var cluster = folder.resolve("cluster").toString();
        var command = new ArrayList<>(user.command(binaries.program("postgres"), "-D", cluster));
        var port = Files.readString(folder.resolve("port"));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-p", port));
        var process = Programs.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orphan.log").toFile())
                .start();
        while (PostmasterPid.of(Path.of(cluster))
                .filter(file -> file.status().equals("ready"))
                .isEmpty()) assertThat(process.isAlive()).isTrue();
        return process;
    }

    private static int portOf(BundledPostgres server) {
        return Integer.parseInt(server.address().url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static void execute(BundledPostgres server, String... statements) throws SQLException {
        var address = server.address();
        try (var connection = DriverManager.getConnection(address.url(), address.username(), address.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static List<String> query(BundledPostgres server, String sql) throws SQLException {
        var address = server.address();
        try (var connection = DriverManager.getConnection(address.url(), address.username(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }
}
