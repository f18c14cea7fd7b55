package vn.binhdang.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.util.FileSystemUtils;

/**
 * Lets every test class find the database and the data folder as its context left them after starting, sample data and
 * first account included, although contexts are shared between classes: what an earlier class wrote is gone.
 */
final class FreshRows implements TestExecutionListener {
    /** Context's database to what was copied right after the context had started. */
    private static final Map<String, Snapshot> SNAPSHOTS = new ConcurrentHashMap<>();

    private record Snapshot(String database, Path folder) {}

    @Override
    public void beforeTestClass(TestContext test) throws IOException {
        if (test.getTestClass().isAnnotationPresent(Nested.class))
            return; // a nested class goes on where its outer class is
        var context = test.getApplicationContext();
        var database = context.getEnvironment().getProperty(SpringTestDatabase.NAME);
        if (database == null || context.getBeanProvider(DataSource.class).getIfAvailable() == null) return;
        var jobs = context.getBeanProvider(Scheduler.class).getIfAvailable();
        if (jobs != null) rest(jobs);
        var folder = Path.of(context.getEnvironment().getRequiredProperty(SpringTestDatabase.FOLDER));
        var snapshot = SNAPSHOTS.get(database);
        if (snapshot == null) SNAPSHOTS.put(database, take(database, folder));
        else putBack(snapshot, database, folder);
        forgetConnections(context);
        if (jobs != null) jobs.resume();
    }

    private static Snapshot take(String database, Path folder) throws IOException {
        var copy = TestServer.get().newFolder();
        FileSystemUtils.copyRecursively(folder, copy);
        return new Snapshot(TestServer.get().copy(database), copy);
    }

    private static void putBack(Snapshot snapshot, String database, Path folder) throws IOException {
        TestServer.get().restore(database, snapshot.database());
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.copyRecursively(snapshot.folder(), folder);
    }

    /** Jobs hold still while the database below them is exchanged: none starts, and those that run come to their end. */
    private static void rest(Scheduler jobs) {
        jobs.pause();
        Awaitility.await("jobs of the class before")
                .atMost(Duration.ofSeconds(30))
                .until(() -> jobs.getCurrentlyExecuting().isEmpty());
    }

    /** The pool's connections were cut; without this the next test would be the one to notice. */
    private static void forgetConnections(ApplicationContext context) {
        context.getBeanProvider(HikariDataSource.class).ifAvailable(pool -> {
            if (pool.getHikariPoolMXBean() != null) pool.getHikariPoolMXBean().softEvictConnections();
        });
    }
}
