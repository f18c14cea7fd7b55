package vn.binhdang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The product's database as its tools find it: the given one, the bundled one of a product that is running, or the
 * bundled one started for as long as this is open. Nothing is migrated.
 */
public final class OpenDatabase implements AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable BundledPostgres own;

    private OpenDatabase(DatabaseAddress address, @Nullable BundledPostgres own) {
        this.address = address;
        this.own = own;
    }

    /**
     * Of a data folder that has been in use.
     * @return empty when there is no database yet
     * @throws DatabaseUnusable with a sentence for the operator
     */
    public static Optional<OpenDatabase> existing(DataFolder data, Environment environment) {
        var external = DatabaseStart.external(environment);
        if (external != null) {
            DatabaseCheck.check(external.owner());
            return Optional.of(new OpenDatabase(external.owner(), null));
        }
        try {
            var running = BundledPostgres.running(data);
            if (running.isPresent()) return Optional.of(new OpenDatabase(running.get(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.isDirectory(data.path().resolve("postgres").resolve("cluster"))) return Optional.empty();
        return Optional.of(bundled(data));
    }

    /** For a data folder that has no database yet: the given one, which must be empty, or a bundled one made there. */
    public static OpenDatabase fresh(DataFolder data, Environment environment) {
        var external = DatabaseStart.external(environment);
        if (external == null) return bundled(data);
        DatabaseCheck.check(external.owner());
        return new OpenDatabase(external.owner(), null);
    }

    private static OpenDatabase bundled(DataFolder data) {
        var server = BundledPostgres.open(BundledPostgres.Settings.keptIn(data, 0));
        return new OpenDatabase(server.address(), server);
    }

    /** As the owner of the tables. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server if it was started for this. */
    @Override
    public void close() {
        if (own != null) own.close();
    }
}
