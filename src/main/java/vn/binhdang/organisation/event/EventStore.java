package vn.binhdang.organisation.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.FollowsUnits;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.Units;

/** Carries out what was planned. */
@Component
class EventStore {
    private final JdbcClient jdbc;
    private final RowChanges rows;
    private final Founding founding;
    private final WithinRows within;
    private final UnitState state;
    private final Units units;
    private final ObjectProvider<FollowsUnits> followers;
    private final Clock clock;

    EventStore(
            JdbcClient jdbc,
            RowChanges rows,
            Founding founding,
            WithinRows within,
            UnitState state,
            Units units,
            ObjectProvider<FollowsUnits> followers,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.founding = founding;
        this.within = within;
        this.state = state;
        this.units = units;
        this.followers = followers;
        this.clock = clock;
    }

    UnitEventId store(Actor actor, EventKind kind, EventFacts facts, EventPlan plan) {
        var event = UnitEventId.create();
        long no = insertEvent(actor, event, kind, facts);
        var begun = new ArrayList<NewUnit>();
        var coded = new ArrayList<Effect.Code>();
        var changed = new LinkedHashSet<UnitId>();
        for (var effect : plan.effects()) {
            if (!(effect instanceof Effect.Begin)) begin(event, begun, facts.on());
            switch (effect) {
                case Effect.Begin begin -> {
                    begun.add(begin.unit());
                    changed.add(begin.unit().id());
                }
                case Effect.Call call -> {
                    call(event, call.unit(), call.naming(), facts.on());
                    changed.add(call.unit());
                }
                case Effect.Place place -> {
                    place(event, place.unit(), place.parent(), facts.on());
                    changed.add(place.unit());
                }
                case Effect.Succeed succeed -> succeed(event, no, succeed, facts.on());
                case Effect.Carry carry -> carry(event, carry, facts.on());
                case Effect.End end -> {
                    for (var fact : List.of(Fact.NAME, Fact.PLACE, Fact.CODE, Fact.ALIAS, Fact.LETTERHEAD, Fact.LIFE))
                        rows.cut(event, fact, end.unit(), facts.on());
                    within.end(end.unit(), facts.on());
                    changed.add(end.unit());
                }
                case Effect.Code code -> coded.add(code);
            }
        }
        begin(event, begun, facts.on());
        founding.codes(event, coded, facts.on());
        insertUnits(event, plan.units());
        checkFaults(changed);
        return event;
    }

    /** What must never be true is a defect of ours, not of what was asked. */
    void checkFaults(Collection<UnitId> changed) {
        var faults = jdbc.sql("select unit_id || ': ' || fault from unit_faults(:units) limit 5")
                .param("units", UnitState.values(changed))
                .query(String.class)
                .list();
        if (!faults.isEmpty()) throw new IllegalStateException(String.join("; ", faults));
    }

    private long insertEvent(Actor actor, UnitEventId event, EventKind kind, EventFacts facts) {
        return jdbc.sql("""
            insert into unit_event (id, kind, happens_on, legal_basis, source, note, verified, corrects_id, account_id,
                                    agency_id, recorded_at)
            values (:id, :kind, :on, :basis, :source, :note, :verified, :corrects, :account, :agency, :at)
            returning no
            """)
                .param("id", event.value())
                .param("kind", kind.name())
                .param("on", facts.on())
                .param("basis", facts.legalBasis().strip())
                .param("source", facts.source().strip())
                .param("note", facts.note().strip())
                .param("verified", facts.verified())
                .param(
                        "corrects",
                        facts.corrects() == null ? null : facts.corrects().value(),
                        java.sql.Types.OTHER)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void insertUnits(UnitEventId event, List<EventUnit> of) {
        jdbc.sql("""
            insert into unit_event_unit (event_id, unit_id, role, position, share, function)
            select :event, u.unit_id, u.role, u.position, u.share, u.function
            from   unnest(:ids, :roles, cast(:shares as numeric[]), :functions)
                   with ordinality u (unit_id, role, share, function, position)
            """)
                .param("event", event.value())
                .param("ids", of.stream().map(u -> u.unit().value()).toArray(UUID[]::new))
                .param("roles", of.stream().map(u -> u.role().name()).toArray(String[]::new))
                .param(
                        "shares",
                        of.stream()
                                .map(u -> u.share() == null ? null : u.share().toPlainString())
                                .toArray(String[]::new))
                .param("functions", of.stream().map(EventUnit::function).toArray(String[]::new))
                .update();
    }

    /** An import founds thousands: they are begun together, and so are the ways up from them derived. */
    private void begin(UnitEventId event, List<NewUnit> units, LocalDate day) {
        if (units.isEmpty()) return;
        founding.begin(event, units, day);
        within.derive(units.stream().map(NewUnit::id).toList());
        units.clear();
    }

    private void call(UnitEventId event, UnitId unit, Naming naming, LocalDate day) {
        var until = jdbc.sql("""
            select least((select min(valid_from) from unit_name where unit_id = :unit and valid_from > :day),
                         (select valid_to from unit where id = :unit)) as next
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((rs, i) -> java.util.Optional.ofNullable(rs.getObject("next", LocalDate.class)))
                .single()
                .orElse(null);
        rows.cut(event, Fact.NAME, unit, day);
        insertName(event, unit, naming, day, until);
    }

    private void place(UnitEventId event, UnitId unit, @Nullable UnitId parent, LocalDate day) {
        var until = state.placeUntil(unit, day);
        int position = jdbc.sql("""
            select coalesce(max(position), 0) from unit_parent
            where  unit_id = :unit and valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
        rows.cut(event, Fact.PLACE, unit, day);
        if (parent != null) insertPlace(event, unit, parent, position, day, until);
        within.move(unit, parent, day, until);
    }

    private void succeed(UnitEventId event, long no, Effect.Succeed succeed, LocalDate day) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("of", event.value());
        values.put("no", no);
        values.put("unit", succeed.from().value());
        values.put("to", succeed.to().value());
        values.put("on", day);
        values.put("share", succeed.share());
        values.put("function", succeed.function());
        rows.insert(
                event,
                Fact.SUCCESSION,
                "event_id, event_no, from_id, to_id, on_day, share, function",
                ":of, :no, :unit, :to, :on, cast(:share as numeric), :function",
                values);
    }

    /**
     * People go on in the other unit under their titles; who leads there is appointed anew. Who holds an office there
     * already goes on in that one, as the main one when the main one was here: nobody is lost and nobody counts twice.
     */
    private void carry(UnitEventId event, Effect.Carry carry, LocalDate day) {
        record Office(
                UUID personId,
                String title,
                @Nullable LocalDate validTo,
                boolean main,
                @Nullable String rankThere,
                @Nullable String titleThere,
                @Nullable Boolean leaderThere) {}
        var offices = jdbc.sql("""
            select o.person_id, o.title, o.valid_to, o.main, h.rank as rank_there, h.title as title_there,
                   h.key_leader as leader_there
            from   office_held o
            left join lateral (select rank, title, key_leader from office_held h
                               where  h.person_id = o.person_id and h.unit_id = :to
                               and    (h.valid_to is null or h.valid_to > :day)
                               order  by h.valid_from limit 1) h on true
            where  o.unit_id = :unit and (o.valid_to is null or o.valid_to > :day)
            and    (h.rank is null or o.main)
            """)
                .param("unit", carry.from().value())
                .param("to", carry.to().value())
                .param("day", day)
                .query(Office.class)
                .list();
        rows.cut(event, Fact.OFFICE, carry.from(), day);
        for (var office : offices) {
            boolean there = office.rankThere() != null;
            if (there) rows.cutOffice(event, carry.to(), office.personId(), day);
            var values = new HashMap<String, @Nullable Object>();
            values.put("id", Uuid7.create());
            values.put("person", office.personId());
            values.put("unit", carry.to().value());
            values.put("rank", there ? office.rankThere() : "MEMBER");
            values.put("title", there ? office.titleThere() : office.title());
            values.put("main", office.main());
            values.put("leader", Boolean.TRUE.equals(office.leaderThere()));
            values.put("from", day);
            values.put("to", office.validTo());
            rows.insert(
                    event,
                    Fact.OFFICE,
                    "id, person_id, unit_id, rank, title, main, key_leader, valid_from, valid_to",
                    ":id, :person, :unit, :rank, :title, :main, :leader, :from, cast(:to as date)",
                    values);
        }
        followers.forEach(follower -> follower.follow(event, carry.from(), carry.to(), day));
    }

    private void insertName(UnitEventId event, UnitId unit, Naming naming, LocalDate from, @Nullable LocalDate to) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("unit", unit.value());
        values.put("kind", naming.kind().name());
        values.put("name", naming.name());
        values.put("short", naming.shortName());
        values.put("abbreviation", naming.symbolAbbreviation());
        values.put("from", from);
        values.put("to", to);
        rows.insert(
                event,
                Fact.NAME,
                "unit_id, kind, name, short_name, symbol_abbreviation, valid_from, valid_to",
                ":unit, :kind, :name, :short, :abbreviation, :from, cast(:to as date)",
                values);
    }

    private void insertPlace(
            UnitEventId event, UnitId unit, UnitId parent, int position, LocalDate from, @Nullable LocalDate to) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("unit", unit.value());
        values.put("parent", parent.value());
        values.put("position", position);
        values.put("from", from);
        values.put("to", to);
        rows.insert(
                event,
                Fact.PLACE,
                "unit_id, parent_id, position, valid_from, valid_to",
                ":unit, :parent, :position, :from, cast(:to as date)",
                values);
    }
}
