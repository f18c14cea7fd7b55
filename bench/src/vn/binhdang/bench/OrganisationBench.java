package vn.binhdang.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.database.BundledPostgres;
import vn.binhdang.database.ModuleMigrations;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;

/** How long questions about units on a day take, as the product asks them; beside a plain recursive query. */
public final class OrganisationBench {
    private static final String PLAIN = """
        with recursive t as (
            select cast(:unit as uuid) as unit_id
            union all
            select p.unit_id from t join unit_parent p on p.parent_id = t.unit_id
                                and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to))
        """;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Random random = new Random(7);
    private final int questions;
    private ProcessorTime processor = new ProcessorTime(0);

    /** What this thread and the one connection's server process spent on a processor: the same on a busy machine. */
    private record ProcessorTime(long server) {
        long nanos() {
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try {
                String spent = Files.readString(Path.of("/proc/" + server + "/schedstat"));
                return own + Long.parseLong(spent.substring(0, spent.indexOf(' ')));
            } catch (IOException e) {
                return own;
            }
        }
    }

    private OrganisationBench(int questions) {
        this.questions = questions;
    }

    /** @param arguments folder for the data, folder of the binaries, number of units, questions per line */
    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50_000;
        int questions = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1000;
        var binaries = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        var folder = Files.createDirectory(Path.of(arguments[0]).resolve("postgres"));
        try (var server = BundledPostgres.open(BundledPostgres.Settings.forgetful(folder, binaries));
                var pool = new HikariDataSource()) {
            var address = server.administrator();
            pool.setJdbcUrl(address.url());
            pool.setUsername(address.username());
            pool.setPassword(address.password());
            pool.setMaximumPoolSize(1);
            ModuleMigrations.migrate(
                    Flyway.configure().dataSource(address.url(), address.username(), address.password()));
            new OrganisationBench(questions).run(pool, new InventedCountry(2026, size));
        }
    }

    private void run(HikariDataSource pool, InventedCountry country) throws Exception {
        load(pool, country);
        var jdbc = JdbcClient.create(pool);
        out.printf(
                Locale.ROOT,
                "%,d units on the last day, %,d in all, %,d events in ten years, %,d rows of the closure%n",
                country.living(),
                country.ids.size(),
                country.events,
                jdbc.sql("select count(*) from unit_within").query(Long.class).single());
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.register(Units.class);
            context.refresh();
            measure(context.getBean(Units.class), jdbc, country);
        }
    }

    private void measure(Units units, JdbcClient jdbc, InventedCountry country) {
        processor = new ProcessorTime(
                jdbc.sql("select pg_backend_pid()").query(Long.class).single());
        out.printf("%-44s %9s %9s %9s %9s%n", "question", "p50 ms", "p95 ms", "cpu p50", "cpu p95");
        line("below any unit: count and first page of 50", i -> subtree(units, any(country), day()));
        line("the same, plain recursive query", i -> plain(jdbc, any(country), day()));
        line("below a province: count and first page", i -> subtree(units, province(country), day()));
        line("the same, plain recursive query", i -> plain(jdbc, province(country), day()));
        line("below the country: count and first page", i -> subtree(units, new UnitId(country.root), day()));
        few("the same, plain recursive query", i -> plain(jdbc, new UnitId(country.root), day()));
        line("below the country: count alone", i -> units.subtreeSize(new UnitId(country.root), day()));
        line("below the country: a page from the middle", i -> {
            units.subtree(new UnitId(country.root), day(), any(country), 50);
        });
        line("directly below a province", i -> units.below(province(country), day()));
        line("above any unit", i -> units.ancestors(any(country), day()));
        line("by administrative code", i -> {
            units.byCode(CodeScheme.ADMINISTRATIVE, "%02d".formatted(10 + random.nextInt(63)), day());
        });
        line("search in the country, first page", i -> search(units, null));
        line("search in a province, first page", i -> search(units, province(country)));
        line("all units of the country by name, first page", i -> {
            units.search(UnitSearch.of("", day(), 50));
        });
    }

    private static void subtree(Units units, UnitId unit, LocalDate day) {
        units.subtreeSize(unit, day);
        units.subtree(unit, day, null, 50);
    }

    private static void plain(JdbcClient jdbc, UnitId unit, LocalDate day) {
        jdbc.sql(PLAIN + "select count(*) from t")
                .param("unit", unit.value())
                .param("day", day)
                .query(Long.class)
                .single();
        jdbc.sql(PLAIN + """
            select n.unit_id, n.name from t
            join   unit_name n on n.unit_id = t.unit_id and n.valid_from <= :day
                              and (n.valid_to is null or :day < n.valid_to)
            order  by n.unit_id limit 50
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((rs, i) -> rs.getString("name"))
                .list();
    }

    private void search(Units units, UnitId within) {
        String[] words = {"binh giang", "thanh son", "truong tieu hoc tan", "so phu", "y te dong hai"};
        units.search(new UnitSearch(words[random.nextInt(words.length)], day(), null, within, null, null, 50));
    }

    private UnitId any(InventedCountry country) {
        return new UnitId(country.ids.get(random.nextInt(country.ids.size())));
    }

    private UnitId province(InventedCountry country) {
        UUID id = country.provinces.get(random.nextInt(country.provinces.size()));
        return new UnitId(id);
    }

    private LocalDate day() {
        return InventedCountry.FIRST.plusDays(
                random.nextLong(ChronoUnit.DAYS.between(InventedCountry.FIRST, InventedCountry.LAST)));
    }

    private void line(String what, IntConsumer question) {
        line(what, question, questions);
    }

    /** For what takes long enough that a few answers tell. */
    private void few(String what, IntConsumer question) {
        line(what, question, Math.max(20, questions / 20));
    }

    private void line(String what, IntConsumer question, int times) {
        for (int i = 0; i < Math.max(10, times / 10); i++) question.accept(i);
        double[] millis = new double[times];
        double[] busy = new double[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            long cpu = processor.nanos();
            question.accept(i);
            busy[i] = (processor.nanos() - cpu) / 1e6;
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(busy);
        out.printf(
                Locale.ROOT,
                "%-44s %9.2f %9.2f %9.2f %9.2f%n",
                what,
                millis[times / 2],
                millis[times * 95 / 100],
                busy[times / 2],
                busy[times * 95 / 100]);
    }

    private void load(HikariDataSource pool, InventedCountry country) throws Exception {
        long before = System.nanoTime();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn("copy unit (id, valid_from, valid_to) from stdin", new StringReader(country.units.toString()));
            copy.copyIn(
                    "copy unit_name (unit_id, kind, name, valid_from, valid_to) from stdin",
                    new StringReader(country.names.toString()));
            copy.copyIn(
                    "copy unit_parent (unit_id, parent_id, valid_from, valid_to) from stdin",
                    new StringReader(country.parents.toString()));
            copy.copyIn(
                    "copy unit_code (unit_id, scheme, code, valid_from, valid_to) from stdin",
                    new StringReader(country.codes.toString()));
            statement.execute("select derive_unit_within(array(select id from unit))");
            try (var faults = statement.executeQuery(
                    "select count(*), min(fault) from unit_faults(array(select id from unit))")) {
                faults.next();
                if (faults.getLong(1) > 0)
                    throw new IllegalStateException(faults.getLong(1) + " faults: " + faults.getString(2));
            }
            statement.execute("vacuum (analyze)");
        }
        out.printf(Locale.ROOT, "loaded, closure derived and checked in %.1f s%n", (System.nanoTime() - before) / 1e9);
    }
}
