package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.SearchWords;

/** All initiatives of the agency: the list, and those of a period for table PL8. */
@Component
class Portfolio {
    static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final AuditTrail audit;

    Portfolio(JdbcClient jdbc, Initiatives initiatives, AuditTrail audit) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.audit = audit;
    }

    /** Up to {@link #PAGE} after a key, the latest first, and one more if there are more. */
    List<Initiative> list(Actor actor, InitiativeFilter filter, UUID after) {
        return jdbc.sql("""
            select %s from initiative i
            where  %s and i.id < :after
            and    (cast(:phase as text) is null or i.phase = :phase)
            and    (cast(:kind as text) is null or i.kind = :kind)
            and    (cast(:year as int) is null or extract(year from coalesce(i.from_day, i.created_on)) = :year)
            and    (cast(:unit as uuid) is null or i.unit_id = :unit
                    or exists (select 1 from initiative_place p where p.initiative_id = i.id and p.unit_id = :unit))
            and    (select coalesce(bool_and(i.folded like fold(word)), true) from unnest(cast(:words as text[])) word)
            order  by i.id desc limit :limit
            """.formatted(Initiatives.LISTED, Initiatives.VISIBLE))
                .params(initiatives.asked(actor))
                .param("after", after)
                .param("phase", filter.phase() == null ? null : filter.phase().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("year", filter.year())
                .param("unit", filter.unitId() == null ? null : filter.unitId().value())
                .param("words", SearchWords.patterns(filter.words()))
                .param("limit", PAGE + 1)
                .query(Initiative.class)
                .list();
    }

    /** Pilots that ran in a period. */
    List<Initiative> between(Actor actor, LocalDate from, LocalDate until) {
        return jdbc.sql("""
            select %s from initiative i
            where  %s and i.from_day < :until and coalesce(i.concluded_on, date '9999-01-01') >= :from
            and    i.phase in ('PILOT', 'CONCLUDED', 'SPREAD', 'STOPPED')
            order  by i.from_day, i.id
            """.formatted(Initiatives.LISTED, Initiatives.VISIBLE))
                .params(initiatives.asked(actor))
                .param("from", from)
                .param("until", until)
                .query(Initiative.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void exported(Actor actor, LocalDate from, LocalDate to, int rows) {
        audit.export(
                actor,
                "execution.initiative.export",
                null,
                Map.of("from", from.toString(), "to", to.toString(), "rows", rows));
    }
}
