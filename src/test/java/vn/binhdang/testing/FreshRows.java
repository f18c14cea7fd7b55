package vn.binhdang.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets every test class find the database as its context left it after starting, sample data and first account
 * included, although contexts are shared between classes: what an earlier class wrote is gone.
 */
final class FreshRows implements TestExecutionListener {
    /** Context's database to the copy taken right after the context had started. */
    private static final Map<String, String> SNAPSHOTS = new ConcurrentHashMap<>();

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.getTestClass().isAnnotationPresent(Nested.class))
            return; // a nested class goes on where its outer class is
        var context = test.getApplicationContext();
        var database = context.getEnvironment().getProperty(SpringTestDatabase.NAME);
        if (database == null || context.getBeanProvider(DataSource.class).getIfAvailable() == null) return;
        var jobs = context.getBeanProvider(Scheduler.class).getIfAvailable();
        if (jobs != null) rest(jobs);
        var snapshot = SNAPSHOTS.get(database);
        if (snapshot == null) SNAPSHOTS.put(database, TestServer.get().copy(database));
        else TestServer.get().restore(database, snapshot);
        forgetConnections(context);
        if (jobs != null) jobs.resume();
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
