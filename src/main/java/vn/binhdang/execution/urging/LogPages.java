package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** What was urged, act by act and by unit, in words. */
@Component
class LogPages {
    private static final int PAGE = 50;

    private final ActsOfUrging acts;
    private final UnitNames unitNames;
    private final UnitsByName unitsByName;
    private final Clock clock;

    LogPages(ActsOfUrging acts, UnitNames unitNames, UnitsByName unitsByName, Clock clock) {
        this.acts = acts;
        this.unitNames = unitNames;
        this.unitsByName = unitsByName;
        this.clock = clock;
    }

    /** What the filters of the log say. */
    record Asked(String from, String to, String unit, String state, String words) {}

    LogPage log(Actor actor, Asked asked, @Nullable UUID before, String status, Text t) {
        var today = today();
        var filter = filter(asked);
        var found = filter == null ? List.<ActsOfUrging.Act>of() : acts.list(actor, filter, today, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var named = unitNames.of(shown.stream().map(ActsOfUrging.Act::unit).toList());
        return new LogPage(
                UrgingTexts.tabs(actor, "log", t),
                status,
                asked.from(),
                dayMistake(asked.from(), t),
                asked.to(),
                dayMistake(asked.to(), t),
                asked.unit(),
                filter == null ? t.of("organisation.unitName.unknown") : null,
                asked.words(),
                List.of("", "OPEN", "LATE", "ANSWERED", "WAITING").stream()
                        .map(value -> new LogPage.Choice(
                                value,
                                t.of("execution.urging.state." + (value.isEmpty() ? "ALL" : value)),
                                value.equals(asked.state())))
                        .toList(),
                shown.stream()
                        .map(act -> new LogPage.Row(
                                "/urging/" + act.id(),
                                UrgingTexts.minute(act.urgedAt() == null ? act.createdAt() : act.urgedAt()),
                                named.of(act.unit()),
                                UrgingTexts.recipient(act.recipient(), t),
                                t.of("execution.urging.way." + act.way().name()),
                                t.of("execution.urging.ofAll", act.answered(), act.items()),
                                t.of(act.state(today).messageKey()),
                                act.state(today).mark()))
                        .toList(),
                List.of(),
                more
                        ? address(
                                "/urging/log",
                                asked,
                                "before",
                                shown.getLast().id().toString())
                        : "",
                "");
    }

    LogPage units(Actor actor, Asked asked, int offset, Text t) {
        var filter = filter(asked);
        var found = filter == null
                ? List.<ActsOfUrging.UnitFigures>of()
                : acts.byUnit(actor, filter, today(), offset, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new LogPage(
                UrgingTexts.tabs(actor, "units", t),
                "",
                asked.from(),
                dayMistake(asked.from(), t),
                asked.to(),
                dayMistake(asked.to(), t),
                asked.unit(),
                filter == null ? t.of("organisation.unitName.unknown") : null,
                asked.words(),
                List.of(),
                List.of(),
                unitRows(shown, asked, t),
                more ? address("/urging/units", asked, "offset", String.valueOf(offset + PAGE)) : "",
                address("/urging/units.xlsx", asked, "", ""));
    }

    /** All of them, for the file. */
    List<LogPage.UnitRow> unitRows(Actor actor, Asked asked, int offset, int limit, Text t) {
        var filter = filter(asked);
        return filter == null ? List.of() : unitRows(acts.byUnit(actor, filter, today(), offset, limit), asked, t);
    }

    private List<LogPage.UnitRow> unitRows(List<ActsOfUrging.UnitFigures> figures, Asked asked, Text t) {
        var named = unitNames.of(
                figures.stream().map(ActsOfUrging.UnitFigures::unit).toList());
        return figures.stream()
                .map(unit -> {
                    var filter = new Asked(asked.from(), asked.to(), unit.unit().toString(), "", "");
                    return new LogPage.UnitRow(
                            named.of(unit.unit()),
                            address("/urging/log", filter, "", ""),
                            unit.acts(),
                            unit.things(),
                            unit.answered(),
                            unit.heard(),
                            unit.late(),
                            unit.medianDays() == null ? "–" : t.of("execution.urging.days", unit.medianDays()),
                            TypedDay.print(unit.lastUrged()
                                    .atZoneSameInstant(Today.ZONE)
                                    .toLocalDate()));
                })
                .toList();
    }

    private static String address(String path, Asked asked, String more, String value) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("unit", "{unit}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("state", "{state}");
        if (!more.isEmpty()) address.queryParam(more, value);
        return address.encode()
                .buildAndExpand(asked.words(), asked.unit(), asked.from(), asked.to(), asked.state())
                .toUriString();
    }

    /** Null when the unit that was typed is none. What is no day counts as not said. */
    private ActsOfUrging.@Nullable Filter filter(Asked asked) {
        UnitId unit = null;
        if (!asked.unit().isBlank()) {
            unit = unitOf(asked.unit());
            if (unit == null) return null;
        }
        return new ActsOfUrging.Filter(
                TypedDay.read(asked.from()).orElse(null),
                TypedDay.read(asked.to()).orElse(null),
                unit,
                asked.state(),
                asked.words());
    }

    private @Nullable UnitId unitOf(String words) {
        try {
            return new UnitId(UUID.fromString(words.strip()));
        } catch (IllegalArgumentException noId) {
            return unitsByName.read(words, today(), null).unit();
        }
    }

    private static @Nullable String dayMistake(String typed, Text t) {
        return typed.isBlank() || TypedDay.read(typed).isPresent() ? null : t.of("execution.urging.needs.day");
    }

    private static String shown(String day) {
        return TypedDay.read(day).map(TypedDay::print).orElse(day);
    }

    /** Days as they are written here, and the name in place of an id, so that the fields show what they mean. */
    Asked readable(Asked typed) {
        var asked = new Asked(shown(typed.from()), shown(typed.to()), typed.unit(), typed.state(), typed.words());
        try {
            var unit = new UnitId(UUID.fromString(asked.unit().strip()));
            return new Asked(
                    asked.from(),
                    asked.to(),
                    unitsByName.of(unit, today()).orElse(asked.unit()),
                    asked.state(),
                    asked.words());
        } catch (IllegalArgumentException words) {
            return asked;
        }
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
