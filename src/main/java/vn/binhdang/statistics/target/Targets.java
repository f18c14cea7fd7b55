package vn.binhdang.statistics.target;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.TargetId;

/** Sets, confirms and ends targets. A corrected target is a new one; that of before ends and stays. */
@Service
public class Targets {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Targets(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param unit null: wherever the instrument applies */
    public record Wanted(
            int year,
            @Nullable UnitId unit,
            Sign sign,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upTo,
            String words,
            String wordsEn,
            String instrument,
            String source) {}

    /** The one of the same year and unit, if any, ends. */
    @Transactional
    public TargetId set(Actor actor, IndicatorId indicator, Wanted wanted) {
        actor.must(Action.DEFINE_STATISTICS);
        jdbc.sql("""
            update stat_target set ended_by = :by, ended_at = :at
            where  indicator_id = :indicator and year = :year and unit_id is not distinct from cast(:unit as uuid) and ended_at is null
            """)
                .param("by", actor.account().value())
                .param("at", now())
                .param("indicator", indicator.value())
                .param("year", wanted.year())
                .param("unit", unit(wanted), java.sql.Types.OTHER)
                .update();
        var id = TargetId.create();
        try {
            jdbc.sql("""
                insert into stat_target (id, indicator_id, year, unit_id, sign, value, value_to, printed, printed_en, instrument, source, state, set_by, set_at)
                values (:id, :indicator, :year, cast(:unit as uuid), :sign, :value, :upTo, :words, :wordsEn, :instrument, :source, 'DRAFT', :by, :at)
                """)
                    .param("id", id.value())
                    .param("indicator", indicator.value())
                    .param("year", wanted.year())
                    .param("unit", unit(wanted), java.sql.Types.OTHER)
                    .param("sign", wanted.sign().stored())
                    .param("value", wanted.value(), java.sql.Types.NUMERIC)
                    .param("upTo", wanted.upTo(), java.sql.Types.NUMERIC)
                    .param("words", wanted.words())
                    .param("wordsEn", wanted.wordsEn())
                    .param("instrument", wanted.instrument())
                    .param("source", wanted.source())
                    .param("by", actor.account().value())
                    .param("at", now())
                    .update();
        } catch (DuplicateKeyException atOnce) {
            throw new Refused("statistics.indicator.changedMeanwhile");
        }
        audit.record(actor, "statistics.target.set", indicator.value(), Map.of("year", wanted.year()));
        return id;
    }

    @Transactional
    public void confirm(Actor actor, IndicatorId indicator, TargetId target, String source) {
        actor.must(Action.DEFINE_STATISTICS);
        int year = year(indicator, target);
        int changed = jdbc.sql(
                        "update stat_target set state = 'OFFICIAL' where id = :id and state = 'DRAFT' and ended_at is"
                                + " null")
                .param("id", target.value())
                .update();
        if (changed == 0) throw new Refused("statistics.indicator.confirmedAlready");
        jdbc.sql("""
            insert into stat_confirmation (id, indicator_id, target_id, part, source, confirmed_by, confirmed_at)
            values (:id, :indicator, :target, 'TARGET', :source, :by, :at)
            """)
                .param("id", Uuid7.create())
                .param("indicator", indicator.value())
                .param("target", target.value())
                .param("source", source)
                .param("by", actor.account().value())
                .param("at", now())
                .update();
        audit.record(actor, "statistics.target.confirm", indicator.value(), Map.of("year", year));
    }

    @Transactional
    public void end(Actor actor, IndicatorId indicator, TargetId target) {
        actor.must(Action.DEFINE_STATISTICS);
        int year = year(indicator, target);
        int changed = jdbc.sql(
                        "update stat_target set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                .param("by", actor.account().value())
                .param("at", now())
                .param("id", target.value())
                .update();
        if (changed == 0) throw new Refused("statistics.target.endedAlready");
        audit.record(actor, "statistics.target.end", indicator.value(), Map.of("year", year));
    }

    private int year(IndicatorId indicator, TargetId target) {
        return jdbc.sql("select year from stat_target where id = :id and indicator_id = :indicator for update")
                .param("id", target.value())
                .param("indicator", indicator.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotVisible("target " + target));
    }

    private static @Nullable UUID unit(Wanted wanted) {
        return wanted.unit() == null ? null : wanted.unit().value();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
