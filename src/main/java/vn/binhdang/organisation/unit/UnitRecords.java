package vn.binhdang.organisation.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitKind;

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

    List<Name> names(UnitId unit) {
        return jdbc.sql("""
            select kind, name, short_name, symbol_abbreviation, valid_from, valid_to
            from   unit_name where unit_id = :unit order by valid_from desc
            """).param("unit", unit.value()).query(Name.class).list();
    }

    List<Code> codes(UnitId unit) {
        return jdbc.sql("""
            select scheme, code, valid_from, valid_to from unit_code where unit_id = :unit
            order  by scheme, valid_from desc
            """).param("unit", unit.value()).query(Code.class).list();
    }

    List<Alias> aliases(UnitId unit) {
        return jdbc.sql("""
            select alias, valid_from, valid_to from unit_alias where unit_id = :unit
            order  by alias collate vietnamese, valid_from
            """).param("unit", unit.value()).query(Alias.class).list();
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
