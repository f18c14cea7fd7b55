package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Says what an event would change, effect by effect. */
@Component
class EffectSentences {
    private static final int SHOWN = 30;

    private final Units units;
    private final UnitState state;
    private final EventSentences sentences;

    EffectSentences(Units units, UnitState state, EventSentences sentences) {
        this.units = units;
        this.state = state;
        this.sentences = sentences;
    }

    /** The event in one sentence, as its history will have it. */
    String event(EventKind kind, EventPlan plan, LocalDate day, Text t) {
        var before = names(plan, day);
        var after = new HashMap<>(before);
        for (var effect : plan.effects())
            if (effect instanceof Effect.Call call) after.put(call.unit(), unit(call.unit(), call.naming()));
        return sentences.sentence(kind, plan.units(), Map.of(), before, after, t);
    }

    List<String> of(EventPlan plan, LocalDate day, Text t) {
        var names = names(plan, day);
        var lines = new ArrayList<String>();
        int along = 0;
        for (var effect : plan.effects()) {
            if (effect instanceof Effect.Place place && place.along() && ++along > SHOWN) continue;
            String line = line(effect, names, day, t);
            if (!line.isEmpty()) lines.add(line);
        }
        if (along > SHOWN) lines.add(t.of("organisation.event.effect.moreAlong", along - SHOWN));
        return lines;
    }

    private String line(Effect effect, Map<UnitId, Unit> names, LocalDate day, Text t) {
        return switch (effect) {
            case Effect.Begin begin ->
                begin.unit().parent() == null
                        ? t.of(
                                "organisation.event.effect.beginTop",
                                begin.unit().naming().name(),
                                AsOf.shown(day))
                        : t.of(
                                "organisation.event.effect.begin",
                                begin.unit().naming().name(),
                                t.of(begin.unit().naming().kind().messageKey()),
                                name(names, begin.unit().parent()),
                                AsOf.shown(day));
            case Effect.Call call ->
                t.of(
                        "organisation.event.effect.call",
                        name(names, call.unit()),
                        call.naming().name(),
                        t.of(call.naming().kind().messageKey()),
                        AsOf.shown(day));
            case Effect.Place place ->
                place.parent() == null
                        ? t.of("organisation.event.effect.placeTop", name(names, place.unit()))
                        : t.of(
                                place.along() ? "organisation.event.effect.along" : "organisation.event.effect.place",
                                name(names, place.unit()),
                                name(names, place.parent()));
            case Effect.Succeed succeed -> succeed(succeed, names, t);
            case Effect.Carry carry -> {
                int people = state.people(carry.from(), day);
                yield people == 0
                        ? ""
                        : t.of(
                                "organisation.event.effect.carry",
                                people,
                                name(names, carry.from()),
                                name(names, carry.to()));
            }
            case Effect.End end ->
                t.of("organisation.event.effect.end", name(names, end.unit()), AsOf.shown(day.minusDays(1)));
            case Effect.Code code ->
                t.of(
                        "organisation.event.effect.code",
                        name(names, code.unit()),
                        code.code().code());
        };
    }

    private static String succeed(Effect.Succeed succeed, Map<UnitId, Unit> names, Text t) {
        var share = succeed.share();
        if (share == null)
            return t.of(
                    "organisation.event.effect.takesOver",
                    name(names, succeed.to()),
                    succeed.function() == null ? "" : succeed.function(),
                    name(names, succeed.from()));
        if (succeed.from().equals(succeed.to()))
            return t.of(
                    "organisation.event.effect.goesOn", name(names, succeed.from()), EventSentences.percent(share, t));
        if (share.compareTo(BigDecimal.ONE) == 0)
            return t.of(
                    "organisation.event.effect.succeedWhole", name(names, succeed.to()), name(names, succeed.from()));
        return t.of(
                "organisation.event.effect.succeed",
                name(names, succeed.to()),
                name(names, succeed.from()),
                EventSentences.percent(share, t));
    }

    /** Of all units that the plan speaks of, those that do not exist yet included. */
    private Map<UnitId, Unit> names(EventPlan plan, LocalDate day) {
        Set<UnitId> ids = new LinkedHashSet<>();
        var founded = new HashMap<UnitId, Unit>();
        for (var unit : plan.units()) ids.add(unit.unit());
        for (var effect : plan.effects())
            switch (effect) {
                case Effect.Begin begin -> {
                    founded.put(
                            begin.unit().id(),
                            unit(begin.unit().id(), begin.unit().naming()));
                    if (begin.unit().parent() != null) ids.add(begin.unit().parent());
                }
                case Effect.Place place -> {
                    ids.add(place.unit());
                    if (place.parent() != null) ids.add(place.parent());
                }
                case Effect.Carry carry -> {
                    ids.add(carry.from());
                    ids.add(carry.to());
                }
                case Effect.End end -> ids.add(end.unit());
                default -> {}
            }
        var names = new HashMap<>(units.named(ids, day));
        names.putAll(founded);
        return names;
    }

    private static Unit unit(UnitId id, Naming naming) {
        return new Unit(id, naming.kind(), naming.name(), naming.shortName(), naming.symbolAbbreviation());
    }

    private static String name(Map<UnitId, Unit> names, UnitId unit) {
        var named = names.get(unit);
        return named == null ? "" : named.name();
    }
}
