package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.event.EventUnit.Role;
import vn.binhdang.web.Text;

/**
 * Says what happened in one sentence: "Sở A, Sở B hợp nhất thành Sở C". Units that it happened to are called as on the
 * day before, those that came out of it as on its day.
 */
@Component
public class EventSentences {
    private static final int NAMED = 4;

    private final EventReader events;

    EventSentences(EventReader events) {
        this.events = events;
    }

    /** What happened to a unit, the latest first. */
    public List<EventLine> of(UnitId unit, Text t) {
        return lines(events.of(unit), t);
    }

    /**
     * What happened up to a day, the latest first: a page of fifty and one more if there are more.
     * @param within only what is or was below this unit, itself included; null for all
     */
    public List<EventLine> upTo(LocalDate day, @Nullable UnitId within, @Nullable UnitEventId after, Text t) {
        return lines(events.list(within, day, after), t);
    }

    List<EventLine> lines(List<StoredEvent> stored, Text t) {
        var called =
                events.called(stored.stream().flatMap(EventSentences::asked).toList());
        return stored.stream()
                .map(event -> new EventLine(
                        event.id().toString(),
                        AsOf.shown(event.on()),
                        sentence(event, called, t),
                        event.legalBasis(),
                        event.doubtful()))
                .toList();
    }

    String sentence(StoredEvent event, Text t) {
        return sentence(event, events.called(asked(event).toList()), t);
    }

    private static Stream<EventReader.At> asked(StoredEvent event) {
        return event.ids().stream()
                .flatMap(unit -> Stream.of(
                        new EventReader.At(unit, event.on().minusDays(1)), new EventReader.At(unit, event.on())));
    }

    private String sentence(StoredEvent event, Map<EventReader.At, EventReader.Called> called, Text t) {
        // Every province has a department of the same name.
        var bearers = new HashMap<String, Map<UnitId, String>>();
        for (var at : asked(event).toList())
            if (called.get(at) instanceof EventReader.Called one
                    && !one.parent().isEmpty())
                bearers.computeIfAbsent(one.unit().name(), _ -> new HashMap<>()).putIfAbsent(at.unit(), one.parent());
        return sentence(
                event.kind(),
                event.units(),
                event.left(),
                names(event, event.on().minusDays(1), called, bearers),
                names(event, event.on(), called, bearers),
                t);
    }

    /** With the unit above in parentheses where two units of the event have one name and two units above. */
    private static Map<UnitId, Unit> names(
            StoredEvent event,
            LocalDate day,
            Map<EventReader.At, EventReader.Called> called,
            Map<String, Map<UnitId, String>> bearers) {
        var names = new HashMap<UnitId, Unit>();
        for (var id : event.ids()) {
            if (!(called.get(new EventReader.At(id, day)) instanceof EventReader.Called one)) continue;
            var unit = one.unit();
            boolean alone =
                    Set.copyOf(bearers.getOrDefault(unit.name(), Map.of()).values())
                                    .size()
                            < 2;
            names.put(
                    id,
                    alone || one.parent().isEmpty()
                            ? unit
                            : new Unit(
                                    id,
                                    unit.kind(),
                                    unit.name() + " (" + one.parent() + ")",
                                    unit.shortName(),
                                    unit.symbolAbbreviation()));
        }
        return names;
    }

    /** @param left how many more units of a role there are */
    String sentence(
            EventKind kind,
            List<EventUnit> of,
            Map<Role, Integer> left,
            Map<UnitId, Unit> before,
            Map<UnitId, Unit> after,
            Text t) {
        int leftSubjects = left.getOrDefault(Role.SUBJECT, 0);
        int leftResults = left.getOrDefault(Role.RESULT, 0);
        var subjects = in(of, Role.SUBJECT);
        var results = in(of, Role.RESULT);
        // What ended with the unit above it is not what was decided about.
        String whom = list(subjects, leftSubjects, before, t);
        return switch (kind) {
            case CREATE -> t.of("organisation.event.said.create", list(results, leftResults, after, t));
            case RENAME -> renamed(subjects, before, after, t);
            case MERGE_INTO -> t.of("organisation.event.said.mergeInto", whom, list(results, leftResults, after, t));
            case CONSOLIDATE -> t.of("organisation.event.said.consolidate", whom, list(results, leftResults, after, t));
            case SPLIT -> split(subjects, results, before, after, t);
            case MOVE -> moved(whom, of, before, after, t);
            case DISSOLVE ->
                results.isEmpty()
                        ? t.of("organisation.event.said.dissolve", whom)
                        : t.of(
                                "organisation.event.said.dissolveWithTakers",
                                whom,
                                list(results, leftResults, after, t));
            case TRANSFER_FUNCTION ->
                t.of(
                        "organisation.event.said.transferFunction",
                        whom,
                        results.isEmpty() || results.getFirst().function() == null
                                ? ""
                                : results.getFirst().function(),
                        list(
                                results.stream()
                                        .map(r -> EventUnit.of(r.unit(), Role.RESULT))
                                        .toList(),
                                leftResults,
                                after,
                                t));
        };
    }

    private static String renamed(List<EventUnit> subjects, Map<UnitId, Unit> before, Map<UnitId, Unit> after, Text t) {
        String was = list(subjects, 0, before, t);
        String is = list(subjects, 0, after, t);
        return was.equals(is)
                ? t.of("organisation.event.said.redescribed", is)
                : t.of("organisation.event.said.rename", was, is);
    }

    private static String split(
            List<EventUnit> subjects,
            List<EventUnit> results,
            Map<UnitId, Unit> before,
            Map<UnitId, Unit> after,
            Text t) {
        Set<UnitId> own = subjects.stream().map(EventUnit::unit).collect(Collectors.toSet());
        var others =
                results.stream().filter(result -> !own.contains(result.unit())).toList();
        boolean goesOn = others.size() < results.size();
        return t.of(
                goesOn ? "organisation.event.said.separate" : "organisation.event.said.split",
                list(subjects.subList(0, Math.min(1, subjects.size())), 0, before, t),
                list(others, 0, after, t));
    }

    private static String moved(
            String whom, List<EventUnit> of, Map<UnitId, Unit> before, Map<UnitId, Unit> after, Text t) {
        var from = in(of, Role.FROM_PARENT);
        var to = in(of, Role.TO_PARENT);
        return from.isEmpty()
                ? t.of("organisation.event.said.placed", whom, list(to, 0, after, t))
                : t.of("organisation.event.said.move", whom, list(from, 0, before, t), list(to, 0, after, t));
    }

    /** "Sở A (60%), Sở B (40%)"; of many the first ones and how many more. */
    private static String list(List<EventUnit> of, int left, Map<UnitId, Unit> names, Text t) {
        var said = new ArrayList<String>();
        for (var unit : of.subList(0, Math.min(of.size(), of.size() > NAMED + 1 ? NAMED : of.size()))) {
            var named = names.get(unit.unit());
            String name = named == null ? t.of("organisation.event.said.takenBack") : named.name();
            if (unit.share() != null) name += " (" + percent(unit.share(), t) + ")";
            else if (unit.function() != null) name += " (" + unit.function() + ")";
            said.add(name);
        }
        String joined = String.join(", ", said);
        return said.size() == of.size() + left
                ? joined
                : t.of("organisation.event.said.andMore", joined, of.size() + left - said.size());
    }

    static String percent(BigDecimal share, Text t) {
        var format = NumberFormat.getPercentInstance(t.locale());
        format.setMaximumFractionDigits(4);
        return format.format(share);
    }

    private static List<EventUnit> in(List<EventUnit> units, Role role) {
        return units.stream().filter(unit -> unit.role() == role).toList();
    }
}
