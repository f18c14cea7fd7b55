package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** What is about to be urged, in words: to whom, for what, by which way. */
@Component
class ComposePages {
    private final Composing composing;
    private final UrgingRules rules;
    private final UrgingTemplates templates;
    private final Units units;
    private final UnitNames unitNames;
    private final Accounts accounts;
    private final RoleHolders holders;
    private final Clock clock;

    ComposePages(
            Composing composing,
            UrgingRules rules,
            UrgingTemplates templates,
            Units units,
            UnitNames unitNames,
            Accounts accounts,
            RoleHolders holders,
            Clock clock) {
        this.composing = composing;
        this.rules = rules;
        this.templates = templates;
        this.units = units;
        this.unitNames = unitNames;
        this.accounts = accounts;
        this.holders = holders;
        this.clock = clock;
    }

    ComposePage compose(
            Actor actor,
            UrgeForm form,
            boolean reports,
            @Nullable UUID template,
            List<Mistake> mistakes,
            boolean first,
            Text t) {
        var today = today();
        var groups = reports ? List.<Composing.Group>of() : composing.groups(actor, form.tasks(), form.coordinating());
        var all = templates.all(actor.agency());
        var chosen = all.stream()
                .filter(one -> template == null
                        ? one.occasion() == occasion(groups, reports, today)
                        : one.id().equals(template))
                .findFirst()
                .orElse(all.getFirst());
        var rule = rules.on(actor.agency(), today);
        var calendar = rules.calendar(actor.agency());
        var unitIds = groups.stream().map(group -> group.address().unit()).toList();
        var named = unitNames.of(unitIds);
        var people = people(actor, groups);
        var names =
                accounts.namesOf(people.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        int covered = (int) groups.stream()
                .flatMap(group -> group.tasks().stream())
                .map(Urgeable::id)
                .distinct()
                .count();
        return new ComposePage(
                UrgingTexts.tabs(actor, "tasks", t),
                reports,
                groups.stream()
                        .map(group -> group(
                                form, group, people.getOrDefault(group.address(), Set.of()), names, named, today, t))
                        .toList(),
                reports ? choosable(actor, form, today) : List.of(),
                form.report(),
                form.reportDue(),
                ways(actor, form.way().isEmpty() ? (rule.byMail() ? Way.MAIL.name() : Way.APP.name()) : form.way(), t),
                all.stream()
                        .map(one -> new ComposePage.Choice(one.id().toString(), one.name(), first && one == chosen))
                        .toList(),
                first ? chosen.words() : form.words(),
                first ? TypedDay.print(calendar.plus(today, rule.answerDays())) : form.answerBy(),
                form.coordinating(),
                query(form, reports),
                UrgingTexts.quiet(calendar, today, t),
                reports ? 0 : form.tasks().size() - covered,
                UrgingTexts.fields(),
                Mistake.of(mistakes, "words", t),
                Mistake.of(mistakes, "answerBy", t),
                Mistake.of(mistakes, "way", t),
                Mistake.of(mistakes, "report", t),
                Mistake.of(mistakes, "reportDue", t),
                Mistake.of(mistakes, "tasks", t));
    }

    private static Occasion occasion(List<Composing.Group> groups, boolean reports, LocalDate today) {
        if (reports) return Occasion.REPORT;
        boolean late = groups.stream()
                .flatMap(group -> group.tasks().stream())
                .anyMatch(task -> task.dueOn() != null && task.dueOn().isBefore(today));
        return late ? Occasion.LATE : Occasion.BEFORE;
    }

    private static String query(UrgeForm form, boolean reports) {
        if (reports) return "reports=1";
        return form.tasks().stream().map(task -> "task=" + task).collect(Collectors.joining("&"));
    }

    private ComposePage.Group group(
            UrgeForm form,
            Composing.Group group,
            Set<AccountId> people,
            Map<AccountId, String> names,
            UnitNames.Names named,
            LocalDate today,
            Text t) {
        var unit = group.address().unit();
        String to = form.to().getOrDefault(unit, Recipient.UNIT.name());
        var recipients = new ArrayList<ComposePage.Choice>();
        for (var known : List.of(Recipient.UNIT, Recipient.UNIT_HEAD, Recipient.AGENCY_HEAD))
            recipients.add(new ComposePage.Choice(
                    known.name(), UrgingTexts.recipient(known, t), known.name().equals(to)));
        for (var account : people)
            recipients.add(new ComposePage.Choice(
                    account.toString(),
                    names.getOrDefault(account, ""),
                    account.toString().equals(to)));
        return new ComposePage.Group(
                unit.toString(),
                named.of(unit),
                recipients,
                group.tasks().stream()
                        .map(task -> new ComposePage.Line(
                                task.id().toString(),
                                task.label(),
                                UrgingTexts.due(task.dueOn(), t),
                                task.dueOn() != null && task.dueOn().isBefore(today)))
                        .toList());
    }

    /** People are chosen by name within the own agency only. */
    private Map<Composing.Address, Set<AccountId>> people(Actor actor, List<Composing.Group> groups) {
        var people = new LinkedHashMap<Composing.Address, Set<AccountId>>();
        var addressees = new Addressees(holders);
        for (var group : groups) {
            var address = group.address();
            if (!address.agency().equals(actor.agency().value())) continue;
            var part =
                    new Part(new UnitId(address.agency()), new UnitId(address.unit()), Recipient.UNIT, null, List.of());
            people.put(address, addressees.inUnit(part));
        }
        return people;
    }

    private List<ComposePage.Choice> choosable(Actor actor, UrgeForm form, LocalDate today) {
        return units.below(actor.agency(), today).stream()
                .map(unit -> new ComposePage.Choice(
                        unit.id().toString(),
                        unit.name(),
                        form.units().contains(unit.id().value())))
                .toList();
    }

    private static List<ComposePage.Choice> ways(Actor actor, String chosen, Text t) {
        var ways = new ArrayList<ComposePage.Choice>();
        for (var way : Way.values())
            if (way != Way.LETTER || actor.may(Action.WRITE_DOCUMENTS))
                ways.add(new ComposePage.Choice(
                        way.name(),
                        t.of("execution.urging.way." + way.name()),
                        way.name().equals(chosen)));
        return ways;
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
