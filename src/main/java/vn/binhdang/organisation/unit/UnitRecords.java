package vn.binhdang.organisation.unit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitSpan;

/** Everything dated about one unit, with its days. */
@Component
class UnitRecords {
    private final JdbcClient jdbc;

    UnitRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Name(
            UnitKind kind,
            String name,
            @Nullable String shortName,
            @Nullable String symbolAbbreviation,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Code(
            CodeScheme scheme,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Alias(
            String alias, LocalDate validFrom, @Nullable LocalDate validTo) {}

    /** All events it was part of, the undone among them. */
    List<UUID> events(UnitId unit) {
        return jdbc.sql("select distinct event_id from unit_event_unit where unit_id = :unit")
                .param("unit", unit.value())
                .query(UUID.class)
                .list();
    }

    /**
     * The unit itself on a day, or on the day of its life that is nearest to it.
     * @param below how many units are below it, those below them included
     * @param inReach whether it lies in the reach that was asked for
     */
    record Head(UnitSpan span, int below, boolean inReach) {}

    /** @throws NotVisible when there never was such a unit */
    Head head(UnitId unit, Reach reach, LocalDate day) {
        return jdbc.sql("""
            select u.valid_from, u.valid_to, in_reach(u.id, :whole, :only, n.day) as in_reach,
                   (select count(*) from unit_within w
                    where  w.ancestor_id = u.id and w.distance > 0 and w.valid_from <= n.day and n.day < w.valid_to) as below
            from   unit u
            cross  join lateral (select least(greatest(cast(:day as date), u.valid_from), u.valid_to - 1) as day) n
            where  u.id = :unit
            """)
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query((rs, i) -> new Head(
                        new UnitSpan(
                                rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)),
                        rs.getInt("below"),
                        rs.getBoolean("in_reach")))
                .optional()
                .orElseThrow(() -> new NotVisible("unit " + unit));
    }

    /** What it was called, by which codes and other spellings it went, each with its days: names and codes the latest first. */
    record Dated(List<Name> names, List<Code> codes, List<Alias> aliases) {
        /** What it is called on a day of its life. */
        Name on(LocalDate day) {
            return names.stream()
                    .filter(name -> !day.isBefore(name.validFrom()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Dated dated(UnitId unit) {
        var dated = new Dated(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        jdbc.sql("""
            select 'NAME' as what, kind, name as text, short_name, symbol_abbreviation, valid_from, valid_to,
                   row_number() over (order by valid_from desc) as place
            from   unit_name where unit_id = :unit
            union  all
            select 'CODE', scheme, code, null, null, valid_from, valid_to,
                   row_number() over (order by scheme, valid_from desc)
            from   unit_code where unit_id = :unit
            union  all
            select 'ALIAS', null, alias, null, null, valid_from, valid_to,
                   row_number() over (order by alias collate vietnamese, valid_from)
            from   unit_alias where unit_id = :unit
            order  by what, place
            """).param("unit", unit.value()).query(rs -> {
            String text = rs.getString("text");
            var from = rs.getObject("valid_from", LocalDate.class);
            var to = rs.getObject("valid_to", LocalDate.class);
            switch (rs.getString("what")) {
                case "NAME" ->
                    dated.names()
                            .add(new Name(
                                    UnitKind.valueOf(rs.getString("kind")),
                                    text,
                                    rs.getString("short_name"),
                                    rs.getString("symbol_abbreviation"),
                                    from,
                                    to));
                case "CODE" -> dated.codes().add(new Code(CodeScheme.valueOf(rs.getString("kind")), text, from, to));
                default -> dated.aliases().add(new Alias(text, from, to));
            }
        });
        return dated;
    }

    /** A unit on a day. */
    record At(UnitId unit, LocalDate day) {}

    /** What units are called on days; see the published {@code unit_called}. */
    Map<At, String> called(Collection<At> asked) {
        var called = new HashMap<At, String>();
        if (asked.isEmpty()) return called;
        jdbc.sql("""
            select a.unit_id, a.day, unit_called(a.unit_id, a.day) as name
            from   unnest(:units, :days) a (unit_id, day)
            """)
                .param("units", asked.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", asked.stream().map(at -> Date.valueOf(at.day())).toArray(Date[]::new))
                .query(rs -> {
                    called.put(
                            new At(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    rs.getObject("day", LocalDate.class)),
                            rs.getString("name"));
                });
        return called;
    }

    /** For lists: the name of the unit above each on a day. */
    Map<UnitId, String> parentNames(Collection<UnitId> units, LocalDate day) {
        var names = new HashMap<UnitId, String>();
        jdbc.sql("""
            select p.unit_id, coalesce(n.short_name, n.name) as name
            from   unit_parent p
            join   unit_name n on n.unit_id = p.parent_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            where  p.unit_id = any (:units) and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    names.put(new UnitId(rs.getObject("unit_id", UUID.class)), rs.getString("name"));
                });
        return names;
    }

    /** Administrative codes on a day. */
    Map<UnitId, String> administrativeCodes(Collection<UnitId> units, LocalDate day) {
        var codes = new HashMap<UnitId, String>();
        jdbc.sql("""
            select unit_id, code from unit_code
            where  unit_id = any (:units) and scheme = 'ADMINISTRATIVE'
            and    valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    codes.put(new UnitId(rs.getObject("unit_id", UUID.class)), rs.getString("code"));
                });
        return codes;
    }

    boolean inReach(UnitId unit, Reach reach, LocalDate day) {
        return jdbc.sql("select in_reach(:unit, :whole, :only, :day)")
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
