package vn.binhdang.statistics.indicator;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.IndicatorId;

/**
 * Makes, alters and confirms definitions. A draft may be altered in its place; what was confirmed is never rewritten, so
 * another definition becomes the next version from a later day on and figures of earlier periods keep theirs.
 */
@Service
class Definitions {
    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final AuditTrail audit;
    private final Clock clock;

    Definitions(JdbcClient jdbc, Indicators indicators, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.audit = audit;
        this.clock = clock;
    }

    enum Part {
        DEFINITION,
        FORMULA
    }

    /** Who confirmed what. @param what "DEFINITION", "FORMULA" or "TARGET" */
    record Confirmation(
            String what,
            @Nullable Integer version,
            @Nullable Integer year,
            String source,
            UUID by,
            OffsetDateTime at) {}

    /** What became of a form. */
    enum Outcome {
        STORED,
        /** Somebody else stored something since it was shown. */
        OVERTAKEN,
        /** What is confirmed is followed by another version, which must begin later. */
        MUST_BEGIN_LATER
    }

    Indicator find(IndicatorId id) {
        return indicators.current().find(id).orElseThrow(() -> new NotVisible("indicator " + id));
    }

    @Transactional
    IndicatorId create(Actor actor, String code, Theme theme, Definition definition) {
        actor.must(Action.DEFINE_STATISTICS);
        lock();
        if (indicators.current().find(code).isPresent()) throw new Refused("statistics.indicator.codeTaken", code);
        var id = IndicatorId.create();
        jdbc.sql("""
            insert into stat_indicator (id, code, theme, position)
            select :id, :code, :theme, coalesce(max(position), 0) + 1 from stat_indicator
            """)
                .param("id", id.value())
                .param("code", code)
                .param("theme", theme.name())
                .update();
        insert(id, 1, definition);
        audit.record(actor, "statistics.indicator.define", id.value());
        return id;
    }

    /** @param edition of the last version, as the form was shown */
    @Transactional
    Outcome alter(Actor actor, IndicatorId id, int number, int edition, Definition definition) {
        actor.must(Action.DEFINE_STATISTICS);
        lock();
        var last = find(id).last();
        if (last.number() != number || last.edition() != edition) return Outcome.OVERTAKEN;
        var before = Definition.of(last);
        if (before.equals(definition)) return Outcome.STORED;
        if (!touchesConfirmed(last, before, definition)) {
            if (beginsBeforeTheOneBefore(id, number, definition)) return Outcome.MUST_BEGIN_LATER;
            update(last, definition);
            audit.record(actor, "statistics.indicator.alter", id.value(), Map.of("version", number));
            return Outcome.STORED;
        }
        if (!definition.from().isAfter(last.from())) return Outcome.MUST_BEGIN_LATER;
        insert(id, number + 1, definition);
        audit.record(
                actor,
                "statistics.indicator.renew",
                id.value(),
                Map.of("version", number + 1, "from", definition.from().toString()));
        return Outcome.STORED;
    }

    private boolean beginsBeforeTheOneBefore(IndicatorId id, int number, Definition definition) {
        return find(id).versions().stream()
                .anyMatch(earlier ->
                        earlier.number() < number && !definition.from().isAfter(earlier.from()));
    }

    static boolean touchesConfirmed(IndicatorVersion last, Definition before, Definition after) {
        return last.official() && !before.saysTheSameAs(after)
                || last.formulaOfficial() && !before.computed().equals(after.computed());
    }

    @Transactional
    void confirm(Actor actor, IndicatorId id, int number, int edition, Part part, String source) {
        actor.must(Action.DEFINE_STATISTICS);
        lock();
        var last = find(id).last();
        if (last.number() != number || last.edition() != edition)
            throw new Refused("statistics.indicator.changedMeanwhile");
        boolean already = part == Part.DEFINITION ? last.official() : last.formulaOfficial();
        if (already) throw new Refused("statistics.indicator.confirmedAlready");
        if (part == Part.FORMULA && last.formula() == null) throw new Refused("statistics.indicator.noFormula");
        jdbc.sql("update stat_indicator_version set edition = edition + 1, "
                        + (part == Part.DEFINITION ? "state" : "formula_state") + " = 'OFFICIAL' where id = :id")
                .param("id", last.id())
                .update();
        jdbc.sql("""
            insert into stat_confirmation (id, indicator_id, version_id, part, source, confirmed_by, confirmed_at)
            values (:id, :indicator, :version, :part, :source, :by, :at)
            """)
                .param("id", Uuid7.create())
                .param("indicator", id.value())
                .param("version", last.id())
                .param("part", part.name())
                .param("source", source)
                .param("by", actor.account().value())
                .param("at", now())
                .update();
        audit.record(actor, "statistics.indicator.confirm", id.value(), Map.of("version", number, "part", part.name()));
    }

    List<Confirmation> confirmations(IndicatorId id) {
        return jdbc.sql("""
            select c.part as what, v.number as version, t.year, c.source, c.confirmed_by as by, c.confirmed_at as at
            from   stat_confirmation c
            left   join stat_indicator_version v on v.id = c.version_id
            left   join stat_target t on t.id = c.target_id
            where  c.indicator_id = :id order by c.confirmed_at desc, c.id desc limit 100
            """).param("id", id.value()).query(Confirmation.class).list();
    }

    /** Two statisticians at once: the second sees what the first stored. */
    private void lock() {
        jdbc.sql("lock table stat_indicator_version in share row exclusive mode")
                .update();
    }

    private void insert(IndicatorId id, int number, Definition definition) {
        fields(jdbc.sql("""
            insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, unit_vi, unit_en, direction, kind,
                   numerator, denominator, factor, share_of, over_units, decimals, dimensions, definition_vi, definition_en,
                   baseline, collected, responsible, instrument, source, state, formula_state, valid_from, valid_to)
            values (:id, :indicator, :number, :nameVi, :nameEn, :unitVi, :unitEn, :direction, :kind, :numerator, :denominator,
                   :factor, :shareOf, :overUnits, :decimals, :dimensions, :definitionVi, :definitionEn, :baseline, :collected,
                   :responsible, :instrument, :source, 'DRAFT', 'DRAFT', :from, :until)
            """), definition)
                .param("id", Uuid7.create())
                .param("indicator", id.value())
                .param("number", number)
                .update();
    }

    private void update(IndicatorVersion version, Definition definition) {
        fields(jdbc.sql("""
            update stat_indicator_version
            set    name_vi = :nameVi, name_en = :nameEn, unit_vi = :unitVi, unit_en = :unitEn, direction = :direction,
                   kind = :kind, numerator = :numerator, denominator = :denominator, factor = :factor, share_of = :shareOf,
                   over_units = :overUnits, decimals = :decimals, dimensions = :dimensions, definition_vi = :definitionVi,
                   definition_en = :definitionEn, baseline = :baseline, collected = :collected, responsible = :responsible,
                   instrument = :instrument, source = :source, valid_from = :from, valid_to = :until, edition = edition + 1
            where  id = :id
            """), definition).param("id", version.id()).update();
    }

    private static JdbcClient.StatementSpec fields(JdbcClient.StatementSpec sql, Definition definition) {
        return sql.param("nameVi", definition.nameVi())
                .param("nameEn", definition.nameEn())
                .param("unitVi", definition.unitVi())
                .param("unitEn", definition.unitEn())
                .param("direction", definition.direction().name())
                .param("kind", definition.kind().name())
                .param("numerator", definition.numerator())
                .param("denominator", definition.denominator())
                .param("factor", definition.factor())
                .param("shareOf", definition.shareOf().name())
                .param("overUnits", definition.overUnits().name())
                .param("decimals", definition.decimals())
                .param("dimensions", definition.dimensions().toArray(String[]::new))
                .param("definitionVi", definition.definitionVi())
                .param("definitionEn", definition.definitionEn())
                .param("baseline", definition.baseline())
                .param("collected", definition.collected())
                .param("responsible", definition.responsible())
                .param("instrument", definition.instrument())
                .param("source", definition.source())
                .param("from", definition.from())
                .param("until", definition.until());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
