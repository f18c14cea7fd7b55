package vn.binhdang.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.database.BundledPostgres;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.ModuleMigrations;

/**
 * Fills a record with very many rows, as the product appends them, and as many checkpoints as asked for; then, in a process
 * of its own with little memory, walks it as {@code bin/binhdang audit verify} does.
 */
public final class VerifyBench {
    private static final int ROWS_AT_A_TIME = 2000;

    private VerifyBench() {}

    /** {@code fill FOLDER ROWS CHECKPOINTS AGENCIES} or {@code verify FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[1]);
        var folder = Files.createDirectories(data.resolve("postgres"));
        try (var server = BundledPostgres.open(BundledPostgres.Settings.forgetful(folder, folder))) {
            if (arguments[0].equals("fill"))
                fill(
                        server.address(),
                        data,
                        Long.parseLong(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
            else verify(server.address(), data);
        }
    }

    private static void fill(DatabaseAddress address, Path data, long rows, int checkpoints, int agencies)
            throws Exception {
        ModuleMigrations.migrate(Flyway.configure().dataSource(address.url(), address.username(), address.password()));
        var source = new SingleConnectionDataSource(address.url(), address.username(), address.password(), true);
        var jdbc = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var signing = new Checkpoints(jdbc, new KeyFolder(data), Clock.systemUTC());
        var began = System.nanoTime();
        long taken = 0;
        for (long done = 0; done < rows; ) {
            append(jdbc, agencies, done);
            done += ROWS_AT_A_TIME;
            for (; taken < checkpoints * done / rows; taken++) transaction.executeWithoutResult(t -> signing.take());
        }
        source.destroy();
        System.out.printf(
                Locale.ROOT,
                "| %,d rows of %,d chains appended, %,d checkpoints taken | %,.0f rows/s |%n",
                rows,
                agencies,
                taken,
                rows / seconds(began));
    }

    /** The deeds of an agency stand together, as the product sorts them. */
    private static void append(JdbcClient jdbc, int agencies, long done) {
        jdbc.sql("""
            select audit_append((
                select jsonb_agg(jsonb_build_object(
                    'agency', md5('agency ' || n % :agencies), 'at', '2026-01-01T00:00:00.123456Z',
                    'account', md5('account ' || n), 'unit', md5('unit ' || n % 97), 'roles', 'OFFICE_CLERK',
                    'kind', 'CHANGE', 'action', 'document.block.edit', 'record', md5('record ' || n % 997),
                    'fields', jsonb_build_object('number', n, 'state',
                        jsonb_build_object('before', 'DRAFT', 'after', 'SUBMITTED')), 'request', md5(n::text))
                    order by n % :agencies, n)
                from generate_series(:from, :to) n), true)
            """)
                .param("agencies", agencies)
                .param("from", done + 1)
                .param("to", done + ROWS_AT_A_TIME)
                .query((rs, i) -> true)
                .list();
    }

    private static void verify(DatabaseAddress address, Path data) throws Exception {
        try (var connection = DriverManager.getConnection(address.url(), address.username(), address.password())) {
            var began = System.nanoTime();
            var result = new AuditVerification().with(new KeyFolder(data)).run(connection);
            var seconds = seconds(began);
            if (!result.whole()) throw new IllegalStateException(result.faults().toString());
            System.out.printf(
                    Locale.ROOT,
                    "| verified: %,d rows, %,d chains, %,d checkpoints, the file of checkpoints %,d kB | %,.0f rows/s,"
                            + " %.1f s |%n",
                    result.rows(),
                    result.chains(),
                    result.checkpoints(),
                    Files.size(new KeyFolder(data).file(Checkpoints.FILE)) >> 10,
                    result.rows() / seconds,
                    seconds);
            System.out.printf("| peak memory of the whole process | %s |%n", peak());
        }
    }

    /** Resident memory at its highest, from Linux. */
    private static String peak() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D+", ""))
                .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
                .findFirst()
                .orElse("?");
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
