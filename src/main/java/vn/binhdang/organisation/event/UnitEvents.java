package vn.binhdang.organisation.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.FollowsUnits;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitInUse;
import vn.binhdang.organisation.UnitLock;
import vn.binhdang.organisation.UnitsChanged;

/**
 * Records what happens to units, each event in one transaction with its audit row. Events may be recorded late: one of an
 * earlier day holds until the next fact that is known, and is refused where it would contradict one.
 */
@Component
public class UnitEvents {
    private final EventPlanner planner;
    private final EventStore store;
    private final UnitState state;
    private final RowChanges rows;
    private final WithinRows within;
    private final ObjectProvider<FollowsUnits> followers;
    private final ObjectProvider<UnitInUse> uses;
    private final UnitLock lock;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnitEvents(
            EventPlanner planner,
            EventStore store,
            UnitState state,
            RowChanges rows,
            WithinRows within,
            ObjectProvider<FollowsUnits> followers,
            ObjectProvider<UnitInUse> uses,
            UnitLock lock,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.planner = planner;
        this.store = store;
        this.state = state;
        this.rows = rows;
        this.within = within;
        this.followers = followers;
        this.uses = uses;
        this.lock = lock;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws Refused when the state of the units forbids it; the sentence says what and since when
     * @throws NotVisible when a unit that it touches is not there or not in the actor's charge
     */
    @Transactional
    public UnitEventId record(Actor actor, EventFacts facts, UnitChange change) {
        actor.must(Action.CHANGE_UNITS);
        lock.take();
        return store(actor, facts, change, planned(actor, facts, change));
    }

    /** For shipped data and imports, which look after the reach themselves; the events of a file come in order of days. */
    @Transactional
    public UnitEventId enter(Actor actor, EventFacts facts, UnitChange change) {
        lock.take();
        return store(actor, facts, change, planner.plan(change, facts.on()));
    }

    /** What {@link #record} would do, or the refusal it would give. */
    EventPlan planned(Actor actor, EventFacts facts, UnitChange change) {
        // What it puts right is marked as wrong on the pages of everybody: a matter of those in charge of it.
        if (facts.corrects() != null && !inCharge(actor, facts.corrects()))
            throw new NotVisible("event " + facts.corrects());
        // Before the plan too: a refusal tells of units, and that only to those who are in charge of them.
        mustReach(actor, change.named(), facts.on());
        var plan = planner.plan(change, facts.on());
        mustReach(actor, plan.touched(), facts.on());
        boolean toTop = plan.effects().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.Begin begin && begin.unit().parent() == null
                                || effect instanceof Effect.Place place && place.parent() == null && !place.along());
        if (toTop) throw new Refused("organisation.event.refused.noParent");
        return plan;
    }

    /**
     * Takes a wrong event back, as if it had never been.
     * @throws Refused when something recorded later rests on it; then a correcting event is the way
     */
    @Transactional
    public void undo(Actor actor, UnitEventId id) {
        actor.must(Action.CHANGE_UNITS);
        lock.take();
        var event = jdbc.sql(
                        "select no, kind, happens_on, undone_at is not null as undone from unit_event where id = :id")
                .param("id", id.value())
                .query(Recorded.class)
                .optional()
                .orElseThrow(() -> new NotVisible("event " + id));
        mustReachSubjects(actor, id, event.happensOn());
        if (event.undone()) throw new Refused("organisation.event.refused.undoneAlready");
        if (restsOn(id, event.no())) throw new Refused("organisation.event.refused.laterEvent");
        var begun = begun(id);
        if (!begun.isEmpty() && uses.stream().anyMatch(use -> use.isInUse(begun)))
            throw new Refused("organisation.event.refused.inUse");
        var changed = changed(id);
        var below = within.everBelow(changed);
        followers.forEach(follower -> follower.unfollow(id));
        jdbc.sql("delete from unit_within where unit_id = any (:units)")
                .param("units", below)
                .update();
        jdbc.sql("delete from unit_event_unit where event_id = :id and unit_id = any (:begun)")
                .param("id", id.value())
                .param("begun", UnitState.values(begun))
                .update();
        takeBack(id);
        jdbc.sql("select derive_unit_within(array(select id from unit where id = any (:units)))")
                .param("units", below)
                .query()
                .singleRow();
        jdbc.sql("update unit_event set undone_at = :at, undone_by = :account where id = :id")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", actor.account().value())
                .param("id", id.value())
                .update();
        store.checkFaults(changed);
        audit.record(
                actor,
                "organisation.event.undo",
                id.value(),
                Map.of("kind", event.kind(), "on", event.happensOn().toString()));
        events.publishEvent(new UnitsChanged(id, event.happensOn()));
    }

    private void takeBack(UnitEventId id) {
        try {
            if (!rows.takeBack(id)) throw new Refused("organisation.event.refused.laterEvent");
        } catch (DataIntegrityViolationException e) {
            // A row that is no event, a code or a spelling, names a unit that would vanish.
            throw new Refused("organisation.event.refused.inUse");
        }
    }

    private UnitEventId store(Actor actor, EventFacts facts, UnitChange change, EventPlan plan) {
        var event = store.store(actor, change.kind(), facts, plan);
        var fields = new HashMap<String, Object>();
        fields.put("kind", change.kind().name());
        fields.put("on", facts.on().toString());
        var byRole = plan.units().stream()
                .collect(Collectors.groupingBy(
                        EventUnit::role, Collectors.mapping(unit -> unit.unit().toString(), Collectors.toList())));
        // An import founds thousands at once: their number says enough, the units name their event.
        byRole.forEach((role, ids) ->
                fields.put(role.name().toLowerCase(Locale.ROOT), ids.size() > 20 ? ids.size() : String.join(",", ids)));
        if (facts.corrects() != null) fields.put("corrects", facts.corrects().toString());
        audit.record(actor, "organisation.event.record", event.value(), fields);
        events.publishEvent(new UnitsChanged(event, facts.on()));
        return event;
    }

    private void mustReach(Actor actor, Set<UnitId> units, LocalDate day) {
        if (!state.reaches(actor.reach(Action.CHANGE_UNITS), units, day, LocalDate.now(clock)))
            throw new NotVisible("a unit out of reach");
    }

    /** Whether the actor may take the event back, as far as the units are concerned; one undone leaves nothing to do. */
    boolean inCharge(Actor actor, UnitEventId id) {
        if (!actor.may(Action.CHANGE_UNITS)) return false;
        var day = jdbc.sql("select happens_on from unit_event where id = :id and undone_at is null")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
        return day.isPresent() && reachesSubjects(actor, id, day.get());
    }

    private void mustReachSubjects(Actor actor, UnitEventId id, LocalDate day) {
        if (!reachesSubjects(actor, id, day)) throw new NotVisible("event " + id);
    }

    /** Those it ended were there the day before; those that are there on its day are in reach on it. */
    private boolean reachesSubjects(Actor actor, UnitEventId id, LocalDate day) {
        var reach = actor.reach(Action.CHANGE_UNITS);
        return jdbc.sql("""
            select not exists (
                select 1 from unit_event_unit e
                where  e.event_id = :id and e.role in ('SUBJECT', 'RESULT')
                and    e.function is null
                and    not in_reach(e.unit_id, :whole, :only, :day)
                and    not in_reach(e.unit_id, :whole, :only, :before))
            """)
                .param("id", id.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("before", day.minusDays(1))
                .query(Boolean.class)
                .single();
    }

    /** Whether a later event, still standing, is about a unit that this one changed, or corrects it. */
    private boolean restsOn(UnitEventId id, long no) {
        return jdbc.sql("""
            select exists (
                select 1 from unit_event later
                where  later.undone_at is null and later.no > :no
                and    (later.corrects_id = :id
                        or exists (select 1 from unit_event_unit mine
                                   join unit_event_unit theirs on theirs.unit_id = mine.unit_id
                                   where mine.event_id = :id and theirs.event_id = later.id
                                   and   mine.role in ('SUBJECT', 'RESULT', 'BELOW'))))
            """)
                .param("id", id.value())
                .param("no", no)
                .query(Boolean.class)
                .single();
    }

    private List<UnitId> begun(UnitEventId id) {
        return ids("""
            select cast(row_after ->> 'id' as uuid) from unit_event_row
            where  event_id = :id and fact = 'LIFE' and row_before is null
            """, id);
    }

    private List<UnitId> changed(UnitEventId id) {
        return ids("""
            select distinct unit_id from unit_event_unit where event_id = :id and role in ('SUBJECT', 'RESULT', 'BELOW')
            """, id);
    }

    private List<UnitId> ids(String sql, UnitEventId id) {
        return jdbc.sql(sql).param("id", id.value()).query(UUID.class).list().stream()
                .map(UnitId::new)
                .toList();
    }

    private record Recorded(long no, String kind, LocalDate happensOn, boolean undone) {}
}
