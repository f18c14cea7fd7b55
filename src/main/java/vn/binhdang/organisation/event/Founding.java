package vn.binhdang.organisation.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;

/** Units that begin, one or thousands, in as many statements as there are tables. */
@Component
class Founding {
    private final JdbcClient jdbc;
    private final RowChanges rows;

    Founding(JdbcClient jdbc, RowChanges rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void begin(UnitEventId event, List<NewUnit> units, LocalDate day) {
        UUID[] ids = UnitState.values(units.stream().map(NewUnit::id).toList());
        rows.insertAll(
                event,
                Fact.LIFE,
                "id, valid_from",
                "select id, :from from unnest(:units) n (id)",
                Map.of("units", ids, "from", day));
        rows.insertAll(
                event,
                Fact.NAME,
                "unit_id, kind, name, short_name, symbol_abbreviation, valid_from",
                "select n.*, :from from unnest(:units, :kinds, :names, :shorts, :symbols) n",
                Map.of(
                        "units", ids,
                        "kinds", texts(units, unit -> unit.naming().kind().name()),
                        "names", texts(units, unit -> unit.naming().name()),
                        "shorts", texts(units, unit -> unit.naming().shortName()),
                        "symbols", texts(units, unit -> unit.naming().symbolAbbreviation()),
                        "from", day));
        rows.insertAll(
                event,
                Fact.PLACE,
                "unit_id, parent_id, position, valid_from",
                "select n.*, :from from unnest(:units, :parents, :positions) n (u, parent, p) where parent is not null",
                Map.of(
                        "units",
                        ids,
                        "parents",
                        units.stream()
                                .map(unit -> Optional.ofNullable(unit.parent())
                                        .map(UnitId::value)
                                        .orElse(null))
                                .toArray(UUID[]::new),
                        "positions",
                        units.stream().map(NewUnit::position).toArray(Integer[]::new),
                        "from",
                        day));
        aliases(event, units, day);
    }

    private void aliases(UnitEventId event, List<NewUnit> units, LocalDate day) {
        record Alias(UnitId unit, String alias) {}
        var aliases = units.stream()
                .flatMap(unit -> unit.aliases().stream().map(alias -> new Alias(unit.id(), alias)))
                .toList();
        if (aliases.isEmpty()) return;
        rows.insertAll(
                event,
                Fact.ALIAS,
                "unit_id, alias, valid_from",
                "select n.*, :from from unnest(:units, :aliases) n",
                Map.of(
                        "units",
                                UnitState.values(
                                        aliases.stream().map(Alias::unit).toList()),
                        "aliases", aliases.stream().map(Alias::alias).toArray(String[]::new),
                        "from", day));
    }

    /** @throws Refused when another unit holds one of the codes on the day */
    void codes(UnitEventId event, List<Effect.Code> codes, LocalDate day) {
        if (codes.isEmpty()) return;
        String[] schemes =
                codes.stream().map(code -> code.code().scheme().name()).toArray(String[]::new);
        String[] values = codes.stream().map(code -> code.code().code()).toArray(String[]::new);
        record Taken(String code, String name) {}
        jdbc.sql("""
            select c.code, n.name
            from   unnest(:schemes, :codes) a (scheme, code)
            join   unit_code c on c.scheme = a.scheme and c.code = a.code
                              and c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
            join   unit_name n on n.unit_id = c.unit_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            limit 1
            """)
                .param("schemes", schemes)
                .param("codes", values)
                .param("day", day)
                .query(Taken.class)
                .optional()
                .ifPresent(taken -> {
                    throw new Refused("organisation.event.refused.codeTaken", taken.code(), taken.name());
                });
        rows.insertAll(
                event,
                Fact.CODE,
                "unit_id, scheme, code, valid_from",
                "select n.*, :from from unnest(:units, :schemes, :codes) n",
                Map.of(
                        "units",
                                UnitState.values(
                                        codes.stream().map(Effect.Code::unit).toList()),
                        "schemes", schemes,
                        "codes", values,
                        "from", day));
    }

    private static String[] texts(List<NewUnit> units, Function<NewUnit, @Nullable String> text) {
        return units.stream().map(text).toArray(String[]::new);
    }
}
