package vn.binhdang.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server on one cluster: started as a child, watched, started again when it is killed, stopped cleanly. */
final class PostgresServer {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final int ATTEMPTS = 3;
    private static final long POLL_MILLIS = 20;
    private static final long WORD_EVERY_MILLIS = 15_000;

    private final PostgresCluster cluster;
    private final PostgresBinaries binaries;
    private final ServerUser user;
    private final BundledPostgres.Settings settings;
    private @Nullable Process process;
    private int port;
    private boolean stopping;

    PostgresServer(
            PostgresCluster cluster, PostgresBinaries binaries, ServerUser user, BundledPostgres.Settings settings) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.user = user;
        this.settings = settings;
    }

    synchronized int port() {
        return port;
    }

    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** @throws DatabaseUnusable when the server does not come up; its own words are in the log */
    synchronized void start() throws IOException {
        clearRemains();
        Files.createDirectories(cluster.logs());
        user.own(cluster.logs());
        // More than once: a port may be taken between looking and listening, and the memory of a server that was
        // killed may be held a moment longer by its last child.
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = choosePort();
            process = launch();
            if (becomesReady(process)) {
                Files.writeString(cluster.portFile(), Integer.toString(port));
                watch(process);
                return;
            }
            log.warn("The database did not start ({}):\n{}", attempt, Files.readString(cluster.startLog()));
        }
        throw new DatabaseUnusable("database.server.notStarted", cluster.folder());
    }

    /** Waits until the server has written everything and is gone. */
    synchronized void stop() throws IOException {
        stopping = true;
        if (process != null && process.isAlive()) stopServer();
    }

    /** A server left running by a product that was killed is stopped; a pid file that speaks of nothing is removed. */
    private void clearRemains() throws IOException {
        var remains = PostmasterPid.of(cluster.data());
        if (remains.isEmpty()) return;
        if (remains.get().livesOn(cluster.data())) {
            log.warn(
                    "Stopping the database server {} left over from a killed run",
                    remains.get().pid());
            stopServer();
        } else Files.deleteIfExists(PostmasterPid.file(cluster.data()));
    }

    private void stopServer() throws IOException {
        if (!pgCtlStop("fast").succeeded()) {
            var outcome = pgCtlStop("immediate");
            if (!outcome.succeeded()) throw new IOException("database not stopped: " + outcome.output());
        }
    }

    private Programs.Outcome pgCtlStop(String mode) throws IOException {
        return Programs.run(user.command(
                binaries.program("pg_ctl"),
                "stop",
                "--wait",
                "-D",
                cluster.data().toString(),
                "-m",
                mode));
    }

    private int choosePort() throws IOException {
        if (settings.port() != 0) {
            if (!isFree(settings.port())) throw new DatabaseUnusable("database.port.taken", settings.port());
            return settings.port();
        }
        if (port != 0 && isFree(port)) return port;
        if (Files.exists(cluster.portFile())) {
            int last = Integer.parseInt(Files.readString(cluster.portFile()).strip());
            if (isFree(last)) return last;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Process launch() throws IOException {
        // In a session of its own: Ctrl-C at the terminal must reach the product only, which then stops the server
        // after its last request.
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(
                user.command(binaries.program("postgres"), "-D", cluster.data().toString()));
        options().forEach(option -> command.addAll(List.of("-c", option)));
        return Programs.builder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(cluster.startLog().toFile())
                .start();
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "logging_collector=on",
                "log_directory=" + cluster.logs(),
                "log_filename=postgresql-%a.log", // one file a weekday, so a week is kept
                "log_truncate_on_rotation=on",
                "log_rotation_age=1d",
                "log_rotation_size=0",
                // Values of rows are personal data; details and failed statements would carry them into the log.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic"));
        // One test server serves the pools of every context of a run; the product has one pool.
        if (!settings.durable())
            options.addAll(
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"));
        return options;
    }

    /** Waits as long as the server lives: recovery after a crash may take minutes. False when it ended. */
    private boolean becomesReady(Process starting) throws IOException {
        long waited = 0;
        while (!isReady(starting)) {
            if (endsWithin(starting, POLL_MILLIS)) return false;
            waited += POLL_MILLIS;
            if (waited % WORD_EVERY_MILLIS == 0) log.info("Waiting for the database to recover …");
        }
        return true;
    }

    private boolean isReady(Process starting) throws IOException {
        return PostmasterPid.of(cluster.data())
                .filter(file -> file.readyOn(starting.pid(), port))
                .isPresent();
    }

    private static boolean endsWithin(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    private void watch(Process running) {
        var later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
        var _ = running.onExit().thenAcceptAsync(this::startAgain, later);
    }

    private synchronized void startAgain(Process ended) {
        if (stopping || pid() != ended.pid()) return;
        log.warn("The database server ended by itself ({}); starting it again", ended.exitValue());
        try {
            start();
        } catch (IOException | RuntimeException e) {
            log.error("The database server could not be started again", e);
        }
    }
}
