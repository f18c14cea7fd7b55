package vn.binhdang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product's database for a program that runs beside it: the given one, else the bundled one in the data folder. Where
 * the product is not running, as with a restored copy, the bundled server is started for as long as this is open.
 *
 * <p>Entered as the owner of the tables where one is known: the application's account gets its rights from the product's
 * start, which a restored copy, or a folder of an earlier release, has not seen yet.
 */
public final class DatabaseBeside implements AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable BundledPostgres started;

    private DatabaseBeside(DatabaseAddress address, @Nullable BundledPostgres started) {
        this.address = address;
        this.started = started;
    }

    /**
     * @param environment where BINHDANG_DATABASE_URL and its like may stand
     * @throws DatabaseUnusable with a sentence for the operator
     */
    public static DatabaseBeside open(Path data, Map<String, String> environment) {
        var url = environment.get("BINHDANG_DATABASE_URL");
        if (url != null && !url.isBlank()) return new DatabaseBeside(given(url.strip(), environment), null);
        var folder = data.toAbsolutePath().normalize().resolve("postgres");
        var cluster = new PostgresCluster(folder);
        if (!cluster.exists()) throw new DatabaseUnusable("database.folder.empty", folder);
        try {
            var server = BundledPostgres.open(new BundledPostgres.Settings(folder, folder, 0, true));
            return new DatabaseBeside(server.address(), server);
        } catch (DatabaseUnusable e) {
            if (!e.messageKey().equals("database.folder.inUse")) throw e;
            return new DatabaseBeside(ofRunning(cluster), null);
        }
    }

    private static DatabaseAddress given(String url, Map<String, String> environment) {
        String account = environment.containsKey("BINHDANG_DATABASE_OWNER_USERNAME") ? "OWNER_" : "";
        return new DatabaseAddress(
                account.isEmpty() ? url : environment.getOrDefault("BINHDANG_DATABASE_OWNER_URL", url),
                environment.get("BINHDANG_DATABASE_" + account + "USERNAME"),
                environment.get("BINHDANG_DATABASE_" + account + "PASSWORD"));
    }

    /** The caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.username(), address.password());
    }

    private static DatabaseAddress ofRunning(PostgresCluster cluster) {
        try {
            return cluster.owner(
                    Integer.parseInt(Files.readString(cluster.portFile()).strip()));
        } catch (IOException e) {
            throw new DatabaseUnusable(e, "database.folder.broken", cluster.folder(), e.toString());
        }
    }

    @Override
    public void close() {
        if (started != null) started.close();
    }
}
