package vn.binhdang.statistics.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.KeptUntilChanged;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.TargetId;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.target.Sign;
import vn.binhdang.statistics.target.Target;

/** The indicators in memory, their formulas compiled; read anew as soon as anything of the catalogue has changed. */
@Component
public class Indicators {
    private static final Logger log = LoggerFactory.getLogger(Indicators.class);

    private final JdbcClient jdbc;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final KeptUntilChanged<IndicatorCatalogue> kept;

    Indicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptUntilChanged<>(this::no, _ -> new IndicatorCatalogue(read()));
    }

    /** As the transaction that asks sees it. Costs one look at one row while nothing has changed. */
    public IndicatorCatalogue current() {
        return kept.current();
    }

    private long no() {
        return jdbc.sql("select no from stat_catalogue").query(Long.class).single();
    }

    private List<Indicator> read() {
        var versions = new HashMap<UUID, List<IndicatorVersion>>();
        jdbc.sql("select * from stat_indicator_version order by indicator_id, number")
                .query(rs -> {
                    versions.computeIfAbsent(rs.getObject("indicator_id", UUID.class), _ -> new ArrayList<>())
                            .add(version(rs));
                });
        var targets = new HashMap<UUID, List<Target>>();
        jdbc.sql("select * from stat_target where ended_at is null order by year, unit_id nulls first")
                .query(rs -> {
                    targets.computeIfAbsent(rs.getObject("indicator_id", UUID.class), _ -> new ArrayList<>())
                            .add(target(rs));
                });
        return jdbc
                .sql("select id, code, theme, position from stat_indicator")
                .query((rs, i) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new Placed(
                            new Indicator(
                                    new IndicatorId(id),
                                    rs.getString("code"),
                                    Theme.valueOf(rs.getString("theme")),
                                    versions.getOrDefault(id, List.of()),
                                    targets.getOrDefault(id, List.of())),
                            rs.getInt("position"));
                })
                .list()
                .stream()
                .filter(placed -> !placed.indicator().versions().isEmpty())
                .sorted(Comparator.comparing(
                                (Placed placed) -> placed.indicator().theme())
                        .thenComparingInt(Placed::position)
                        .thenComparing(placed -> placed.indicator().code()))
                .map(Placed::indicator)
                .toList();
    }

    private record Placed(Indicator indicator, int position) {}

    private IndicatorVersion version(ResultSet rs) throws SQLException {
        var kind = Kind.valueOf(rs.getString("kind"));
        @Nullable String numerator = rs.getString("numerator");
        @Nullable String denominator = rs.getString("denominator");
        int factor = rs.getInt("factor");
        return new IndicatorVersion(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                rs.getString("name_vi"),
                rs.getString("name_en"),
                rs.getString("unit_vi"),
                rs.getString("unit_en"),
                Direction.valueOf(rs.getString("direction")),
                kind,
                readable(rs.getObject("id", UUID.class), kind, numerator, denominator, factor),
                numerator,
                denominator,
                factor,
                ShareOf.valueOf(rs.getString("share_of")),
                OverUnits.valueOf(rs.getString("over_units")),
                rs.getInt("decimals"),
                List.of((String[]) rs.getArray("dimensions").getArray()),
                rs.getString("definition_vi"),
                rs.getString("definition_en"),
                rs.getString("baseline"),
                rs.getString("collected"),
                rs.getString("responsible"),
                rs.getString("instrument"),
                rs.getString("source"),
                rs.getString("state").equals("OFFICIAL"),
                rs.getString("formula_state").equals("OFFICIAL"),
                rs.getInt("edition"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    /** One that cannot be read takes nothing from all the others; the operator is told of it once. */
    private @Nullable Formula readable(
            UUID version, Kind kind, @Nullable String numerator, @Nullable String denominator, int factor) {
        try {
            return formula(kind, numerator, denominator, factor);
        } catch (IllegalArgumentException unreadable) {
            if (told.add(version + " " + numerator + " " + denominator + " " + factor))
                log.error(
                        "the formula of the indicator version {} cannot be read: {}", version, unreadable.getMessage());
            return null;
        }
    }

    private static @Nullable Formula formula(
            Kind kind, @Nullable String numerator, @Nullable String denominator, int factor) {
        if (kind == Kind.GIVEN || numerator == null) return null;
        if (kind == Kind.AMOUNT) return Formula.amount(Expression.ofNumber(numerator));
        return denominator == null
                ? null
                : Formula.ratio(Expression.ofNumber(numerator), Expression.ofNumber(denominator), factor);
    }

    private static Target target(ResultSet rs) throws SQLException {
        @Nullable UUID unit = rs.getObject("unit_id", UUID.class);
        return new Target(
                new TargetId(rs.getObject("id", UUID.class)),
                new IndicatorId(rs.getObject("indicator_id", UUID.class)),
                rs.getInt("year"),
                unit == null ? null : new UnitId(unit),
                Sign.of(rs.getString("sign")).orElseThrow(),
                rs.getBigDecimal("value"),
                rs.getBigDecimal("value_to"),
                rs.getString("printed"),
                rs.getString("printed_en"),
                rs.getString("instrument"),
                rs.getString("source"),
                rs.getString("state").equals("OFFICIAL"));
    }
}
