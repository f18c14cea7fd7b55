package vn.binhdang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that comes with the product. It listens on 127.0.0.1 only, asks for passwords nobody had to
 * choose, and keeps its data. Whoever opens it closes it: the server of a folder is one in a process and stops with its
 * last user.
 */
public final class BundledPostgres implements AutoCloseable {
    private static final Map<Path, Shared> RUNNING = new HashMap<>();

    private final Shared shared;
    private boolean closed;

    private BundledPostgres(Shared shared) {
        this.shared = shared;
    }

    /**
     * How a server is to run.
     * @param folder everything of the server: data, passwords, logs
     * @param binaries where its programs are unpacked; may be shared by servers of the same version
     * @param port 0 for any free one, the same as last time if possible
     * @param durable false trades safety in a crash for speed
     */
    public record Settings(Path folder, Path binaries, int port, boolean durable) {
        /** For data that matter. */
        public static Settings keptIn(DataFolder data, int port) {
            var folder = data.child("postgres");
            return new Settings(folder, folder, port, true);
        }

        /** For tests only: a crash of the machine may lose everything. */
        public static Settings forgetful(Path folder, Path binaries) {
            return new Settings(folder, binaries, 0, false);
        }
    }

    /** One server of this process, and how many have it open. */
    private static final class Shared {
        final PostgresCluster cluster;
        final PostgresServer server;
        final FileChannel lockFile;
        int users;

        Shared(PostgresCluster cluster, PostgresServer server, FileChannel lockFile) {
            this.cluster = cluster;
            this.server = server;
            this.lockFile = lockFile;
        }
    }

    /** @throws DatabaseUnusable with a sentence for the operator */
    public static BundledPostgres open(Settings settings) {
        synchronized (RUNNING) {
            var shared = RUNNING.get(settings.folder());
            if (shared == null) {
                shared = start(settings);
                RUNNING.put(settings.folder(), shared);
            }
            shared.users++;
            return new BundledPostgres(shared);
        }
    }

    /** The database of a product that is running on this folder, in another process or in this one. */
    static Optional<DatabaseAddress> running(DataFolder data) throws IOException {
        var cluster = new PostgresCluster(data.path().resolve("postgres"));
        if (!cluster.exists()) return Optional.empty();
        var server = PostmasterPid.of(cluster.data());
        if (server.isEmpty()
                || !server.get().status().equals("ready")
                || !server.get().livesOn(cluster.data())) return Optional.empty();
        return Optional.of(cluster.owner(server.get().port()));
    }

    /** The product's own database as its owner, who owns nothing else: for migrations, backups, restores. */
    public DatabaseAddress address() {
        try {
            return shared.cluster.owner(shared.server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database as the running product enters it: owns nothing, and cannot rewrite the record of deeds. */
    public DatabaseAddress application() {
        try {
            return shared.cluster.application(shared.server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account that may do everything on this server. */
    public DatabaseAddress administrator() {
        try {
            return shared.cluster.administrator(shared.server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return shared.server.pid();
    }

    /** Harmless when repeated. */
    @Override
    public void close() {
        synchronized (RUNNING) {
            if (closed) return;
            closed = true;
            if (--shared.users > 0) return;
            RUNNING.remove(shared.cluster.folder());
            try (var _ = shared.lockFile) {
                shared.server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled database did not stop", e);
            }
        }
    }

    private static Shared start(Settings settings) {
        var cluster = new PostgresCluster(settings.folder());
        FileChannel lockFile = null;
        try {
            lockFile = lock(cluster);
            var server = start(cluster, settings);
            var shared = new Shared(cluster, server, lockFile);
            lockFile = null; // from here on it is let go with the server
            return shared;
        } catch (IOException e) {
            throw new DatabaseUnusable(e, "database.folder.broken", cluster.folder(), e.toString());
        } finally {
            letGo(lockFile);
        }
    }

    private static PostgresServer start(PostgresCluster cluster, Settings settings) throws IOException {
        cluster.checkSpace();
        var user = ServerUser.choose();
        var binaries = PostgresBinaries.unpackedInto(settings.binaries());
        cluster.checkVersion(binaries);
        cluster.initialise(binaries, user, settings.durable());
        var server = new PostgresServer(cluster, binaries, user, settings);
        server.start();
        try {
            cluster.createDatabase(server.port());
            cluster.createApplicationAccount(server.port());
            if (settings.binaries().equals(settings.folder())) binaries.removeOthers();
            return server;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** Held for the life of the server and freed by the system when the process is killed. */
    private static FileChannel lock(PostgresCluster cluster) throws IOException {
        var channel = FileChannel.open(cluster.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) != null) return channel;
        channel.close();
        throw new DatabaseUnusable("database.folder.inUse", cluster.folder());
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process holds it through another class loader
        }
    }

    private static void letGo(@Nullable FileChannel lockFile) {
        try {
            if (lockFile != null) lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
