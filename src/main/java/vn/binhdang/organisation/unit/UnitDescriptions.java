package vn.binhdang.organisation.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitLock;
import vn.binhdang.organisation.UnitSpan;
import vn.binhdang.organisation.Units;

/**
 * Codes and spellings of a unit from a day on. They are no events: nobody decides that a unit exists because its code
 * changed. A name or an abbreviation changes by a renaming.
 */
@Component
public class UnitDescriptions {
    private final JdbcClient jdbc;
    private final Units units;
    private final UnitRecords records;
    private final UnitLock lock;
    private final AuditTrail audit;
    private final Clock clock;

    UnitDescriptions(JdbcClient jdbc, Units units, UnitRecords records, UnitLock lock, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.records = records;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The unit has this code from a day until the next change that is known; what began on that very day is replaced.
     * @param code null: it has none
     * @throws Refused when the code is another unit's on the day, or is no code of the scheme
     */
    @Transactional
    public void setCode(Actor actor, UnitId unit, CodeScheme scheme, @Nullable String code, LocalDate from) {
        inCharge(actor, unit, from);
        String normal = code == null || code.isBlank() ? null : code.strip().toUpperCase(Locale.ROOT);
        if (normal != null && !scheme.admits(normal))
            throw new Refused(
                    scheme == CodeScheme.ADMINISTRATIVE
                            ? "organisation.code.notAdministrative"
                            : "organisation.code.notEIdentifier");
        cutCode(unit, scheme, from);
        if (normal != null) {
            var until = nextCode(unit, scheme, from);
            var taken = taken(scheme, normal, from, until);
            if (taken != null) throw new Refused("organisation.event.refused.codeTaken", normal, taken);
            jdbc.sql("""
                insert into unit_code (unit_id, scheme, code, valid_from, valid_to)
                values (:unit, :scheme, :code, :from, cast(:to as date))
                """)
                    .param("unit", unit.value())
                    .param("scheme", scheme.name())
                    .param("code", normal)
                    .param("from", from)
                    .param("to", until == null ? null : until.toString())
                    .update();
        }
        audit.record(
                actor,
                "organisation.unit.setCode",
                unit.value(),
                Map.of("scheme", scheme.name(), "code", normal == null ? "" : normal, "from", from.toString()));
    }

    /** Another spelling that documents use from a day on. */
    @Transactional
    public void addSpelling(Actor actor, UnitId unit, String spelling, LocalDate from) {
        var span = inCharge(actor, unit, from);
        if (spelling.isBlank()) throw new Refused("organisation.spelling.none");
        int known = jdbc.sql("""
            insert into unit_alias (unit_id, alias, valid_from, valid_to)
            select :unit, :alias, :from, cast(:to as date)
            where  not exists (select 1 from unit_alias where unit_id = :unit and alias = :alias
                               and (valid_to is null or valid_to > :from))
            """)
                .param("unit", unit.value())
                .param("alias", spelling.strip())
                .param("from", from)
                .param("to", span.to() == null ? null : span.to().toString())
                .update();
        if (known == 0) throw new Refused("organisation.spelling.known", spelling.strip());
        audit.record(actor, "organisation.unit.addSpelling", unit.value(), Map.of("from", from.toString()));
    }

    /** It is used no more from a day on; one that began on that day never was. */
    @Transactional
    public void endSpelling(Actor actor, UnitId unit, String spelling, LocalDate from) {
        inCharge(actor, unit, from);
        int ended = jdbc.sql("""
            with gone as (delete from unit_alias where unit_id = :unit and alias = :alias and valid_from = :from returning 1),
            cut as (update unit_alias set valid_to = :from where unit_id = :unit and alias = :alias
                    and valid_from < :from and (valid_to is null or valid_to > :from) returning 1)
            select (select count(*) from gone) + (select count(*) from cut)
            """)
                .param("unit", unit.value())
                .param("alias", spelling)
                .param("from", from)
                .query(Integer.class)
                .single();
        if (ended == 0) throw new Refused("organisation.spelling.unknown", spelling);
        audit.record(actor, "organisation.unit.endSpelling", unit.value(), Map.of("from", from.toString()));
    }

    /** @throws NotVisible when it is not there, or not in charge, on that day or today */
    private UnitSpan inCharge(Actor actor, UnitId unit, LocalDate day) {
        actor.must(Action.CHANGE_UNITS);
        // An event could end the unit, or another hand give its code away, between the look and the writing.
        lock.take();
        var span = units.span(unit);
        var reach = actor.reach(Action.CHANGE_UNITS);
        var today = LocalDate.now(clock);
        if (!records.inReach(unit, reach, span.nearest(day))
                || span.contains(today) && !records.inReach(unit, reach, today)) throw new NotVisible("unit " + unit);
        if (!span.contains(day))
            throw new Refused(
                    "organisation.event.refused.notThatDay",
                    units.on(unit, span.nearest(day)).name(),
                    AsOf.shown(day));
        return span;
    }

    private void cutCode(UnitId unit, CodeScheme scheme, LocalDate from) {
        jdbc.sql("delete from unit_code where unit_id = :unit and scheme = :scheme and valid_from = :from")
                .param("unit", unit.value())
                .param("scheme", scheme.name())
                .param("from", from)
                .update();
        jdbc.sql("""
            update unit_code set valid_to = :from
            where  unit_id = :unit and scheme = :scheme and valid_from < :from and (valid_to is null or valid_to > :from)
            """)
                .param("unit", unit.value())
                .param("scheme", scheme.name())
                .param("from", from)
                .update();
    }

    private @Nullable LocalDate nextCode(UnitId unit, CodeScheme scheme, LocalDate from) {
        return jdbc.sql("""
            select least((select min(valid_from) from unit_code
                          where unit_id = :unit and scheme = :scheme and valid_from > :from),
                         (select valid_to from unit where id = :unit)) as next
            """)
                .param("unit", unit.value())
                .param("scheme", scheme.name())
                .param("from", from)
                .query((rs, i) -> Optional.ofNullable(rs.getObject("next", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** The name of another unit that has the code on some day of a span. */
    private @Nullable String taken(CodeScheme scheme, String code, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("""
            select n.name from unit_code c
            join   unit_name n on n.unit_id = c.unit_id and n.valid_from <= greatest(c.valid_from, :from)
                              and (n.valid_to is null or greatest(c.valid_from, :from) < n.valid_to)
            where  c.scheme = :scheme and c.code = :code
            and    daterange(c.valid_from, c.valid_to) && daterange(:from, cast(:to as date)) limit 1
            """)
                .param("scheme", scheme.name())
                .param("code", code)
                .param("from", from)
                .param("to", to == null ? null : to.toString())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
