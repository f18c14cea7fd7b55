package vn.binhdang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.OpenDatabase;

/**
 * The product as a process of its own, on its own data folder and bundled database, started as people start it. It can be
 * asked to stop, and killed.
 */
public final class RunningProduct implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern FIRST_PASSWORD = Pattern.compile("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}");

    private final Path data;
    private final Path output;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable Process process;

    /**
     * @param data its data folder
     * @param settings more environment variables
     */
    public RunningProduct(Path data, Map<String, String> settings) {
        this.data = data;
        this.output = data.resolveSibling(data.getFileName() + ".log");
        this.settings = settings;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it says that it is ready, sample data included. */
    public RunningProduct start() {
        try {
            Files.deleteIfExists(output);
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "vn.binhdang.BinhDang")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("BINHDANG_DATA", data.toString());
            builder.environment().put("BINHDANG_PORT", Integer.toString(port));
            var started = builder.start();
            process = started;
            Awaitility.await("the product to start").atMost(PATIENCE).until(() -> {
                assertThat(started.isAlive()).as(() -> "it ended:\n" + said()).isTrue();
                return said().contains("http://localhost:" + port + "/");
            });
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI home() {
        return URI.create("http://localhost:" + port);
    }

    /** What it has printed since its last start. */
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password it printed at its very first start. */
    public String firstPassword() {
        var printed = FIRST_PASSWORD.matcher(said());
        assertThat(printed.find()).as("a first password in what was printed").isTrue();
        return printed.group();
    }

    /** SIGTERM, as systemd sends it; returns at once. */
    public void askToStop() {
        running().destroy();
    }

    /** Waits for its end and gives its exit status. */
    public int awaitEnd() throws InterruptedException {
        return running().waitFor();
    }

    /** kill -9 of the product; its database server goes on alone. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** kill -9 of the product and of every process of its database server at one moment, like a power cut. */
    public void killWithDatabase() throws InterruptedException {
        List<ProcessHandle> all =
                new ArrayList<>(running().toHandle().descendants().toList());
        all.add(running().toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) one.onExit().join();
        running().waitFor();
    }

    public interface Question<T> {
        T ask(java.sql.Connection connection) throws SQLException;
    }

    /** Asks its database as the owner of the tables; where the product does not run, its server runs for that long. */
    public <T> T inDatabase(Question<T> question) {
        try (var database = OpenDatabase.existing(new DataFolder(data), new StandardEnvironment())
                        .orElseThrow();
                var connection = DriverManager.getConnection(
                        database.address().url(),
                        database.address().username(),
                        database.address().password())) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) throw new IllegalStateException("not started");
        return process;
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        process.onExit().orTimeout(1, java.util.concurrent.TimeUnit.MINUTES).join();
    }
}
