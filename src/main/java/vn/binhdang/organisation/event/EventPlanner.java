package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSpan;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.event.EventUnit.Role;

/** Works out what an event does to the units, or refuses it with the reason; changes nothing. */
@Component
class EventPlanner {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final UnitState state;
    private final Units units;

    EventPlanner(UnitState state, Units units) {
        this.state = state;
        this.units = units;
    }

    EventPlan plan(UnitChange change, LocalDate day) {
        var planning = new Planning(day);
        switch (change) {
            case UnitChange.Create create -> planning.create(create);
            case UnitChange.Rename rename -> planning.rename(rename);
            case UnitChange.MergeInto merge -> planning.merge(merge);
            case UnitChange.Consolidate consolidate -> planning.consolidate(consolidate);
            case UnitChange.Split split -> planning.split(split);
            case UnitChange.Move move -> planning.move(move);
            case UnitChange.Dissolve dissolve -> planning.dissolve(dissolve);
            case UnitChange.TransferFunction transfer -> planning.transfer(transfer);
        }
        return new EventPlan(planning.effects, planning.units, planning.touched);
    }

    private final class Planning {
        private final LocalDate day;
        private final List<Effect> effects = new ArrayList<>();
        private final List<Effect> codes = new ArrayList<>();
        private final List<EventUnit> units = new ArrayList<>();
        private final Set<UnitId> touched = new LinkedHashSet<>();
        private final Set<UnitId> founded = new HashSet<>();

        Planning(LocalDate day) {
            this.day = day;
        }

        void create(UnitChange.Create create) {
            lastingParents(create.units());
            for (var unit : create.units()) begin(unit);
            if (create.units().size() == 1 && create.units().getFirst().parent() != null)
                units.add(EventUnit.of(create.units().getFirst().parent(), Role.TO_PARENT));
            effects.addAll(codes);
        }

        void rename(UnitChange.Rename rename) {
            existing(rename.unit());
            touched.add(rename.unit());
            var now = EventPlanner.this.units.on(rename.unit(), day);
            if (rename.naming().equals(new Naming(now.kind(), now.name(), now.shortName(), now.symbolAbbreviation())))
                throw new Refused("organisation.event.refused.sameName", now.name());
            effects.add(new Effect.Call(rename.unit(), rename.naming()));
            units.add(EventUnit.of(rename.unit(), Role.SUBJECT));
        }

        void merge(UnitChange.MergeInto merge) {
            lasting(merge.into());
            touched.add(merge.into());
            endAll(merge.units(), merge.into(), merge.below());
            units.add(EventUnit.of(merge.into(), Role.RESULT));
        }

        void consolidate(UnitChange.Consolidate consolidate) {
            begin(consolidate.into());
            endAll(consolidate.units(), consolidate.into().id(), consolidate.below());
            effects.addAll(codes);
        }

        private void endAll(List<UnitId> ending, UnitId into, Below below) {
            var gone = new LinkedHashSet<>(ending);
            for (var unit : ending) {
                endable(unit);
                touched.add(unit);
                units.add(EventUnit.of(unit, Role.SUBJECT));
            }
            for (var unit : ending) end(unit, gone, List.of(into), into, below, BigDecimal.ONE, null);
        }

        void split(UnitChange.Split split) {
            var unit = split.unit();
            boolean goesOn = split.parts().stream().anyMatch(part -> part.unit().equals(unit));
            if (goesOn) lasting(unit);
            else endable(unit);
            touched.add(unit);
            units.add(EventUnit.of(unit, Role.SUBJECT));
            for (var part : split.parts()) {
                if (part.founded() != null) begin(part.founded());
                else if (!part.unit().equals(unit)) {
                    lasting(part.unit());
                    touched.add(part.unit());
                }
                units.removeIf(known -> known.unit().equals(part.unit()) && known.role() == Role.RESULT);
                units.add(new EventUnit(part.unit(), Role.RESULT, part.share(), null));
            }
            for (var part : split.parts()) effects.add(new Effect.Succeed(unit, part.unit(), part.share(), null));
            if (!goesOn) {
                var parts = split.parts().stream().map(UnitChange.Part::unit).toList();
                end(unit, new HashSet<>(Set.of(unit)), parts, split.main().unit(), split.below(), null, null);
            }
            effects.addAll(codes);
        }

        void move(UnitChange.Move move) {
            for (var unit : move.units()) {
                existing(unit);
                touched.add(unit);
                var before = state.parent(unit, day).orElse(null);
                if (java.util.Objects.equals(before, move.parent()))
                    throw new Refused("organisation.event.refused.alreadyThere", name(unit));
                if (before != null
                        && units.stream().noneMatch(known -> known.unit().equals(before)))
                    units.add(EventUnit.of(before, Role.FROM_PARENT));
                units.add(EventUnit.of(unit, Role.SUBJECT));
                place(unit, move.parent(), false);
            }
            if (move.parent() == null) return;
            touched.add(move.parent());
            units.add(EventUnit.of(move.parent(), Role.TO_PARENT));
        }

        void dissolve(UnitChange.Dissolve dissolve) {
            var unit = dissolve.unit();
            endable(unit);
            touched.add(unit);
            units.add(EventUnit.of(unit, Role.SUBJECT));
            for (var taker : dissolve.takers()) {
                lasting(taker.unit());
                units.add(new EventUnit(taker.unit(), Role.RESULT, null, taker.function()));
                effects.add(new Effect.Succeed(unit, taker.unit(), null, taker.function()));
            }
            var takers = dissolve.takers().stream().map(UnitChange.Taker::unit).toList();
            var home = takers.isEmpty() ? state.parent(unit, day).orElse(null) : takers.getFirst();
            boolean needed = state.people(unit, day) > 0
                    || (dissolve.below() == Below.FOLLOW
                            ? !state.children(unit, day).isEmpty()
                            : state.allBelow(unit, day).stream().anyMatch(lower -> state.people(lower, day) > 0));
            if (home == null && needed) throw new Refused("organisation.event.refused.noHome", name(unit));
            if (home != null && needed) touched.add(home);
            var first = dissolve.takers().isEmpty() ? null : dissolve.takers().getFirst();
            end(
                    unit,
                    new HashSet<>(Set.of(unit)),
                    takers,
                    home,
                    dissolve.below(),
                    null,
                    first == null ? null : first.function());
        }

        void transfer(UnitChange.TransferFunction transfer) {
            existing(transfer.from());
            existing(transfer.to());
            touched.add(transfer.from());
            units.add(EventUnit.of(transfer.from(), Role.SUBJECT));
            units.add(new EventUnit(transfer.to(), Role.RESULT, null, transfer.function()));
        }

        /**
         * @param gone all that end in this event, filled further
         * @param results what carries on from the unit
         * @param home where people and the units below go
         * @param share given when the succession is not written yet; also for what ends with the unit
         */
        private void end(
                UnitId unit,
                Set<UnitId> gone,
                List<UnitId> results,
                @Nullable UnitId home,
                Below below,
                @Nullable BigDecimal share,
                @Nullable String function) {
            if (below == Below.FOLLOW) follow(unit, gone, results, home);
            else
                for (var lower : state.allBelow(unit, day)) {
                    if (!gone.add(lower)) continue;
                    if (results.contains(lower))
                        throw new Refused("organisation.event.refused.resultBelow", name(lower));
                    endable(lower);
                    units.add(EventUnit.of(lower, Role.SUBJECT));
                    if (home != null && (share != null || function != null || !results.isEmpty()))
                        effects.add(
                                new Effect.Succeed(lower, home, function == null ? BigDecimal.ONE : null, function));
                    if (home != null) effects.add(new Effect.Carry(lower, home));
                    effects.add(new Effect.End(lower));
                }
            if (share != null && home != null) effects.add(new Effect.Succeed(unit, home, share, function));
            if (home != null) effects.add(new Effect.Carry(unit, home));
            effects.add(new Effect.End(unit));
        }

        private void follow(UnitId unit, Set<UnitId> gone, List<UnitId> results, @Nullable UnitId home) {
            var above = state.parent(unit, day).orElse(null);
            for (var child : state.children(unit, day)) {
                if (gone.contains(child)) continue;
                // A unit that carries on from the one above it takes the place of that one.
                boolean rises = results.contains(child);
                var target = rises ? above : home;
                if (!rises)
                    for (var result : results)
                        if (!founded.contains(result) && state.within(result, child, day, null))
                            throw new Refused("organisation.event.refused.resultBelow", name(result));
                place(child, target, true);
                units.add(EventUnit.of(child, Role.BELOW));
            }
        }

        private void begin(NewUnit unit) {
            if (unit.parent() != null && !founded.contains(unit.parent()) && touched.add(unit.parent()))
                lasting(unit.parent());
            for (var code : unit.codes()) codes.add(new Effect.Code(unit.id(), code));
            founded.add(unit.id());
            effects.add(new Effect.Begin(unit));
            units.add(EventUnit.of(unit.id(), Role.RESULT));
        }

        private void place(UnitId unit, @Nullable UnitId parent, boolean along) {
            if (parent != null && !founded.contains(parent)) {
                var until = state.placeUntil(unit, day);
                var span = existing(parent);
                if (span.to() != null && (until == null || span.to().isBefore(until)))
                    throw new Refused("organisation.event.refused.endsLater", name(parent), DAY.format(span.to()));
                if (state.within(parent, unit, day, until))
                    throw new Refused("organisation.event.refused.ring", name(unit), name(parent));
            }
            effects.add(new Effect.Place(unit, parent, along));
        }

        private UnitSpan existing(UnitId unit) {
            var span = state.span(unit).orElseThrow(() -> new NotVisible("unit " + unit));
            if (!span.contains(day))
                throw new Refused("organisation.event.refused.notThatDay", name(unit), DAY.format(day));
            return span;
        }

        /** Asked in one question: an import founds thousands of units below thousands of others. */
        private void lastingParents(List<NewUnit> units) {
            var own = units.stream().map(NewUnit::id).collect(Collectors.toSet());
            var parents = new LinkedHashSet<UnitId>();
            for (var unit : units)
                if (unit.parent() != null && !own.contains(unit.parent())) parents.add(unit.parent());
            var known = state.lasting(parents, day);
            for (var parent : parents) {
                // Those that do not last are refused one by one, with the reason.
                if (!known.contains(parent)) lasting(parent);
                touched.add(parent);
            }
        }

        /** There on the day, and no end of it is known: others may rely on it. */
        private void lasting(UnitId unit) {
            var to = existing(unit).to();
            if (to != null) throw new Refused("organisation.event.refused.endsLater", name(unit), DAY.format(to));
        }

        private void endable(UnitId unit) {
            var span = existing(unit);
            if (span.from().equals(day))
                throw new Refused("organisation.event.refused.beginsThatDay", name(unit), DAY.format(day));
            state.laterFact(unit, day).ifPresent(later -> {
                throw new Refused("organisation.event.refused.laterFact", name(unit), DAY.format(later));
            });
        }

        private String name(UnitId unit) {
            var named = EventPlanner.this.units.named(List.of(unit), day).get(unit);
            return named == null ? "" : named.name();
        }
    }
}
