package vn.binhdang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.binhdang.database.ApplicationRights;
import vn.binhdang.database.BundledPostgres;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.ModuleMigrations;

/**
 * The one PostgreSQL server of a test run: the bundled one in a folder that vanishes, or another by
 * {@code -Dbinhdang.test.database.url=jdbc:postgresql://host/postgres?user=…&password=…} (an account that may create
 * databases). The migrations run once, in a template; every database is a copy of it.
 */
final class TestServer {
    /** Each process of a run unpacks its own: two that begin in the same second would do it into one folder. */
    private static final Path BINARIES =
            Path.of("target/postgres" + System.getProperty("test.process", "")).toAbsolutePath();

    private final Path folder = temporaryFolder();
    private final DatabaseAddress administrator;
    private @Nullable BundledPostgres bundled;
    private final String prefix = "t" + ProcessHandle.current().pid() + "_";
    private final String template = prefix + "template";
    private final String application = prefix + "app";
    private final AtomicInteger number = new AtomicInteger();

    private static final class Holder {
        static final TestServer SERVER = new TestServer(System.getProperty("binhdang.test.database.url"));
    }

    static TestServer get() {
        return Holder.SERVER;
    }

    private TestServer(@Nullable String url) {
        administrator = url == null ? startBundled() : new DatabaseAddress(url, null, null);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        // Letters sort as in the product, whatever the server's own default is.
        execute("""
            create database %s template template0 encoding 'UTF8'
                locale_provider icu icu_locale 'vi-VN' locale 'C.UTF-8'\
            """.formatted(template));
        var base = addressOf(template);
        var flyway = Flyway.configure().dataSource(base.url(), base.username(), base.password());
        ModuleMigrations.migrate(flyway);
        execute("create role %s login password '%s'".formatted(application, application));
        ApplicationRights.grant(flyway.getDataSource(), application);
        if (UnrecordedChanges.WANTED) execute(base, UnrecordedChanges.TRIGGERS);
    }

    DatabaseAddress administrator() {
        return administrator;
    }

    /** A migrated database of a name not used before. */
    String copyTemplate() {
        return copy(template);
    }

    /** A database without a table, of a name not used before. */
    String createEmpty() {
        var name = prefix + number.incrementAndGet();
        createEmpty(name);
        return name;
    }

    /** The same rows under a name not used before. Whoever is connected to the original is thrown out. */
    String copy(String database) {
        var name = prefix + number.incrementAndGet();
        copyTo(name, database);
        return name;
    }

    /** Puts the rows of {@code original} in the place of those of {@code database}. */
    void restore(String database, String original) {
        drop(database);
        copyTo(database, original);
    }

    void drop(String database) {
        execute("drop database if exists %s with (force)".formatted(database));
    }

    DatabaseAddress addressOf(String database) {
        return new DatabaseAddress(
                administrator.url().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1"),
                administrator.username(),
                administrator.password());
    }

    /** As the running product enters: without owning anything. */
    DatabaseAddress applicationOf(String database) {
        return new DatabaseAddress(addressOf(database).url().replaceFirst("\\?.*", ""), application, application);
    }

    /** Letters sort as in the product, whatever the server's own default is. */
    private void createEmpty(String name) {
        execute("""
            create database %s template template0 encoding 'UTF8'
                locale_provider icu icu_locale 'vi-VN' locale 'C.UTF-8'\
            """.formatted(name));
    }

    private void copyTo(String name, String original) {
        // A template must have no other users; file_copy is the quicker strategy for a small database without fsync.
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(original));
        execute("create database %s template %s strategy file_copy".formatted(name, original));
    }

    private void execute(String sql) {
        execute(administrator, sql);
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (var connection = DriverManager.getConnection(address.url(), address.username(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** For what a test keeps in files; vanishes with the run. */
    Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseAddress startBundled() {
        try {
            Files.createDirectories(BINARIES);
            bundled = BundledPostgres.open(
                    BundledPostgres.Settings.forgetful(Files.createDirectory(folder.resolve("postgres")), BINARIES));
            return bundled.administrator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            if (bundled != null) bundled.close();
            else dropAll();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropAll() {
        for (int i = 1; i <= number.get(); i++) drop(prefix + i);
        drop(template);
        execute("drop role " + application);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("binhdang-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
