package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** What was spread to other units: offered, taken up or declined. */
@Component
class Copies {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final Pilots pilots;
    private final Measures measures;
    private final PilotTasks tasks;
    private final InitiativeNotices notices;
    private final AuditTrail audit;

    Copies(
            JdbcClient jdbc,
            Initiatives initiatives,
            Pilots pilots,
            Measures measures,
            PilotTasks tasks,
            InitiativeNotices notices,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.pilots = pilots;
        this.measures = measures;
        this.tasks = tasks;
        this.notices = notices;
        this.audit = audit;
    }

    /** Another one of the same chain. */
    record Kin(UUID id, UUID unitId, Phase phase, boolean origin) {}

    /** Its origin and its copies; each is shown only to those of its agency. */
    List<Kin> of(Actor actor, Initiative one) {
        return jdbc.sql("""
            select id, unit_id, phase, id = :origin as origin from initiative
            where  agency_id = :agency and (origin_id = :id or id = :origin) order by id limit 200
            """)
                .param("agency", actor.agency().value())
                .param("id", one.id())
                .param("origin", one.originId() == null ? new UUID(0, 0) : one.originId())
                .query(Kin.class)
                .list();
    }

    /** Copies it for another unit: the same measures without values, the same tasks, and nothing until the unit says yes. */
    @Transactional
    public InitiativeId offer(Actor actor, InitiativeId id, UnitId to) {
        var one = initiatives.hold(actor, id, Action.DECIDE_INITIATIVES, Phase.SPREAD);
        boolean there = jdbc.sql("""
            select exists (select 1 from initiative where origin_id = :id and unit_id = :unit and phase <> 'DECLINED')
                or exists (select 1 from initiative_place where initiative_id = :id and unit_id = :unit)
            """)
                .param("id", id.value())
                .param("unit", to.value())
                .query(Boolean.class)
                .single();
        if (there) throw new Refused("execution.initiative.refused.unitTwice");
        var copy = InitiativeId.create();
        jdbc.sql("""
            insert into initiative (id, agency_id, unit_id, author_account, author_id, kind, title, problem, proposal, beneficiaries,
                   expected, phase, reason, cost_source, conclusion, evidence, lessons, outcome_reason, origin_id, version, created_on, folded)
            select :copy, agency_id, :unit, author_account, author_id, kind, title, problem, proposal, beneficiaries,
                   expected, 'OFFERED', '', '', '', '', '', '', id, 1, :today, folded
            from   initiative where id = :id
            """)
                .param("copy", copy.value())
                .param("unit", to.value())
                .param("today", initiatives.today())
                .param("id", id.value())
                .update();
        var begin = one.fromDay() == null ? initiatives.today() : one.fromDay();
        for (var measure : measures.of(List.of(id.value())))
            jdbc.sql("""
                insert into initiative_measure (id, initiative_id, no, name, measured_in, more_is_better, before_source, after_source, due_on, version)
                select :new, :copy, no, name, measured_in, more_is_better, '', '', :due, 1 from initiative_measure where id = :old
                """)
                    .param("new", Uuid7.create())
                    .param("copy", copy.value())
                    .param("due", shifted(begin, measure.dueOn()))
                    .param("old", measure.id())
                    .update();
        int no = 0;
        for (var task : tasks.of(id))
            tasks.insert(PilotTaskId.create(), copy, ++no, task.title(), to.value(), shifted(begin, task.dueOn()));
        audit.record(
                actor, "execution.initiative.offer", id.value(), Map.of("copy", copy.toString(), "to", to.toString()));
        notices.offered(actor.agency(), to, copy);
        return copy;
    }

    /** As far from today as it lay from the first day there. */
    private LocalDate shifted(LocalDate begin, LocalDate day) {
        return initiatives.today().plusDays(Math.max(0, ChronoUnit.DAYS.between(begin, day)));
    }

    /** The unit takes it up: its pilot begins today and lasts as long as the first did. */
    @Transactional
    public void accept(Actor actor, InitiativeId id) {
        var one = initiatives.hold(actor, id, Action.ASSESS_INITIATIVES, Phase.OFFERED);
        jdbc.sql("""
            update initiative i set from_day = :today, to_day = :today + (o.to_day - o.from_day)
            from   initiative o where o.id = i.origin_id and i.id = :id
            """)
                .param("today", initiatives.today())
                .param("id", id.value())
                .update();
        pilots.place(id, new UnitId(one.unitId()), initiatives.today());
        initiatives.move(actor, id, Phase.PILOT, "accept");
    }

    @Transactional
    public void decline(Actor actor, InitiativeId id, String reason) {
        initiatives.hold(actor, id, Action.ASSESS_INITIATIVES, Phase.OFFERED);
        initiatives.reason(id, reason);
        initiatives.move(actor, id, Phase.DECLINED, "decline");
    }
}
