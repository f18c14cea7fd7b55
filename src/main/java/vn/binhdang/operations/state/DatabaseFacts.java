package vn.binhdang.operations.state;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.database.ModuleMigrations;

/** The database: whether it answers, how fast, how large, and the way to it. */
@Component
class DatabaseFacts implements FactSource {
    private final JdbcClient jdbc;
    private final ObjectProvider<HikariDataSource> pool;
    private final Thresholds thresholds;
    private final Clock clock;

    DatabaseFacts(JdbcClient jdbc, ObjectProvider<HikariDataSource> pool, Thresholds thresholds, Clock clock) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "database";
    }

    @Override
    public int order() {
        return 10;
    }

    /** @param pending migrations of this release that its tables have not been through */
    private record Server(String version, long size, int pending, OffsetDateTime now) {}

    @Override
    public List<Fact> look() {
        var facts = new ArrayList<Fact>();
        try {
            long began = System.nanoTime();
            jdbc.sql("select 1").query(Integer.class).single();
            var latency = Duration.ofNanos(System.nanoTime() - began);
            var server = jdbc.sql("""
                select current_setting('server_version') as version, pg_database_size(current_database()) as size,
                       %s as pending, clock_timestamp() as now
                """.formatted(ModuleMigrations.pending()))
                    .query(Server.class)
                    .single();
            var here = clock.instant();
            facts.add(Fact.of(
                    "database.answer",
                    latency.compareTo(thresholds.databaseLatency()) > 0 ? Level.WARNING : Level.GOOD,
                    latency.toNanos() / 1e6));
            facts.add(Fact.of("database.version", Level.NEUTRAL, server.version()));
            facts.add(Fact.of("database.size", Level.NEUTRAL, Shown.bytes(server.size())));
            facts.add(clock(here, server.now().toInstant()));
            facts.add(Fact.of("database.migrations", server.pending() == 0 ? Level.GOOD : Level.BAD, server.pending()));
        } catch (DataAccessException e) {
            facts.add(Fact.of("database.down", Level.BAD));
        }
        pool.ifAvailable(found -> pool(found, facts));
        return facts;
    }

    private Fact clock(Instant here, Instant there) {
        var difference = Duration.between(here, there).abs();
        boolean wrong = difference.compareTo(thresholds.clockDifference()) > 0;
        return Fact.of(
                "database.clock",
                wrong ? Level.BAD : Level.GOOD,
                Shown.moment(here, clock),
                difference.toMillis() / 1e3);
    }

    private static void pool(HikariDataSource pool, List<Fact> facts) {
        var state = pool.getHikariPoolMXBean();
        if (state == null) return;
        int waiting = state.getThreadsAwaitingConnection();
        facts.add(Fact.of(
                "database.pool",
                waiting > 0 ? Level.WARNING : Level.GOOD,
                state.getActiveConnections(),
                pool.getMaximumPoolSize(),
                waiting));
    }
}
