package vn.binhdang.execution.initiative;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.execution.task.ShownEvidence;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the pages of initiatives ready to print. */
@Component
class InitiativePages {
    private static final int DEEDS = 100;
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Initiatives initiatives;
    private final Portfolio portfolio;
    private final Pilots pilots;
    private final Measures measures;
    private final PilotTasks tasks;
    private final Copies copies;
    private final Units units;
    private final AuditTrail audit;
    private final Attachments attachments;
    private final ExecutionRules rules;

    InitiativePages(
            Initiatives initiatives,
            Portfolio portfolio,
            Pilots pilots,
            Measures measures,
            PilotTasks tasks,
            Copies copies,
            Units units,
            AuditTrail audit,
            Attachments attachments,
            ExecutionRules rules) {
        this.initiatives = initiatives;
        this.portfolio = portfolio;
        this.pilots = pilots;
        this.measures = measures;
        this.tasks = tasks;
        this.copies = copies;
        this.units = units;
        this.audit = audit;
        this.attachments = attachments;
        this.rules = rules;
    }

    /**
     * What was typed into a form and could not be stored.
     * @param mistakes field to sentence
     */
    record Back(String form, Map<String, String> typed, Map<String, String> mistakes, boolean overtaken) {
        static final Back NOTHING = new Back("", Map.of(), Map.of(), false);
    }

    InitiativesPage list(Actor actor, InitiativeFilter filter, UUID after, boolean first, Text t) {
        var found = portfolio.list(actor, filter, after);
        boolean more = found.size() > Portfolio.PAGE;
        var shown = more ? found.subList(0, Portfolio.PAGE) : found;
        var ids = shown.stream().map(Initiative::id).toList();
        var measured = measures.of(ids).stream().collect(Collectors.groupingBy(Measures.Measure::initiativeId));
        var places = places(ids, shown, initiatives.today());
        return new InitiativesPage(
                shown.stream()
                        .map(one -> new InitiativesPage.Row(
                                "/initiatives/" + one.id(),
                                one.title(),
                                one.kind(),
                                one.phase(),
                                places.getOrDefault(one.id(), ""),
                                days(one),
                                measured.getOrDefault(one.id(), List.of()).stream()
                                        .map(measure -> measure.name() + ": " + effect(measure, t))
                                        .toList(),
                                cost(one.costSpent() == null ? one.costPlanned() : one.costSpent(), t)))
                        .toList(),
                filter,
                more ? filter.addressAfter(shown.getLast().id()) : null,
                first);
    }

    /** Where each is tried, as the units are called on a day; before that, whose it is. */
    private Map<UUID, String> places(List<UUID> ids, List<Initiative> all, LocalDate day) {
        var where = pilots.places(ids).stream()
                .collect(Collectors.groupingBy(
                        Pilots.Place::initiativeId,
                        Collectors.mapping(place -> new UnitId(place.unitId()), Collectors.toList())));
        var named = new HashSet<UnitId>();
        where.values().forEach(named::addAll);
        all.forEach(one -> named.add(new UnitId(one.unitId())));
        var names = units.named(named, day);
        var words = new HashMap<UUID, String>();
        for (var one : all)
            words.put(
                    one.id(),
                    where.getOrDefault(one.id(), List.of(new UnitId(one.unitId()))).stream()
                            .map(unit -> name(names, unit))
                            .collect(Collectors.joining("; ")));
        return words;
    }

    private static String name(Map<UnitId, Unit> names, UnitId unit) {
        var found = names.get(unit);
        return found == null ? "" : found.name();
    }

    private static String days(Initiative one) {
        return one.fromDay() == null ? "" : Typed.print(one.fromDay()) + " – " + Typed.print(one.toDay());
    }

    private static String cost(@Nullable Long money, Text t) {
        return money == null ? "" : t.of("execution.initiative.dong", money);
    }

    private static String effect(Measures.Measure one, Text t) {
        return Effect.of(one.beforeValue(), one.afterValue(), one.moreIsBetter())
                .map(effect -> {
                    String verdict = t.of(effect.verdict().messageKey());
                    String change = signed(effect.absolute(), t);
                    return effect.percent() == null
                            ? t.of("execution.initiative.effect.absolute", change, one.measuredIn(), verdict)
                            : t.of(
                                    "execution.initiative.effect.both",
                                    change,
                                    one.measuredIn(),
                                    signed(effect.percent(), t),
                                    verdict);
                })
                .orElseGet(() -> t.of("execution.initiative.effect.none"));
    }

    private static String signed(java.math.BigDecimal number, Text t) {
        return (number.signum() > 0 ? "+" : "") + t.number(number);
    }

    InitiativePage page(Actor actor, InitiativeId id, String saved, Back back, Text t) {
        var one = initiatives.find(actor, id);
        var measured = measures.of(List.of(one.id()));
        var planned = tasks.of(id);
        var comments = initiatives.comments(id);
        var kin = copies.of(actor, one);
        var deeds = audit.historyOf(actor.agency(), one.id(), AuditTrail.END_OF_TIME, DEEDS);
        var asked = new HashSet<UnitId>();
        asked.add(new UnitId(one.unitId()));
        planned.forEach(task -> asked.add(new UnitId(task.unitId())));
        kin.forEach(other -> asked.add(new UnitId(other.unitId())));
        deeds.forEach(deed -> asked.add(new UnitId(deed.unit())));
        var today = initiatives.today();
        var names = units.named(asked, today);
        boolean pilot = one.phase() == Phase.PILOT;
        var may = may(actor, one);
        var files = attachments.of(id);
        return new InitiativePage(
                "/initiatives/" + id,
                one.title(),
                one.kind(),
                one.phase(),
                name(names, new UnitId(one.unitId())),
                one.author(),
                saved,
                back.form(),
                back.overtaken(),
                back.typed(),
                back.mistakes(),
                stored(one),
                may,
                one.places(),
                days(one),
                one.responsible(),
                cost(one.costPlanned(), t),
                cost(one.costSpent(), t),
                measured.stream()
                        .map(measure -> measure(measure, attached(one, files, measure.id(), may, t), pilot, today, t))
                        .toList(),
                planned.stream()
                        .map(task -> new InitiativePage.Task(
                                task.id().toString(),
                                task.title(),
                                name(names, new UnitId(task.unitId())),
                                Typed.print(task.dueOn()),
                                Typed.print(task.doneOn()),
                                pilot && task.doneOn() == null && task.dueOn().isBefore(today)))
                        .toList(),
                comments.stream()
                        .map(said ->
                                new InitiativePage.Comment(said.person(), Typed.print(said.saidOn()), said.words()))
                        .toList(),
                kin.stream()
                        .filter(Copies.Kin::origin)
                        .map(other -> kin(other, names))
                        .findFirst()
                        .orElse(null),
                kin.stream()
                        .filter(other -> !other.origin())
                        .map(other -> kin(other, names))
                        .toList(),
                deeds.stream()
                        .map(deed -> new InitiativePage.Deed(
                                day(deed.at()),
                                t.of(deed.action().replaceFirst("\\.", ".audit.")),
                                name(names, new UnitId(deed.unit()))))
                        .toList(),
                attached(one, files, null, may, t),
                may.contains("attach") ? EvidenceKind.accepted() : "",
                may.contains("attach")
                        ? t.of("execution.evidence.limit", rules.on(today).evidenceMegabytes())
                        : "");
    }

    private static List<ShownEvidence> attached(
            Initiative one, List<Attachments.Attachment> files, @Nullable UUID measure, Set<String> may, Text t) {
        return files.stream()
                .filter(file -> Objects.equals(file.measureId(), measure))
                .map(file -> ShownEvidence.of("/initiatives/" + one.id(), file.evidence(), may.contains("attach"), t))
                .toList();
    }

    private static String day(Instant at) {
        return Typed.print(LocalDate.ofInstant(at, HERE));
    }

    private static InitiativePage.Kin kin(Copies.Kin other, Map<UnitId, Unit> names) {
        return new InitiativePage.Kin(
                "/initiatives/" + other.id(), name(names, new UnitId(other.unitId())), other.phase());
    }

    private static InitiativePage.Measure measure(
            Measures.Measure one, List<ShownEvidence> attached, boolean pilot, LocalDate today, Text t) {
        var stored = Map.of(
                "before", Typed.print(one.beforeValue()),
                "beforeOn", Typed.print(one.beforeOn()),
                "beforeSource", one.beforeSource(),
                "after", Typed.print(one.afterValue()),
                "afterOn", Typed.print(one.afterOn()),
                "afterSource", one.afterSource());
        return new InitiativePage.Measure(
                one.id().toString(),
                one.name(),
                t.of(one.moreIsBetter() ? "execution.initiative.more" : "execution.initiative.less"),
                value(one.beforeValue(), one.measuredIn(), one.beforeOn(), one.beforeSource(), t),
                value(one.afterValue(), one.measuredIn(), one.afterOn(), one.afterSource(), t),
                Typed.print(one.dueOn()),
                pilot && one.afterValue() == null && one.dueOn().isBefore(today),
                effect(one, t),
                Effect.of(one.beforeValue(), one.afterValue(), one.moreIsBetter())
                        .map(Effect::few)
                        .orElse(false),
                stored,
                String.valueOf(one.version()),
                attached);
    }

    private static String value(
            java.math.@Nullable BigDecimal value, String in, @Nullable LocalDate day, String source, Text t) {
        return value == null
                ? t.of("execution.initiative.unmeasured")
                : t.of("execution.initiative.value", value, in, Typed.print(day), source);
    }

    private static Map<String, String> stored(Initiative one) {
        var stored = new HashMap<String, String>();
        stored.put("kind", one.kind().name());
        stored.put("title", one.title());
        stored.put("problem", one.problem());
        stored.put("proposal", one.proposal());
        stored.put("beneficiaries", one.beneficiaries());
        stored.put("expected", one.expected());
        stored.put("reason", one.reason());
        stored.put("from", Typed.print(one.fromDay()));
        stored.put("to", Typed.print(one.toDay()));
        stored.put("responsible", one.responsible());
        stored.put("planned", Typed.print(one.costPlanned()));
        stored.put("spent", Typed.print(one.costSpent()));
        stored.put("costSource", one.costSource());
        stored.put("conclusion", one.conclusion());
        stored.put("evidence", one.evidence());
        stored.put("lessons", one.lessons());
        stored.put("outcomeReason", one.outcomeReason());
        stored.put("version", String.valueOf(one.version()));
        return stored;
    }

    private static Set<String> may(Actor actor, Initiative one) {
        boolean own = one.authorAccount().equals(actor.account().value());
        boolean runs = one.runs() && actor.may(Action.RUN_INITIATIVES);
        boolean decides = one.decides() && actor.may(Action.DECIDE_INITIATIVES);
        boolean assesses = one.assesses() && actor.may(Action.ASSESS_INITIATIVES);
        var may = new HashSet<String>();
        if (assesses) may.add("comment");
        switch (one.phase()) {
            case DRAFT -> {
                if (own) may.add("propose");
            }
            case PROPOSED -> {
                if (own) may.add("withdraw");
                if (decides) may.add("decide");
            }
            case APPROVED -> {
                if (runs) may.addAll(Set.of("pilot", "plan"));
            }
            case PILOT -> {
                if (runs) may.addAll(Set.of("pilot", "plan", "run", "conclude", "attach"));
            }
            case CONCLUDED -> {
                if (runs) may.addAll(Set.of("reopen", "attach"));
                if (decides) may.add("close");
            }
            case SPREAD -> {
                if (decides) may.add("offer");
            }
            case OFFERED -> {
                if (assesses) may.add("answer");
            }
            case REFUSED, STOPPED, DECLINED -> {}
        }
        return may;
    }

    /** Lines of table PL8: what was known by the end of the period, units as they were called then. */
    List<Pl8Page.Line> lines(Actor actor, ReportingPeriod period, Text t) {
        var all = portfolio.between(actor, period.from(), period.until());
        var ids = all.stream().map(Initiative::id).toList();
        var places = places(ids, all, period.to());
        var measured = measures.of(ids).stream().collect(Collectors.groupingBy(Measures.Measure::initiativeId));
        var lines = new ArrayList<Pl8Page.Line>();
        for (var one : all) {
            var result = new ArrayList<String>();
            boolean known = one.concludedOn() != null && one.concludedOn().isBefore(period.until());
            if (known) result.add(one.conclusion());
            for (var measure : measured.getOrDefault(one.id(), List.of()))
                if (measure.afterOn() != null && measure.afterOn().isBefore(period.until()))
                    result.add(measure.name() + ": " + effect(measure, t));
            boolean decided = one.outcome() != null
                    && one.outcomeOn() != null
                    && one.outcomeOn().isBefore(period.until());
            lines.add(new Pl8Page.Line(
                    one.title(),
                    Typed.print(one.fromDay()),
                    places.getOrDefault(one.id(), ""),
                    one.beneficiaries(),
                    result.isEmpty() ? t.of("execution.initiative.pl8.running") : String.join("\n", result),
                    decided && one.outcome() != null
                            ? t.of(one.outcome().messageKey())
                            : t.of("execution.initiative.pl8.undecided")));
        }
        return lines;
    }
}
