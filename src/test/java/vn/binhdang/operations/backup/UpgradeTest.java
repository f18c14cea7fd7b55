package vn.binhdang.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import vn.binhdang.BinhDang;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.database.AppliedMigration;
import vn.binhdang.database.BundledPostgres;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.ModuleMigrations;
import vn.binhdang.testing.OfficeClient;
import vn.binhdang.testing.RunningProduct;
import vn.binhdang.testing.TestDatabase;
import vn.binhdang.testing.Tool;

/**
 * Databases that earlier releases filled by walking their own journey (src/test/releases/make.sh) are brought to this
 * release, as a start of the product does it.
 */
class UpgradeTest {
    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    /** What the people of the journey chose at their first sign-in. */
    private static final String PASSWORD = "một câu của riêng tôi";

    private static final Pattern CHANGED_TABLE = Pattern.compile(
            "(?im)^\\s*(?:alter table|update|delete from|drop table)\\s+(?:if exists\\s+|only\\s+)?([a-z_]+)");

    /** The ends of the chains move on with every deed. A table that a migration rewrites is looked at, then named here. */
    private static final Set<String> MOVES_ON = Set.of("audit_chain");

    @TempDir
    Path folder;

    static Stream<Path> releases() throws IOException {
        try (var all = Files.list(RELEASES)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_newer_migration_runs_on_rows(Path release) throws Exception {
        var backup = open(release);
        Map<String, Long> rows = backup.manifest().tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::rows));
        var newer = newerMigrations(backup.manifest().migrations());
        assertThat(newer).as("migrations newer than %s", release).isNotEmpty();

        for (Path migration : newer)
            for (String table : changedTables(migration))
                assertThat(rows.getOrDefault(table, 1L)) // a table that the fixture does not have is newer itself
                        .as("rows of %s in %s, which %s changes", table, release, migration)
                        .isPositive();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_an_earlier_release_wrote_is_there_unchanged_and_its_people_go_on_working(Path release) throws Exception {
        var backup = open(release);
        try (var before = TestDatabase.empty();
                var after = TestDatabase.empty()) {
            load(backup, before);
            load(backup, after);
            startAndWork(backup, after);
            try (var old = before.dataSource().getConnection();
                    var now = after.dataSource().getConnection()) {
                assertThat(differing(backup.manifest(), old, now)).isSubsetOf(MOVES_ON);
                assertThat(rolesNow(now)).containsAll(rolesThen(old));
                assertThat(number(now, "select count(*) from task_in_hand"))
                        .isPositive()
                        .isEqualTo(number(now, """
                            select count(*) from task_in_hand h join task_in_hand_reckoned(
                                array(select task_id from task_status)) r on h = r
                            """));
                var record = new AuditVerification().run(now);
                assertThat(record.faults()).isEmpty();
                assertThat(record.rows()).isGreaterThan(number(old, "select count(*) from audit_row"));
            }
        }
    }

    /** The first releases entered the bundled database with the one account that owns the tables. */
    @Test
    void a_bundled_folder_from_before_the_second_account_gets_it_at_its_next_start() throws Exception {
        var backup = open(releases().findFirst().orElseThrow());
        Path path = folder.resolve("first-release");
        bundledWithOneAccount(backup, path);

        try (var product = new RunningProduct(path, Map.of()).start();
                var clerk = new OfficeClient(product.home())) {
            clerk.signIn("vanphong", PASSWORD);
            assertThat(clerk.get("/plans").statusCode()).isEqualTo(200);
            assertThat(product.<List<String>>inDatabase(connection -> texts(connection, """
                select distinct usename from pg_stat_activity where datname = current_database() and usename like '%_app'
                """)))
                    .as("whom the product enters as")
                    .containsExactly("binhdang_app");
            assertThat(product.<List<String>>inDatabase(connection -> texts(connection, """
                select privilege_type from information_schema.role_table_grants
                where  grantee = 'binhdang_app' and table_name = 'audit_row'
                """)))
                    .containsExactly("SELECT");
            var verified = Tool.run(path, "audit", "verify");
            assertThat(verified.said()).startsWith("Nhật ký nguyên vẹn");
        }
    }

    private static void bundledWithOneAccount(BackupContent backup, Path path) throws Exception {
        var data = DataFolder.at(path);
        try (var server = BundledPostgres.open(BundledPostgres.Settings.keptIn(data, 0))) {
            var owner = server.address();
            var flyway = Flyway.configure().dataSource(owner.url(), owner.username(), owner.password());
            ModuleMigrations.migrateTo(backup.manifest().migrations(), flyway);
            try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password())) {
                Loading.load(connection, backup, Progress.SILENT);
                connection.setAutoCommit(true);
            }
            Restore.writeFiles(data, backup, Progress.SILENT);
            var admin = server.administrator();
            try (var connection = DriverManager.getConnection(admin.url(), admin.username(), admin.password());
                    var statement = connection.createStatement()) {
                statement.execute("drop role binhdang_app");
            }
        }
        Files.delete(path.resolve("postgres").resolve("password-binhdang_app"));
    }

    private void startAndWork(BackupContent backup, TestDatabase database) throws Exception {
        var data = DataFolder.at(folder.resolve("data"));
        Restore.writeFiles(data, backup, Progress.SILENT);
        var owner = database.address();
        try (var product = new SpringApplicationBuilder(BinhDang.class)
                .run(
                        "--server.port=0",
                        "--binhdang.data=" + data.path(),
                        "--binhdang.database.url=" + owner.url(),
                        "--binhdang.database.username=" + owner.username(),
                        "--binhdang.database.password=" + owner.password())) {
            int port = ((WebServerApplicationContext) product).getWebServer().getPort();
            try (var clerk = new OfficeClient(java.net.URI.create("http://localhost:" + port));
                    var connection = database.dataSource().getConnection()) {
                clerk.signIn("vanphong", PASSWORD);
                String plan = texts(
                                connection, "select id from outgoing_document where state = 'ISSUED' order by number")
                        .getFirst();
                assertThat(clerk.get("/documents/" + plan).body()).contains("01/KH-KHCN");
                assertThat(clerk.get("/plans/" + plan).statusCode()).isEqualTo(200);
                var pdf = clerk.get("/documents/" + plan + "/issued.pdf");
                assertThat(pdf.statusCode()).isEqualTo(200);
                assertThat(pdf.body()).startsWith("%PDF");
                for (String other : List.of("giamdoc", "cds"))
                    try (var person = new OfficeClient(java.net.URI.create("http://localhost:" + port))) {
                        person.signIn(other, PASSWORD);
                    }
            }
        }
    }

    private BackupContent open(Path release) throws IOException {
        try (var files = Files.list(release)) {
            Path backup = files.filter(file -> file.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
            return BackupContent.checked(backup, BackupKey.readPrivate(release.resolve("key")), Progress.SILENT);
        }
    }

    private static void load(BackupContent backup, TestDatabase database) throws SQLException, IOException {
        Configuration flyway = Flyway.configure().dataSource(database.dataSource());
        ModuleMigrations.migrateTo(backup.manifest().migrations(), flyway);
        try (var connection = database.dataSource().getConnection()) {
            Loading.load(connection, backup, Progress.SILENT);
            connection.setAutoCommit(true);
        }
    }

    private static Set<Path> newerMigrations(Map<String, List<AppliedMigration>> states) throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> states
                            .getOrDefault(file.getParent().getFileName().toString(), List.of())
                            .stream()
                            .noneMatch(m -> file.getFileName().toString().startsWith("V" + m.version() + "__")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> changedTables(Path migration) throws IOException {
        var tables = new LinkedHashSet<String>();
        var named = CHANGED_TABLE.matcher(Files.readString(migration, StandardCharsets.UTF_8));
        while (named.find()) tables.add(named.group(1));
        return tables;
    }

    /** Tables of which an old row is not there any more in the columns that both releases have. */
    private static Set<String> differing(Manifest manifest, Connection old, Connection now) throws SQLException {
        var nowTables = Snapshot.tables(now).stream()
                .collect(Collectors.toMap(Manifest.Table::name, table -> Set.copyOf(table.columns())));
        var differing = new TreeSet<String>();
        for (var table : manifest.tables()) {
            var columns = table.columns().stream()
                    .filter(column ->
                            nowTables.getOrDefault(table.name(), Set.of()).contains(column))
                    .toList();
            if (columns.isEmpty()) continue; // its rows have moved to another table
            if (missing(table.name(), columns, old, now) > 0) differing.add(table.name());
        }
        return differing;
    }

    /** How many of the old rows are not there any more in the columns that both have. */
    private static long missing(String table, List<String> columns, Connection old, Connection now)
            throws SQLException {
        String rows = "select cast(row(%s) as text) from %s".formatted(String.join(", ", columns), table);
        var there = new java.util.HashSet<>(texts(now, rows));
        return texts(old, rows).stream().filter(row -> !there.contains(row)).count();
    }

    /** "username ROLE" as the first release kept them, in the words of today. */
    private static List<String> rolesThen(Connection old) throws SQLException {
        if (number(old, "select count(*) from pg_class where relname = 'account_role'") == 0) return rolesNow(old);
        return texts(old, """
            select username || ' ' || case r.role when 'CLERK' then 'OFFICE_CLERK' else r.role end
            from   account a join account_role r on r.account_id = a.id
            """);
    }

    private static List<String> rolesNow(Connection now) throws SQLException {
        return texts(now, "select username || ' ' || role from account a join role_grant r on r.account_id = a.id");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Snapshot.list(connection, sql, rows -> rows.getLong(1)).getFirst();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        return Snapshot.list(connection, sql, rows -> rows.getString(1));
    }
}
