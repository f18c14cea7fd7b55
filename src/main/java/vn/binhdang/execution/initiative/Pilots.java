package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** A pilot from its first day to what the head decides on its result. */
@Component
class Pilots {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final AuditTrail audit;

    Pilots(JdbcClient jdbc, Initiatives initiatives, AuditTrail audit) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.audit = audit;
    }

    record Pilot(
            LocalDate from,
            LocalDate to,
            PersonId responsible,
            @Nullable Long planned,
            @Nullable Long spent,
            String source) {}

    record Place(UUID initiativeId, UUID unitId, LocalDate sinceDay) {}

    List<Place> places(Collection<UUID> initiatives) {
        return jdbc.sql("select * from initiative_place where initiative_id = any (:ids) order by initiative_id,"
                        + " unit_id")
                .param("ids", initiatives.toArray(UUID[]::new))
                .query(Place.class)
                .list();
    }

    /** Begins the pilot, or changes its days, its person and its cost while it lasts. */
    @Transactional
    public void arrange(Actor actor, InitiativeId id, int version, Pilot pilot, @Nullable UnitId place) {
        var one = initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        if (one.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative set phase = 'PILOT', from_day = :from, to_day = :to, responsible_id = :responsible,
                   cost_planned = :planned, cost_spent = :spent, cost_source = :source, version = version + 1
            where  id = :id
            """)
                .param("from", pilot.from())
                .param("to", pilot.to())
                .param("responsible", pilot.responsible().value())
                .param("planned", pilot.planned())
                .param("spent", pilot.spent())
                .param("source", pilot.source())
                .param("id", id.value())
                .update();
        if (place != null) place(id, place, pilot.from());
        audit.record(
                actor,
                one.phase() == Phase.APPROVED ? "execution.initiative.begin" : "execution.initiative.arrange",
                id.value(),
                Map.of("from", pilot.from().toString(), "to", pilot.to().toString()));
    }

    @Transactional
    public void addPlace(Actor actor, InitiativeId id, UnitId unit) {
        var one = initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        var there = places(List.of(id.value()));
        if (there.size() >= Initiatives.MOST) throw new Refused("execution.initiative.refused.many");
        if (there.stream().anyMatch(place -> place.unitId().equals(unit.value())))
            throw new Refused("execution.initiative.refused.unitTwice");
        place(id, unit, one.fromDay() == null ? initiatives.today() : one.fromDay());
        audit.record(actor, "execution.initiative.addUnit", id.value(), Map.of("at", unit.toString()));
    }

    void place(InitiativeId id, UnitId unit, LocalDate since) {
        jdbc.sql("insert into initiative_place (initiative_id, unit_id, since_day) values (:id, :unit, :since)"
                        + " on conflict do nothing")
                .param("id", id.value())
                .param("unit", unit.value())
                .param("since", since)
                .update();
    }

    @Transactional
    public void conclude(
            Actor actor, InitiativeId id, int version, String conclusion, String evidence, String lessons) {
        var one = initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        if (one.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative set conclusion = :conclusion, evidence = :evidence, lessons = :lessons, concluded_on = :today
            where  id = :id
            """)
                .param("conclusion", conclusion)
                .param("evidence", evidence)
                .param("lessons", lessons)
                .param("today", initiatives.today())
                .param("id", id.value())
                .update();
        initiatives.move(actor, id, Phase.CONCLUDED, "conclude");
    }

    /** What was concluded is taken back until the head has decided. */
    @Transactional
    public void reopen(Actor actor, InitiativeId id) {
        initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.CONCLUDED);
        jdbc.sql("update initiative set concluded_on = null where id = :id")
                .param("id", id.value())
                .update();
        initiatives.move(actor, id, Phase.PILOT, "reopen");
    }

    @Transactional
    public void close(Actor actor, InitiativeId id, Outcome outcome, String reason) {
        var one = initiatives.hold(actor, id, Action.DECIDE_INITIATIVES, Phase.CONCLUDED);
        jdbc.sql("""
            update initiative set outcome = :outcome, outcome_reason = :reason, outcome_on = :today, concluded_on = :concluded
            where  id = :id
            """)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("today", initiatives.today())
                .param("concluded", outcome == Outcome.AGAIN ? null : one.concludedOn())
                .param("id", id.value())
                .update();
        initiatives.move(
                actor,
                id,
                outcome.phase(),
                switch (outcome) {
                    case SPREAD -> "spread";
                    case STOP -> "stop";
                    case AGAIN -> "again";
                });
    }
}
