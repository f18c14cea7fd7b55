package vn.binhdang.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.binhdang.database.DatabaseAddress;

/**
 * A migrated database of its own for a test that needs no Spring:
 *
 * <pre>
 * static final TestDatabase database = TestDatabase.create();
 * &#64;AfterAll static void close() { database.close(); }
 * </pre>
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final HikariDataSource pool = new HikariDataSource();

    private TestDatabase(String name) {
        this.name = name;
        pool.setJdbcUrl(address().url());
        pool.setUsername(address().username());
        pool.setPassword(address().password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(0);
        pool.setConnectionInitSql("set time zone 'Asia/Ho_Chi_Minh'"); // as the product's
    }

    /** With all tables of all modules and no rows. */
    public static TestDatabase create() {
        return new TestDatabase(TestServer.get().copyTemplate());
    }

    /** With nothing in it, for the tests of the migrations themselves. */
    public static TestDatabase empty() {
        return new TestDatabase(TestServer.get().createEmpty());
    }

    /** Up to 16 connections at a time. */
    public HikariDataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public DatabaseAddress address() {
        return TestServer.get().addressOf(name);
    }

    /** As the running product enters: without owning anything. */
    public DatabaseAddress application() {
        return TestServer.get().applicationOf(name);
    }

    /** Runs one statement as the server's administrator, outside this database: accounts, other databases. */
    public static void asAdministrator(String sql) {
        var admin = TestServer.get().administrator();
        var source = new SingleConnectionDataSource(admin.url(), true);
        if (admin.username() != null) source.setUsername(admin.username());
        if (admin.password() != null) source.setPassword(admin.password());
        try {
            JdbcClient.create(source).sql(sql).update();
        } finally {
            source.destroy();
        }
    }

    @Override
    public void close() {
        pool.close();
        TestServer.get().drop(name);
    }
}
