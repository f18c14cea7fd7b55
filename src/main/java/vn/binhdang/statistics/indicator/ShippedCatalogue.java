package vn.binhdang.statistics.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.kernel.Uuid7;

/**
 * Brings in, when the product starts, what of the shipped catalogue is not there yet. Each row comes once: what is altered
 * here afterwards stays as it is. Rows that were compared with their source arrive official, all others as drafts.
 */
@Component
class ShippedCatalogue {
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ShippedCatalogue(JdbcTemplate jdbc, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Category(
            String dimension,
            String dimensionVi,
            String dimensionEn,
            String code,
            String vi,
            String en,
            boolean unknown) {
        static final List<Category> ALL = DataTable.read(
                "data/dimensions.csv",
                List.of("dimension", "dimension_name", "dimension_name_en", "category", "name", "name_en", "unknown"),
                row -> new Category(
                        row.text("dimension"),
                        row.text("dimension_name"),
                        row.text("dimension_name_en"),
                        row.text("category"),
                        row.text("name"),
                        row.text("name_en"),
                        row.yes("unknown")));
    }

    record Element(
            String code,
            String vi,
            String en,
            String measure,
            int decimals,
            String overTime,
            String overUnits,
            List<String> dimensions,
            boolean sensitive,
            boolean aboutItself,
            @Nullable String computedBy,
            String source) {
        static final List<Element> ALL = DataTable.read(
                "data/elements.csv",
                List.of(
                        "code",
                        "name",
                        "name_en",
                        "measure",
                        "decimals",
                        "over_time",
                        "over_units",
                        "dimensions",
                        "sensitive",
                        "about_itself",
                        "computed_by",
                        "source"),
                row -> new Element(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.text("measure"),
                        row.number("decimals"),
                        row.text("over_time"),
                        row.text("over_units"),
                        row.list("dimensions"),
                        row.yes("sensitive"),
                        row.yes("about_itself"),
                        row.optionalText("computed_by"),
                        Objects.requireNonNullElse(row.optionalText("source"), "")));
    }

    /** One line of the strategy and programmes, which the module plan reads too: names, units and targets stand there once. */
    record Strategy(
            String code,
            String number,
            String name,
            String nameEn,
            String unit,
            @Nullable String sign2025,
            @Nullable String value2025,
            @Nullable String sign2030,
            @Nullable String value2030,
            String valueEn,
            boolean verified,
            String source) {
        static final List<Strategy> ALL = DataTable.read(
                "data/strategy-targets.csv",
                List.of(
                        "code",
                        "document_type",
                        "document_number",
                        "issued_on",
                        "last_year",
                        "number",
                        "objective",
                        "name",
                        "name_en",
                        "unit",
                        "sign_2025",
                        "value_2025",
                        "sign_2030",
                        "value_2030",
                        "value_en",
                        "verified",
                        "words",
                        "source",
                        "recorded_on"),
                row -> new Strategy(
                        row.text("code"),
                        row.text("document_number"),
                        row.text("name"),
                        row.text("name_en"),
                        Objects.requireNonNullElse(row.optionalText("unit"), ""),
                        row.optionalText("sign_2025"),
                        row.optionalText("value_2025"),
                        row.optionalText("sign_2030"),
                        row.optionalText("value_2030"),
                        Objects.requireNonNullElse(row.optionalText("value_en"), ""),
                        row.yes("verified"),
                        row.text("source")));
    }

    /** An indicator; its name and unit are empty where they stand in {@link Strategy}. */
    record Row(
            String code, String theme, Map<String, String> cells, List<String> dimensions, int decimals, int factor) {
        static final List<String> COLUMNS = List.of(
                "code",
                "theme",
                "name",
                "name_en",
                "unit",
                "unit_en",
                "direction",
                "kind",
                "numerator",
                "denominator",
                "factor",
                "share_of",
                "over_units",
                "decimals",
                "dimensions",
                "definition",
                "definition_en",
                "baseline",
                "collected",
                "responsible",
                "instrument",
                "source",
                "verified",
                "verified_formula",
                "valid_from",
                "valid_to");

        static final List<Row> ALL = DataTable.read("data/indicators.csv", COLUMNS, Row::of);

        private static Row of(DataTable.Row row) {
            var cells = new HashMap<String, String>();
            for (String column : COLUMNS) cells.put(column, Objects.requireNonNullElse(row.optionalText(column), ""));
            return new Row(
                    row.text("code"),
                    row.text("theme"),
                    cells,
                    row.list("dimensions"),
                    row.number("decimals"),
                    row.number("factor"));
        }

        String cell(String column) {
            return Objects.requireNonNull(cells.get(column));
        }

        @Nullable
        String orNull(String column) {
            return cell(column).isEmpty() ? null : cell(column);
        }

        String state(String column) {
            return cell(column).equals("yes") ? "OFFICIAL" : "DRAFT";
        }
    }

    @EventListener
    void started(ApplicationStartedEvent event) {
        transaction.executeWithoutResult(_ -> {
            // Two processes that start at once on one database.
            jdbc.execute("lock table stat_loaded in exclusive mode");
            var done = new HashSet<>(jdbc.queryForList("select key from stat_loaded", String.class));
            int brought = dimensions(done) + elements(done) + indicators(done) + targets(done);
            if (brought == 0) return;
            audit.record(
                    Actor.ofInstallation(),
                    "statistics.catalogue.load",
                    AuditTrail.NO_RECORD,
                    Map.of("count", brought));
        });
    }

    private int dimensions(Set<String> done) {
        var dimensions = new LinkedHashMap<String, Object[]>();
        var categories = new ArrayList<Object[]>();
        for (int i = 0; i < Category.ALL.size(); i++) {
            var one = Category.ALL.get(i);
            if (!done.contains("dimension " + one.dimension()))
                dimensions.putIfAbsent(
                        one.dimension(),
                        new Object[] {Uuid7.create(), one.dimension(), one.dimensionVi(), one.dimensionEn(), i});
            if (!done.contains("category " + one.dimension() + "=" + one.code()))
                categories.add(
                        new Object[] {Uuid7.create(), one.code(), one.vi(), one.en(), i, one.unknown(), one.dimension()
                        });
        }
        batch("""
            insert into stat_dimension (id, code, name_vi, name_en, position) values (?, ?, ?, ?, ?)
            on conflict (code) do nothing
            """, List.copyOf(dimensions.values()));
        batch("""
            insert into stat_category (id, dimension_id, code, name_vi, name_en, position, unknown)
            select ?, d.id, ?, ?, ?, ?, ? from stat_dimension d where d.code = ?
            on conflict (dimension_id, code) do nothing
            """, categories);
        loaded(dimensions.keySet().stream().map(code -> "dimension " + code).toList());
        loaded(categories.stream()
                .map(row -> "category " + row[6] + "=" + row[1])
                .toList());
        return dimensions.size() + categories.size();
    }

    private int elements(Set<String> done) {
        var rows = new ArrayList<Object[]>();
        var links = new ArrayList<Object[]>();
        for (var one : Element.ALL) {
            if (done.contains("element " + one.code())) continue;
            var id = Uuid7.create();
            rows.add(new Object[] {
                id,
                one.code(),
                one.vi(),
                one.en(),
                one.measure(),
                one.decimals(),
                one.overTime(),
                one.overUnits(),
                one.sensitive(),
                one.aboutItself(),
                one.computedBy(),
                one.source()
            });
            for (int i = 0; i < one.dimensions().size(); i++)
                links.add(new Object[] {i, one.dimensions().get(i), id});
        }
        batch("""
            insert into stat_element (id, code, name_vi, name_en, measure, decimals, over_time, over_units, sensitive,
                                      about_itself, computed_by, source)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing
            """, rows);
        // One that somebody made under the same code keeps its own dimensions.
        batch("""
            insert into stat_element_dimension (element_id, dimension_id, position)
            select e.id, d.id, ? from stat_element e, stat_dimension d where d.code = ? and e.id = ?
            """, links);
        loaded(rows.stream().map(row -> "element " + row[1]).toList());
        return rows.size();
    }

    private int indicators(Set<String> done) {
        var strategy = new HashMap<String, Strategy>();
        for (var one : Strategy.ALL) strategy.put(one.code(), one);
        var taken = new HashSet<>(jdbc.queryForList("select code from stat_indicator", String.class));
        var indicators = new ArrayList<Object[]>();
        var versions = new ArrayList<Object[]>();
        var keys = new ArrayList<String>();
        for (int i = 0; i < Row.ALL.size(); i++) {
            var row = Row.ALL.get(i);
            if (done.contains("indicator " + row.code())) continue;
            keys.add("indicator " + row.code());
            if (taken.contains(row.code())) continue;
            var id = Uuid7.create();
            indicators.add(new Object[] {id, row.code(), row.theme(), i});
            versions.add(version(id, row, strategy.get(row.code())));
        }
        batch("insert into stat_indicator (id, code, theme, position) values (?, ?, ?, ?)", indicators);
        batch("""
            insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, unit_vi, unit_en, direction, kind,
                   numerator, denominator, factor, share_of, over_units, decimals, dimensions, definition_vi, definition_en,
                   baseline, collected, responsible, instrument, source, state, formula_state, valid_from, valid_to)
            values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ';'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, versions);
        loaded(keys);
        return keys.size();
    }

    private static Object[] version(UUID indicator, Row row, @Nullable Strategy strategy) {
        return new Object[] {
            Uuid7.create(),
            indicator,
            strategy == null ? row.cell("name") : strategy.name(),
            strategy == null ? row.cell("name_en") : strategy.nameEn(),
            strategy == null ? row.cell("unit") : strategy.unit(),
            row.cell("unit_en"),
            row.cell("direction"),
            row.cell("kind"),
            row.orNull("numerator"),
            row.orNull("denominator"),
            row.factor(),
            row.cell("share_of"),
            row.cell("over_units"),
            row.decimals(),
            String.join(";", row.dimensions()),
            row.cell("definition"),
            row.cell("definition_en"),
            row.cell("baseline"),
            row.cell("collected"),
            row.cell("responsible"),
            row.cell("instrument"),
            row.cell("source"),
            row.state("verified"),
            row.state("verified_formula"),
            LocalDate.parse(row.cell("valid_from")),
            row.orNull("valid_to") == null ? null : LocalDate.parse(row.cell("valid_to"))
        };
    }

    private int targets(Set<String> done) {
        var rows = new ArrayList<Object[]>();
        var keys = new ArrayList<String>();
        var now = now();
        for (var one : Strategy.ALL)
            for (int year : new int[] {2025, 2030}) {
                String sign = year == 2025 ? one.sign2025() : one.sign2030();
                String value = year == 2025 ? one.value2025() : one.value2030();
                String key = "target " + one.code() + " " + year;
                if (sign == null || value == null || done.contains(key)) continue;
                keys.add(key);
                rows.add(new Object[] {
                    Uuid7.create(),
                    year,
                    sign,
                    number(value.split("-")[0]),
                    value.contains("-") ? number(value.split("-")[1]) : null,
                    value.replace('.', ','),
                    one.valueEn(),
                    one.number(),
                    one.source(),
                    one.verified() ? "OFFICIAL" : "DRAFT",
                    NOBODY,
                    now,
                    one.code()
                });
            }
        batch("""
            insert into stat_target (id, indicator_id, year, sign, value, value_to, printed, printed_en, instrument, source, state, set_by, set_at)
            select ?, i.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from stat_indicator i where i.code = ?
            on conflict do nothing
            """, rows);
        loaded(keys);
        return keys.size();
    }

    /** "75", "1.7"; null for "đạt". */
    private static @Nullable BigDecimal number(String value) {
        return value.matches("[0-9]+(\\.[0-9]+)?") ? new BigDecimal(value) : null;
    }

    private void loaded(List<String> keys) {
        var now = now();
        batch(
                "insert into stat_loaded (key, loaded_at) values (?, ?)",
                keys.stream().map(key -> new Object[] {key, now}).toList());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) jdbc.batchUpdate(sql, rows);
    }
}
