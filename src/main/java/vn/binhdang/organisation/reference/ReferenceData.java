package vn.binhdang.organisation.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.EventKind;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;

/** Brings in, when the product starts, what of the shipped map is not there yet. */
@Component
class ReferenceData {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);

    /** Nobody's: the product itself acts. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final UnitEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReferenceData(UnitEvents events, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param keys of the rows it brings in */
    private record Step(List<String> keys, EventFacts facts, UnitChange change) {}

    @EventListener
    void started(ApplicationStartedEvent event) {
        bringIn(ReferenceUnit.all(), ReferenceEvent.all());
    }

    /** In one transaction; where this installation's own changes stand against a row, row by row without that one. */
    void bringIn(List<ReferenceUnit> units, List<ReferenceEvent> happenings) {
        if (steps(units, happenings).isEmpty()) return;
        var actor = product(units);
        try {
            transaction.executeWithoutResult(_ -> {
                lock();
                for (var step : steps(units, happenings)) enter(actor, step);
            });
        } catch (Refused | NotVisible againstOwnChanges) {
            for (var step : steps(units, happenings)) enterOrLeaveOut(actor, step);
        }
    }

    private void enter(Actor actor, Step step) {
        loaded(step, events.enter(actor, step.facts(), step.change()));
    }

    private void enterOrLeaveOut(Actor actor, Step step) {
        try {
            transaction.executeWithoutResult(_ -> enter(actor, step));
        } catch (Refused | NotVisible refused) {
            LOG.warn(
                    "shipped data left out, this installation has it otherwise: {} ({})",
                    step.keys(),
                    refused.getMessage());
            transaction.executeWithoutResult(_ -> loaded(step, null));
        }
    }

    /** Day by day: first what begins by itself, then what happens, in the order of the file. */
    private List<Step> steps(List<ReferenceUnit> units, List<ReferenceEvent> happenings) {
        var done = done();
        var byKey = units.stream().collect(Collectors.toMap(ReferenceUnit::key, Function.identity()));
        var arising = happenings.stream()
                .filter(event -> event.kind() == EventKind.CONSOLIDATE)
                .flatMap(event -> event.into().stream())
                .collect(Collectors.toSet());
        var steps = new ArrayList<Step>();
        var founded = new LinkedHashMap<EventFacts, List<ReferenceUnit>>();
        for (var unit : units)
            if (!arising.contains(unit.key()) && !done.contains("unit " + unit.key()))
                founded.computeIfAbsent(factsOf(unit), _ -> new ArrayList<>()).add(unit);
        founded.forEach((facts, list) -> steps.add(new Step(
                list.stream().map(unit -> "unit " + unit.key()).toList(),
                facts,
                new UnitChange.Create(
                        list.stream().map(unit -> newUnit(unit, byKey)).toList()))));
        for (var event : happenings) if (!done.contains("event " + event.key())) steps.add(step(event, byKey));
        steps.sort(Comparator.comparing(step -> step.facts().on()));
        return steps;
    }

    private static EventFacts factsOf(ReferenceUnit unit) {
        return new EventFacts(unit.from(), "", unit.source(), "", unit.verified(), null);
    }

    private static Step step(ReferenceEvent event, Map<String, ReferenceUnit> byKey) {
        var units = event.units().stream().map(key -> id(key, byKey)).toList();
        var into = event.into().stream().map(key -> id(key, byKey)).toList();
        UnitChange change = switch (event.kind()) {
            case RENAME -> new UnitChange.Rename(units.getFirst(), java.util.Objects.requireNonNull(event.naming()));
            case MERGE_INTO -> new UnitChange.MergeInto(units, into.getFirst(), Below.FOLLOW);
            case CONSOLIDATE ->
                new UnitChange.Consolidate(units, newUnit(unit(event.into().getFirst(), byKey), byKey), Below.FOLLOW);
            case DISSOLVE ->
                new UnitChange.Dissolve(
                        units.getFirst(),
                        into.stream()
                                .map(taker -> new UnitChange.Taker(taker, event.function()))
                                .toList(),
                        Below.FOLLOW);
            case TRANSFER_FUNCTION ->
                new UnitChange.TransferFunction(units.getFirst(), into.getFirst(), event.function());
            case CREATE, SPLIT, MOVE -> throw new IllegalStateException("not shipped yet: " + event.key());
        };
        return new Step(
                List.of("event " + event.key()),
                new EventFacts(event.on(), event.basis(), event.source(), "", event.verified(), null),
                change);
    }

    private static NewUnit newUnit(ReferenceUnit unit, Map<String, ReferenceUnit> byKey) {
        return new NewUnit(
                unit.id(),
                unit.naming(),
                unit.parent() == null ? null : id(unit.parent(), byKey),
                0,
                unit.otherNames(),
                unit.code() == null ? List.of() : List.of(unit.code()));
    }

    private static UnitId id(String key, Map<String, ReferenceUnit> byKey) {
        return unit(key, byKey).id();
    }

    private static ReferenceUnit unit(String key, Map<String, ReferenceUnit> byKey) {
        var unit = byKey.get(key);
        if (unit == null) throw new IllegalStateException("no shipped unit " + key);
        return unit;
    }

    /** The product acts for the first unit of the data, the one on top. */
    private static Actor product(List<ReferenceUnit> units) {
        LocalDate beginning = units.stream()
                .map(ReferenceUnit::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var top = units.stream()
                .filter(unit -> unit.parent() == null && unit.from().equals(beginning))
                .findFirst()
                .orElseThrow();
        return Actor.of(new AccountId(NOBODY), new PersonId(NOBODY), top.id(), top.id(), Set.of());
    }

    /** Two processes that start at once on one database. */
    private void lock() {
        jdbc.sql("lock table reference_loaded in exclusive mode").update();
    }

    private Set<String> done() {
        return new HashSet<>(
                jdbc.sql("select key from reference_loaded").query(String.class).list());
    }

    private void loaded(Step step, @Nullable UnitEventId event) {
        for (String key : step.keys())
            jdbc.sql("insert into reference_loaded (key, event_id, loaded_at) values (:key, :event, :at)"
                            + " on conflict (key) do nothing")
                    .param("key", key)
                    .param("event", event == null ? null : event.value(), java.sql.Types.OTHER)
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
    }
}
