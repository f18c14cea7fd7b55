package vn.binhdang.operations.state;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running program itself. */
@Component
class ProcessFacts implements FactSource {
    private static final int MEMORY_WARNING_PERCENT = 90;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String version;

    ProcessFacts(JdbcClient jdbc, Clock clock, @Value("${binhdang.version:}") String version) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public String group() {
        return "process";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Fact> look() {
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var java = Runtime.version().toString();
        return List.of(
                Fact.of("process.release", Level.NEUTRAL, version, java),
                Fact.of(
                        "process.uptime",
                        Level.NEUTRAL,
                        Shown.duration(uptime),
                        Shown.moment(clock.instant().minus(uptime), clock)),
                memory(),
                sessions());
    }

    private static Fact memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long most = heap.getMax() > 0 ? heap.getMax() : heap.getCommitted();
        long percent = 100 * heap.getUsed() / most;
        return Fact.of(
                "process.memory",
                percent >= MEMORY_WARNING_PERCENT ? Level.WARNING : Level.GOOD,
                Shown.bytes(heap.getUsed()),
                Shown.bytes(most),
                percent);
    }

    private Fact sessions() {
        try {
            return Fact.of("process.sessions", Level.NEUTRAL, Sessions.open(jdbc, clock));
        } catch (org.springframework.dao.DataAccessException e) {
            return Fact.of("process.sessionsUnknown", Level.NEUTRAL);
        }
    }
}
