package vn.binhdang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The bundled server's files in one folder: {@code cluster/} (the data), the passwords of its accounts, the port it
 * used last, its logs. Knows how to make them and whether this version of the product can use them.
 */
record PostgresCluster(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String ADMINISTRATOR = "postgres";
    /** Owns the product's database and nothing else; only the migrations enter as it. */
    private static final String PRODUCT = "binhdang";
    /** Whom the running product enters as: owns nothing, so it can neither change a table nor rewrite the record. */
    private static final String APPLICATION = "binhdang_app";

    private static final int MEGABYTES_FOR_FIRST_START = 300;
    private static final int MEGABYTES_FOR_LATER_STARTS = 64;

    Path data() {
        return folder.resolve("cluster");
    }

    Path portFile() {
        return folder.resolve("port");
    }

    Path logs() {
        return folder.resolve("log");
    }

    /** What the server says before its own log is open, and why it did not start. */
    Path startLog() {
        return folder.resolve("start.log");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    boolean exists() {
        return Files.isDirectory(data());
    }

    /** @throws DatabaseUnusable when less is left than a start needs, before anything is half written */
    void checkSpace() throws IOException {
        long free = new DataFolder(folder).free() >> 20;
        int needed = exists() ? MEGABYTES_FOR_LATER_STARTS : MEGABYTES_FOR_FIRST_START;
        if (free < needed) throw new DatabaseUnusable("database.folder.full", folder, free, needed);
    }

    /** @throws DatabaseUnusable when the data were written by another major version */
    void checkVersion(PostgresBinaries binaries) throws IOException {
        if (!exists()) return;
        int written =
                Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
        if (written != binaries.major())
            throw new DatabaseUnusable("database.folder.otherVersion", folder, written, binaries.major());
    }

    /**
     * Makes the data folder of an empty server: Vietnamese order of letters, checksums on every page, passwords needed.
     * @param durable false leaves out waiting for the disk, for data nobody will miss
     */
    void initialise(PostgresBinaries binaries, ServerUser user, boolean durable) throws IOException {
        if (exists()) return;
        log.info("Setting up the bundled database in {}", folder);
        var draft = folder.resolve("initialising");
        FileSystemUtils.deleteRecursively(draft);
        DataFolder.secretIn(passwordFile(ADMINISTRATOR));
        DataFolder.secretIn(passwordFile(PRODUCT));
        user.own(folder);
        var arguments = new ArrayList<>(List.of(
                "--pgdata=" + draft,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile(ADMINISTRATOR),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=vi-VN",
                "--data-checksums"));
        if (!durable) arguments.add("--no-sync");
        var outcome = Programs.run(user.command(binaries.program("initdb"), arguments.toArray(String[]::new)));
        if (!outcome.succeeded()) {
            log.error("initdb ended with {}:\n{}", outcome.exitCode(), outcome.output());
            throw new DatabaseUnusable("database.initdb", folder);
        }
        // Moved only when complete: a set-up that was killed half way is begun again.
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the product's account and its empty database in a running server, once. */
    void createDatabase(int port) throws IOException {
        var done = folder.resolve("database-created");
        if (Files.exists(done)) return;
        var admin = administrator(port);
        try (var connection = DriverManager.getConnection(admin.url(), admin.username(), admin.password());
                var statement = connection.createStatement()) {
            // The password is of our own making and holds no quote.
            var password = DataFolder.secretIn(passwordFile(PRODUCT));
            statement.execute("drop database if exists " + PRODUCT);
            statement.execute("drop role if exists " + PRODUCT);
            statement.execute("create role %s login password '%s'".formatted(PRODUCT, password));
            statement.execute("create database %s owner %s".formatted(PRODUCT, PRODUCT));
        } catch (SQLException e) {
            throw new DatabaseUnusable(e, "database.server.notStarted", folder);
        }
        Files.createFile(done);
    }

    /** Makes the application's account where it is missing: new folders, and those of releases that had one account. */
    void createApplicationAccount(int port) throws IOException {
        var admin = administrator(port);
        try (var connection = DriverManager.getConnection(admin.url(), admin.username(), admin.password());
                var statement = connection.createStatement()) {
            var password = DataFolder.secretIn(passwordFile(APPLICATION));
            boolean missing;
            try (var rows = statement.executeQuery(
                    "select not exists (select 1 from pg_roles where rolname = '%s')".formatted(APPLICATION))) {
                missing = rows.next() && rows.getBoolean(1);
            }
            if (missing) statement.execute("create role %s login".formatted(APPLICATION));
            statement.execute("alter role %s password '%s'".formatted(APPLICATION, password));
        } catch (SQLException e) {
            throw new DatabaseUnusable(e, "database.server.notStarted", folder);
        }
    }

    DatabaseAddress owner(int port) throws IOException {
        return address(port, PRODUCT, PRODUCT);
    }

    DatabaseAddress application(int port) throws IOException {
        return address(port, PRODUCT, APPLICATION);
    }

    DatabaseAddress administrator(int port) throws IOException {
        return address(port, ADMINISTRATOR, ADMINISTRATOR);
    }

    private DatabaseAddress address(int port, String database, String account) throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return new DatabaseAddress(url, account, DataFolder.secretIn(passwordFile(account)));
    }

    private Path passwordFile(String account) {
        return folder.resolve("password-" + account);
    }
}
