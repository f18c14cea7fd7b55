package vn.binhdang.statistics.exchange.values;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.binhdang.BinhDang;
import vn.binhdang.access.token.Tokens;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.exchange.figures.WrittenFigures;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.web.Text;

/**
 * Three years of half-yearly figures of an invented country: 34 provinces, 3,300 communes, 680 agencies, 60 elements by sex
 * and four age groups, three cells of four filled in: 8.6 million values. Beside it the same values in a plain table.
 */
public final class StatisticsBench {
    private static final int ELEMENTS = 60;
    private static final List<String> COMBINATIONS = List.of(
            "SEX=F;AGE=A1",
            "SEX=F;AGE=A2",
            "SEX=F;AGE=A3",
            "SEX=F;AGE=A4",
            "SEX=M;AGE=A1",
            "SEX=M;AGE=A2",
            "SEX=M;AGE=A3",
            "SEX=M;AGE=A4");
    private static final int CELLS = ELEMENTS * COMBINATIONS.size();
    private static final int PROVINCES = 34;
    private static final int YEARS = 3;
    private static final int FIRST_YEAR = 2023;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ApplicationContext product;
    private final JdbcClient jdbc;
    /** Tables that are gone with their connection: the product's account founds no others. */
    private final Connection connection;

    private final JdbcClient beside;
    private final Path folder;
    private final int times;
    private final UnitId country = UnitId.create();
    private final List<UnitId> provinces = new ArrayList<>();
    private final List<UnitId> leaves = new ArrayList<>();
    private final List<Integer> provinceOf = new ArrayList<>();
    private final FormId form = FormId.create();
    private final String password = Uuid7.create().toString();
    private Actor statistician = Actor.ofInstallation();

    private StatisticsBench(ApplicationContext product, Path folder, int times) throws SQLException {
        this.product = product;
        this.jdbc = product.getBean(JdbcClient.class);
        this.connection = product.getBean(DataSource.class).getConnection();
        this.beside = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.folder = folder;
        this.times = times;
    }

    /**
     * Leaves in the folder what {@link FiguresByWeb} asks with.
     * @param arguments folder for the data; how many times as many units, 1 or 10
     */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        try (var product = new SpringApplicationBuilder(BinhDang.class)
                .run("--server.port=0", "--binhdang.data=" + arguments[0] + "/data")) {
            new StatisticsBench(product, Path.of(arguments[0]), times).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        lay();
        long values = bring();
        sizes(values);
        saving();
        var measures = measures();
        var years = List.of(year(2023), year(2024), year(2025));
        ask("60 indicators x 34 provinces x 3 years", 60, measures, provinces, years, null);
        ask("the same on the map of 01/12/2026", 60, measures, provinces, years, LocalDate.of(2026, 12, 1));
        ask("one indicator by province, a year", 300, measures.subList(0, 1), provinces, List.of(year(2025)), null);
        var some = IntStream.range(0, leaves.size() / times)
                .mapToObj(i -> leaves.get(i * times))
                .toList();
        units(measures, some);
        // the answer has ten times as many lines then
        if (times > 1) units(measures, leaves);
        fresh(measures, years);
        dashboard(measures, years);
        // what is beside it is measured once, at the size the aims are for
        if (times == 1) plain(measures, years);
        merge(measures, years);
        forTheWeb();
    }

    private void units(List<Measure> measures, List<UnitId> units) {
        ask(
                "one indicator for %,d of %,d units, a half year".formatted(units.size(), leaves.size()),
                60,
                measures.subList(0, 1),
                units,
                List.of(half(2025, 1)),
                null);
    }

    // ---------------------------------------------------------------------------------------------- the country

    private void lay() {
        var ids = new ArrayList<UUID>();
        var kinds = new ArrayList<String>();
        var names = new ArrayList<String>();
        var parents = new ArrayList<UUID>();
        unit(ids, kinds, names, parents, country, "GOVERNMENT", "Nước đo", null);
        for (int p = 0; p < PROVINCES; p++) {
            var province = UnitId.create();
            provinces.add(province);
            unit(ids, kinds, names, parents, province, "PROVINCE", "Tỉnh đo " + p, country);
        }
        int communes = 3300 * times;
        int agencies = 680 * times;
        for (int c = 0; c < communes + agencies; c++) {
            int p = c % PROVINCES;
            var unit = UnitId.create();
            leaves.add(unit);
            provinceOf.add(p);
            unit(
                    ids,
                    kinds,
                    names,
                    parents,
                    unit,
                    c < communes ? "COMMUNE" : "DEPARTMENT",
                    "Đơn vị đo " + c,
                    provinces.get(p));
        }
        var all = ids.toArray(UUID[]::new);
        jdbc.sql("insert into unit (id, valid_from) select unnest(:ids), date '2020-01-01'")
                .param("ids", all)
                .update();
        jdbc.sql("""
            insert into unit_name (unit_id, kind, name, valid_from)
            select i, k, n, date '2020-01-01' from unnest(:ids, :kinds, :names) r (i, k, n)
            """)
                .param("ids", all)
                .param("kinds", kinds.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .update();
        jdbc.sql("""
            insert into unit_parent (unit_id, parent_id, valid_from)
            select i, p, date '2020-01-01' from unnest(:ids, :parents) r (i, p) where p is not null
            """)
                .param("ids", all)
                .param("parents", parents.toArray(UUID[]::new))
                .update();
        jdbc.sql("select derive_unit_within(:ids)").param("ids", all).query().singleRow();
        statistician = Actor.of(
                AccountId.create(), PersonId.create(), country, country, Set.of(Role.STATISTICIAN, Role.OFFICE_CLERK));
        account();
        elements();
        indicators();
        out.printf(Locale.ROOT, "%,d units that report, %d cells each%n", leaves.size(), CELLS);
    }

    private void account() {
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', 'Đo', 'U')")
                .param("id", statistician.person().value())
                .update();
        jdbc.sql("""
            insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id,
                                 unit_id, woken_at)
            values (:id, :person, 'nguoido', :hash, false, now(), :unit, :unit, now())
            """)
                .param("id", statistician.account().value())
                .param("person", statistician.person().value())
                .param("hash", product.getBean(PasswordEncoder.class).encode(password))
                .param("unit", country.value())
                .update();
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select gen_random_uuid(), :account, :unit, :unit, r, :unit, true, date '2020-01-01' from unnest(:roles) r
            """)
                .param("account", statistician.account().value())
                .param("unit", country.value())
                .param("roles", new String[] {Role.STATISTICIAN.name(), Role.OFFICE_CLERK.name()})
                .update();
    }

    private static void unit(
            List<UUID> ids,
            List<String> kinds,
            List<String> names,
            List<UUID> parents,
            UnitId unit,
            String kind,
            String name,
            UnitId parent) {
        ids.add(unit.value());
        kinds.add(kind);
        names.add(name);
        parents.add(parent == null ? null : parent.value());
    }

    private void elements() {
        var sex = dimension("SEX", "F", "M");
        var age = dimension("AGE", "A1", "A2", "A3", "A4");
        jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
            select :id, 'BENCH', 'Biểu đo', 'Bench', id, 'HALF', date '2020-01-01' from stat_regime where code = 'ND09'
            """).param("id", form.value()).update();
        for (int e = 0; e < ELEMENTS; e++) {
            var id = Uuid7.create();
            jdbc.sql("insert into stat_element (id, code, name_vi, name_en, measure) values (:id, :code, :code,"
                            + " :code, 'PEOPLE')")
                    .param("id", id)
                    .param("code", "BENCH_" + e)
                    .update();
            jdbc.sql("insert into stat_element_dimension values (:id, :sex, 0), (:id, :age, 1)")
                    .param("id", id)
                    .param("sex", sex)
                    .param("age", age)
                    .update();
            for (int c = 0; c < COMBINATIONS.size(); c++)
                jdbc.sql("insert into stat_slot (form_id, slot, element_id, combination) values (:form, :slot,"
                                + " :id, :c)")
                        .param("form", form.value())
                        .param("slot", e * COMBINATIONS.size() + c)
                        .param("id", id)
                        .param("c", COMBINATIONS.get(c))
                        .update();
        }
        for (String kind : List.of("COMMUNE", "DEPARTMENT"))
            jdbc.sql("""
                insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
                values (:id, :form, :kind, :within, date '2020-01-01')
                """)
                    .param("id", Uuid7.create())
                    .param("form", form.value())
                    .param("kind", kind)
                    .param("within", country.value())
                    .update();
    }

    /** What {@link #measures} asks for, as indicators that other programs and pages know. */
    private void indicators() {
        for (int e = 0; e < ELEMENTS; e++) {
            var id = Uuid7.create();
            jdbc.sql("insert into stat_indicator (id, code, theme, position) values (:id, :code, 'AGENCY', 10000)")
                    .param("id", id)
                    .param("code", "SHARE_" + e)
                    .update();
            jdbc.sql("""
                insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, unit_vi, unit_en, direction,
                            kind, numerator, denominator, factor, share_of, state, formula_state, valid_from)
                values (:version, :id, 1, :name, :name, '%', '%', 'MORE', 'RATIO', :part, :whole, 100, 'PEOPLE',
                        'OFFICIAL', 'OFFICIAL', date '2020-01-01')
                """)
                    .param("version", Uuid7.create())
                    .param("id", id)
                    .param("name", "Tỷ lệ đo " + e)
                    .param("part", "#{BENCH_%d.SEX=F}".formatted(e))
                    .param("whole", "#{BENCH_%d}".formatted(e))
                    .update();
        }
    }

    private UUID dimension(String code, String... categories) {
        var known = jdbc.sql("select id from stat_dimension where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
        var id = known.orElseGet(Uuid7::create);
        if (known.isEmpty())
            jdbc.sql("insert into stat_dimension (id, code, name_vi, name_en) values (:id, :code, :code, :code)")
                    .param("id", id)
                    .param("code", code)
                    .update();
        for (String category : categories)
            jdbc.sql("""
                insert into stat_category (id, dimension_id, code, name_vi, name_en)
                values (:id, :dimension, :code, :code, :code) on conflict do nothing
                """)
                    .param("id", Uuid7.create())
                    .param("dimension", id)
                    .param("code", category)
                    .update();
        return id;
    }

    // ---------------------------------------------------------------------------------------------- bringing values

    private long bring() throws IOException, SQLException {
        var values = product.getBean(ValuesImport.class);
        var random = new Random(20261126);
        long rows = 0;
        long ours = 0;
        long copied = 0;
        beside.sql("create temporary table bench_copy (form text, unit uuid, period text, element text,"
                        + " disaggregation text, value bigint)")
                .update();
        var json = folder.resolve("rows.jsonl");
        var csv = folder.resolve("rows.csv");
        int perRequest = (int) (ValuesImport.MOST_ROWS / CELLS);
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++)
            for (int half = 1; half <= 2; half++)
                for (int from = 0; from < leaves.size(); from += perRequest) {
                    long some = write(
                            json, csv, half(year, half), from, Math.min(leaves.size(), from + perRequest), random);
                    long before = System.nanoTime();
                    Answer answer;
                    try (var in = new BufferedInputStream(Files.newInputStream(json), 1 << 16)) {
                        answer = values.take(
                                statistician,
                                in,
                                "application/x-ndjson",
                                ValuesImport.As.ACCEPTED,
                                Text.in(Text.ENGLISH));
                    }
                    ours += System.nanoTime() - before;
                    if (answer.taken() != some) throw new IllegalStateException("taken " + answer);
                    rows += some;
                    if (times > 1) continue;
                    before = System.nanoTime();
                    copy(csv);
                    copied += System.nanoTime() - before;
                }
        Files.delete(json);
        Files.delete(csv);
        out.printf(
                Locale.ROOT,
                "import of %,d values as JSON Lines with checks, sums and record: %,.0f values/s%n",
                rows,
                rows / (ours / 1e9));
        if (copied > 0)
            out.printf(
                    Locale.ROOT,
                    "plain COPY of the same rows into a temporary table without index: %,.0f rows/s; import / COPY"
                            + " %.2f%n",
                    rows / (copied / 1e9),
                    (double) copied / ours);
        return rows;
    }

    private long write(Path json, Path csv, ReportingPeriod period, int from, int to, Random random)
            throws IOException {
        long rows = 0;
        var code = PeriodCode.text(period);
        try (BufferedWriter lines = Files.newBufferedWriter(json);
                BufferedWriter plain = Files.newBufferedWriter(csv)) {
            for (int u = from; u < to; u++) {
                var unit = leaves.get(u).toString();
                for (int cell = 0; cell < CELLS; cell++) {
                    if (random.nextInt(4) == 0) continue;
                    int value = random.nextInt(random.nextInt(10) == 0 ? 5_000 : 60);
                    var element = "BENCH_" + cell / COMBINATIONS.size();
                    var combination = COMBINATIONS.get(cell % COMBINATIONS.size());
                    lines.write("{\"form\":\"BENCH\",\"unit\":\"" + unit + "\",\"period\":\"" + code
                            + "\",\"element\":\"" + element + "\",\"disaggregation\":\"" + combination + "\",\"value\":"
                            + value + "}\n");
                    plain.write("BENCH," + unit + "," + code + "," + element + "," + combination + "," + value + "\n");
                    rows++;
                }
            }
        }
        return rows;
    }

    private void copy(Path csv) throws IOException, SQLException {
        try (var in = Files.newInputStream(csv)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_copy from stdin with (format csv)", in);
        }
    }

    private void sizes(long values) {
        long bytes = jdbc.sql("select pg_total_relation_size('stat_submission') + pg_total_relation_size('stat_sum')")
                .query(Long.class)
                .single();
        out.printf(
                Locale.ROOT,
                "on disk with indexes and sums: %.1f MB, %.2f bytes a value%n",
                bytes / 1e6,
                (double) bytes / values);
    }

    // ---------------------------------------------------------------------------------------------- questions

    private List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        for (int e = 0; e < ELEMENTS; e++)
            measures.add(new Measure(
                    "SHARE_" + e,
                    Expression.of("#{BENCH_%d.SEX=F}".formatted(e)),
                    Expression.of("#{BENCH_%d}".formatted(e)),
                    Fraction.of(100),
                    1,
                    OverUnits.CELLS));
        return measures;
    }

    private void saving() {
        var submissions = product.getBean(Submissions.class);
        var draft = submissions
                .draft(statistician, form, half(2026, 1), leaves.getFirst())
                .id();
        var random = new Random(1);
        var nanos = new long[4_000];
        for (int i = -2_000; i < nanos.length; i++) {
            var change =
                    new Submissions.CellChange(random.nextInt(CELLS), null, CellEntry.of(random.nextInt(1_000_000)));
            long before = System.nanoTime();
            submissions.fill(statistician, draft, List.of(change));
            if (i >= 0) nanos[i] = System.nanoTime() - before;
        }
        print("saving one value with its row of record", nanos);
    }

    private void ask(
            String what,
            int rounds,
            List<Measure> measures,
            List<UnitId> units,
            List<ReportingPeriod> periods,
            LocalDate map) {
        var nanos = new long[rounds];
        for (int i = -rounds / 2; i < rounds; i++) {
            long before = System.nanoTime();
            answer(measures, units, periods, map);
            if (i >= 0) nanos[i] = System.nanoTime() - before;
        }
        print(what, nanos);
    }

    private int answer(List<Measure> measures, List<UnitId> units, List<ReportingPeriod> periods, LocalDate map) {
        var figures = product.getBean(Figures.class).answer(new FigureQuestion(measures, units, periods, map, null));
        if (figures.stream()
                .noneMatch(f -> f.value() instanceof vn.binhdang.statistics.indicator.expression.Result.Value))
            throw new IllegalStateException("no figures at all");
        return WrittenFigures.json(measures, figures);
    }

    /** Each question right after a write that changes its answer. */
    private void fresh(List<Measure> measures, List<ReportingPeriod> years) throws IOException {
        var values = product.getBean(ValuesImport.class);
        var random = new Random(3);
        var nanos = new long[40];
        for (int i = 0; i < nanos.length; i++) {
            var row =
                    "{\"form\":\"BENCH\",\"unit\":\"%s\",\"period\":\"2025S1\",\"element\":\"BENCH_0\",\"disaggregation\":\"%s\",\"value\":%d}"
                            .formatted(leaves.get(random.nextInt(leaves.size())), COMBINATIONS.getFirst(), 10_000 + i);
            values.take(
                    statistician,
                    new java.io.ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)),
                    null,
                    ValuesImport.As.ACCEPTED,
                    Text.in(Text.ENGLISH));
            long before = System.nanoTime();
            answer(measures, provinces, years, null);
            nanos[i] = System.nanoTime() - before;
        }
        print("60 indicators x 34 provinces x 3 years, each right after a write", nanos);
    }

    private void dashboard(List<Measure> measures, List<ReportingPeriod> years) throws Exception {
        Callable<long[]> client = () -> {
            var nanos = new long[30];
            var random = new Random(Thread.currentThread().threadId());
            for (int i = -10; i < nanos.length; i++) {
                long before = System.nanoTime();
                var chosen = new ArrayList<Measure>();
                for (int chart = 0; chart < 10; chart++) chosen.add(measures.get(random.nextInt(measures.size())));
                answer(chosen, List.of(provinces.get(random.nextInt(PROVINCES)), country), years, null);
                if (i >= 0) nanos[i] = System.nanoTime() - before;
            }
            return nanos;
        };
        try (var clients = Executors.newFixedThreadPool(16)) {
            var all = new ArrayList<Long>();
            for (Future<long[]> done : clients.invokeAll(java.util.Collections.nCopies(16, client)))
                for (long nanos : done.get()) all.add(nanos);
            print(
                    "figures of a dashboard of ten charts, 16 clients at once",
                    all.stream().mapToLong(n -> n).toArray());
        }
    }

    // ---------------------------------------------------------------------------------------------- beside it

    private void plain(List<Measure> measures, List<ReportingPeriod> years) {
        beside.sql("""
            create temporary table bench_fact as
            select p.province, left(c.period, 4)::int as year, substr(c.element, 7)::smallint as element,
                   (c.disaggregation like 'SEX=F%') as women, c.value::int as value
            from   bench_copy c join (select unnest(:units) as unit, unnest(:provinces) as province) p on p.unit = c.unit
            """)
                .param("units", leaves.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("provinces", provinceOf.toArray(Integer[]::new))
                .update();
        beside.sql("drop table bench_copy").update();
        beside.sql("create index on bench_fact (element, year, province) include (women, value)")
                .update();
        beside.sql("vacuum analyze bench_fact").update();
        time("plain table, GROUP BY: 60 x 34 x 3", 5, """
            select element, province, year, sum(value) filter (where women), sum(value) from bench_fact group by 1, 2, 3
            """);
        time("plain table with an index that covers it: one by province, a year", 20, """
            select province, sum(value) filter (where women), sum(value) from bench_fact
            where  element = 0 and year = 2025 group by 1
            """);
        var packed = new int[8_600_000];
        Arrays.setAll(packed, i -> i & 63);
        var nanos = new long[60];
        long sum = 0;
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            for (int value : packed) sum += value;
            nanos[i] = System.nanoTime() - before;
        }
        if (sum == 0) throw new IllegalStateException("nothing was added");
        print("the limit: adding up a packed array of 8.6 million numbers in memory", nanos);
    }

    private void time(String what, int rounds, String sql) {
        var nanos = new long[rounds];
        for (int i = -1; i < rounds; i++) {
            long before = System.nanoTime();
            beside.sql(sql).query().listOfRows();
            if (i >= 0) nanos[i] = System.nanoTime() - before;
        }
        print(what, nanos);
    }

    private void merge(List<Measure> measures, List<ReportingPeriod> years) {
        var both = UnitId.create();
        jdbc.sql("insert into unit (id, valid_from) values (:id, date '2026-07-01')")
                .param("id", both.value())
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, 'PROVINCE', 'Tỉnh đo"
                        + " chung', date '2026-07-01')")
                .param("id", both.value())
                .update();
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from) values (:id, :country, date '2026-07-01')")
                .param("id", both.value())
                .param("country", country.value())
                .update();
        var event = Uuid7.create();
        jdbc.sql("""
            insert into unit_event (id, kind, happens_on, account_id, agency_id, recorded_at)
            values (:id, 'CONSOLIDATE', date '2026-07-01', :account, :agency, now())
            """)
                .param("id", event)
                .param("account", statistician.account().value())
                .param("agency", country.value())
                .update();
        for (int p = 0; p < 2; p++) {
            jdbc.sql("""
                insert into unit_succession (event_id, event_no, from_id, to_id, on_day, share)
                select id, no, :from, :to, date '2026-07-01', 1 from unit_event where id = :event
                """)
                    .param("from", provinces.get(p).value())
                    .param("to", both.value())
                    .param("event", event)
                    .update();
            jdbc.sql("update unit set valid_to = date '2026-07-01' where id = :id")
                    .param("id", provinces.get(p).value())
                    .update();
        }
        var moved = new UUID[] {provinces.get(0).value(), provinces.get(1).value()};
        jdbc.sql("""
            with old as (update unit_parent set valid_to = date '2026-07-01' where parent_id = any (:moved) returning unit_id)
            insert into unit_parent (unit_id, parent_id, valid_from) select unit_id, :both, date '2026-07-01' from old
            """).param("moved", moved).param("both", both.value()).update();
        long before = System.nanoTime();
        answer(measures, List.of(both), years, LocalDate.of(2026, 12, 1));
        out.printf(
                Locale.ROOT,
                "first question after a merger of two provinces, all years on the new map: %.0f ms%n",
                (System.nanoTime() - before) / 1e6);
    }

    private void forTheWeb() throws IOException {
        int units = Math.min(leaves.size(), (int) (ValuesImport.MOST_ROWS / CELLS));
        var rows = folder.resolve("web.jsonl");
        write(rows, folder.resolve("web.csv"), half(2022, 2), 0, units, new Random(5));
        var token = product.getBean(Tokens.class)
                .make(
                        statistician,
                        "đo",
                        Set.of(Action.READ_STATISTICS, Action.ENTER_STATISTICS, Action.ACCEPT_STATISTICS),
                        LocalDate.now(Today.ZONE).plusDays(2));
        var about = new Properties();
        about.put("token", token);
        about.put("password", password);
        about.put("country", country.toString());
        about.put("units", Integer.toString(leaves.size()));
        about.put("indicators", Integer.toString(ELEMENTS));
        // those of the map on which the periods were reported
        about.put("provinces", provinces.stream().map(UnitId::toString).collect(Collectors.joining(",")));
        try (var out = Files.newBufferedWriter(folder.resolve("web.properties"))) {
            about.store(out, null);
        }
    }

    private static ReportingPeriod year(int year) {
        return ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year);
    }

    private static ReportingPeriod half(int year, int half) {
        return ReportingPeriod.of(half == 1 ? ReportingPeriod.Kind.FIRST_HALF : ReportingPeriod.Kind.SECOND_HALF, year);
    }

    private void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d)%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 95 / 100)] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6,
                nanos.length);
    }
}
