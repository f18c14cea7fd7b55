package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Puts the pages of urging into words. */
@Component
class UrgingPages {
    static final int PAGE = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Proposals proposals;
    private final UrgeableTasks tasks;
    private final Composing composing;
    private final ActsOfUrging acts;
    private final UrgingRules rules;
    private final UrgingTemplates templates;
    private final Units units;
    private final UnitsByName unitsByName;
    private final Accounts accounts;
    private final RoleHolders holders;
    private final Clock clock;

    UrgingPages(
            Proposals proposals,
            UrgeableTasks tasks,
            Composing composing,
            ActsOfUrging acts,
            UrgingRules rules,
            UrgingTemplates templates,
            Units units,
            UnitsByName unitsByName,
            Accounts accounts,
            RoleHolders holders,
            Clock clock) {
        this.proposals = proposals;
        this.tasks = tasks;
        this.composing = composing;
        this.acts = acts;
        this.rules = rules;
        this.templates = templates;
        this.units = units;
        this.unitsByName = unitsByName;
        this.accounts = accounts;
        this.holders = holders;
        this.clock = clock;
    }

    LocalDate today() {
        return Today.of(clock).day();
    }

    static List<Tab> tabs(Actor actor, String current, Text t) {
        var tabs = new ArrayList<Tab>();
        if (!actor.may(Action.URGE_TASKS) && !actor.may(Action.URGE_BELOW)) return tabs;
        if (actor.may(Action.URGE_TASKS)) tabs.add(tab("/urging", "proposals", current, t));
        tabs.add(tab("/urging/tasks", "tasks", current, t));
        tabs.add(tab("/urging/log", "log", current, t));
        tabs.add(tab("/urging/units", "units", current, t));
        if (actor.may(Action.SET_URGING)) tabs.add(tab("/urging/settings", "settings", current, t));
        return tabs;
    }

    private static Tab tab(String href, String word, String current, Text t) {
        return new Tab(href, t.of("execution.urging.tab." + word), word.equals(current));
    }

    ProposalsPage proposals(Actor actor, @Nullable UUID after, String status, Text t) {
        var today = today();
        var open = proposals.open(actor.agency(), after, PAGE + 1);
        boolean more = open.size() > PAGE;
        var shown = more ? open.subList(0, PAGE) : open;
        var named = named(shown.stream().map(Proposals.Proposal::unitId).toList());
        record Key(UUID unit, Recipient recipient) {}
        var groups = new LinkedHashMap<Key, List<ProposalsPage.Line>>();
        for (var one : shown)
            groups.computeIfAbsent(new Key(one.unitId(), one.recipient()), k -> new ArrayList<>())
                    .add(new ProposalsPage.Line(
                            one.id().toString(),
                            "/plans/" + one.planId() + "/tasks/" + one.taskId(),
                            label(one.number(), one.text()),
                            t.of("execution.urging.due", DAY.format(one.dueOn())),
                            when(one.days(), t),
                            one.dueOn().isBefore(today)));
        var rule = rules.on(actor.agency(), today);
        return new ProposalsPage(
                tabs(actor, "proposals", t),
                status,
                t.of(rule.automatic() ? "execution.urging.rule.automatically" : "execution.urging.rule.byHand"),
                quiet(actor.agency(), t),
                after == null && !more ? shown.size() : proposals.count(actor.agency()),
                groups.entrySet().stream()
                        .map(group -> new ProposalsPage.Group(
                                group.getKey().unit() + "-" + group.getKey().recipient(),
                                name(named, group.getKey().unit()),
                                recipient(group.getKey().recipient(), t),
                                group.getValue()))
                        .toList(),
                more ? "/urging?after=" + shown.getLast().id() : "",
                actor.may(Action.SET_URGING));
    }

    TasksPage tasks(
            Actor actor, String words, String unit, String due, boolean unanswered, @Nullable String after, Text t) {
        var today = today();
        var meaning = unit.isBlank() ? null : unitsByName.read(unit, today, null);
        boolean unknown = meaning != null && meaning.unit() == null;
        var question = new UrgeableTasks.Question(
                due.equals("SOON") ? today : null,
                switch (due) {
                    case "SOON" -> today.plusDays(8);
                    case "MONTH" -> today.plusDays(31);
                    default -> today;
                },
                words,
                meaning == null ? null : meaning.unit(),
                unanswered);
        var found = unknown ? List.<Urgeable>of() : tasks.list(actor, question, UrgeableTasks.Key.of(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var ids = new ArrayList<UUID>();
        for (var task : shown) if (task.leadUnit() != null) ids.add(task.leadUnit());
        var named = named(ids);
        String next = "";
        if (more) {
            var last = shown.getLast();
            next = UriComponentsBuilder.fromPath("/urging/tasks")
                    .queryParam("q", "{q}")
                    .queryParam("unit", "{unit}")
                    .queryParam("due", "{due}")
                    .queryParam(
                            "after",
                            new UrgeableTasks.Key(java.util.Objects.requireNonNull(last.dueOn()), last.id()).text())
                    .encode()
                    .buildAndExpand(words, unit, due)
                    .toUriString();
        }
        return new TasksPage(
                tabs(actor, "tasks", t),
                words,
                unit,
                unknown ? t.of("organisation.unitName.unknown") : null,
                due,
                unanswered,
                List.of("LATE", "SOON", "MONTH").stream()
                        .map(value -> new TasksPage.Choice(
                                value, t.of("execution.urging.filter.due." + value), value.equals(due)))
                        .toList(),
                shown.stream().map(task -> row(actor, task, named, today, t)).toList(),
                next);
    }

    private static TasksPage.Row row(Actor actor, Urgeable task, Map<UnitId, Unit> named, LocalDate today, Text t) {
        var lead = task.leadUnit();
        String urged = task.letter()
                ? t.of("execution.urging.letterPrepared")
                : task.urgedOn() == null ? "" : DAY.format(task.urgedOn());
        return new TasksPage.Row(
                task.id().toString(),
                task.agency().equals(actor.agency().value()) ? "/plans/" + task.planId() + "/tasks/" + task.id() : "",
                task.label(),
                task.planSubject(),
                lead == null ? t.of("execution.task.noLead") : name(named, lead),
                task.dueOn() == null ? "" : DAY.format(task.dueOn()),
                task.dueOn() != null && task.dueOn().isBefore(today),
                t.of("execution.state." + task.state().name()),
                mark(task.state()),
                urged,
                lead != null && !task.letter());
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
        var named = named(unitIds);
        var people = people(actor, groups);
        var names =
                accounts.namesOf(people.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        int covered = (int) groups.stream()
                .flatMap(group -> group.tasks().stream())
                .map(Urgeable::id)
                .distinct()
                .count();
        return new ComposePage(
                tabs(actor, "tasks", t),
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
                first ? calendar.plus(today, rule.answerDays()).toString() : form.answerBy(),
                form.coordinating(),
                query(form, reports),
                quiet(actor.agency(), t),
                reports ? 0 : form.tasks().size() - covered,
                fields(),
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
            Map<UnitId, Unit> named,
            LocalDate today,
            Text t) {
        var unit = group.address().unit();
        String to = form.to().getOrDefault(unit, Recipient.UNIT.name());
        var recipients = new ArrayList<ComposePage.Choice>();
        for (var known : List.of(Recipient.UNIT, Recipient.UNIT_HEAD, Recipient.AGENCY_HEAD))
            recipients.add(new ComposePage.Choice(
                    known.name(), recipient(known, t), known.name().equals(to)));
        for (var account : people)
            recipients.add(new ComposePage.Choice(
                    account.toString(),
                    names.getOrDefault(account, ""),
                    account.toString().equals(to)));
        return new ComposePage.Group(
                unit.toString(),
                name(named, unit),
                recipients,
                group.tasks().stream()
                        .map(task -> new ComposePage.Line(
                                task.id().toString(),
                                task.label(),
                                task.dueOn() == null ? "" : t.of("execution.urging.due", DAY.format(task.dueOn())),
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

    ActPage act(Actor actor, UrgingId id, String status, @Nullable UUID typedItem, ActPage.Typed typed, Text t) {
        var act = acts.find(actor, id);
        var items = acts.items(id);
        var answers = acts.answers(id).stream().collect(Collectors.groupingBy(ActsOfUrging.Said::itemId));
        var named = named(List.of(act.unit(), act.agency(), act.byUnit()));
        var people = new HashSet<AccountId>();
        people.add(new AccountId(act.byAccount()));
        if (act.accountId() != null) people.add(new AccountId(act.accountId()));
        for (var said : answers.values()) for (var one : said) people.add(new AccountId(one.accountId()));
        var names = accounts.namesOf(people);
        // Who urges is offered no answer in the place of those who are urged.
        boolean mayAnswer = act.answerable()
                && act.urgedAt() != null
                && actor.may(Action.ANSWER_URGING)
                && (!act.own() || acts.reached(id, actor));
        return new ActPage(
                tabs(actor, "", t),
                t.of("execution.urging.act.heading", name(named, act.unit())),
                t.of("execution.urging.state." + state(act)),
                mark(state(act)),
                status,
                facts(act, id, named, names, t),
                act.words(),
                act.letterId() == null || !actor.agency().value().equals(act.agency())
                        ? ""
                        : "/documents/" + act.letterId(),
                act.own() && act.urgedAt() == null && act.droppedAt() == null ? "/urging/" + id + "/drop" : "",
                items.stream()
                        .map(item -> item(
                                id,
                                item,
                                answers.getOrDefault(item.id(), List.of()),
                                names,
                                mayAnswer,
                                item.id().equals(typedItem) ? typed : ActPage.Typed.NOTHING,
                                t))
                        .toList(),
                mayAnswer);
    }

    private List<ActPage.Fact> facts(
            ActsOfUrging.Act act, UrgingId id, Map<UnitId, Unit> named, Map<AccountId, String> names, Text t) {
        var facts = new ArrayList<ActPage.Fact>();
        String by = name(named, act.byUnit());
        if (!act.byUnit().equals(act.agency())) by = by + ", " + name(named, act.agency());
        String who = names.getOrDefault(new AccountId(act.byAccount()), "");
        facts.add(new ActPage.Fact(
                t.of("execution.urging.act.by"),
                act.automatic()
                        ? t.of("execution.urging.act.automatic", name(named, act.agency()))
                        : who.isEmpty() ? by : who + " (" + by + ")"));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.to"),
                act.accountId() == null
                        ? recipient(act.recipient(), t)
                        : names.getOrDefault(new AccountId(act.accountId()), "")));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.column.when"),
                act.urgedAt() == null ? t.of("execution.urging.notYet") : minute(act.urgedAt())));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.way"),
                t.of("execution.urging.way." + act.way().name())));
        facts.add(new ActPage.Fact(t.of("execution.urging.answerBy"), DAY.format(act.answerBy())));
        if (act.own() && act.urgedAt() != null)
            facts.add(new ActPage.Fact(
                    t.of("execution.urging.act.reached"), t.of("execution.urging.people", acts.reached(id))));
        return facts;
    }

    private ActPage.Item item(
            UrgingId id,
            ActsOfUrging.Item item,
            List<ActsOfUrging.Said> answers,
            Map<AccountId, String> names,
            boolean mayAnswer,
            ActPage.Typed typed,
            Text t) {
        return new ActPage.Item(
                item.id().toString(),
                planHref(item),
                label(item.number(), item.text() == null ? "" : item.text()),
                item.dueOn() == null ? "" : t.of("execution.urging.due", DAY.format(item.dueOn())),
                item.state() == null ? "" : t.of("execution.state." + item.state()),
                item.answer() == null
                        ? t.of("execution.urging.unanswered")
                        : answer(item.answer(), item.promisedOn(), t),
                item.answer() == null ? "soon" : item.answer() == Answer.NOT_YET ? "not-done" : "answered",
                answers.stream()
                        .map(said -> new ActPage.Said(
                                answer(said.kind(), said.promisedOn(), t),
                                said.words(),
                                t.of(
                                        "execution.urging.answer.by",
                                        names.getOrDefault(new AccountId(said.accountId()), ""),
                                        minute(said.answeredAt()))))
                        .toList(),
                mayAnswer ? "/urging/" + id + "/items/" + item.id() + "/answer" : "",
                typed);
    }

    private static String planHref(ActsOfUrging.Item item) {
        return item.planId() == null ? "" : "/plans/" + item.planId() + "/tasks/" + item.subjectId();
    }

    private static String answer(Answer kind, @Nullable LocalDate promisedOn, Text t) {
        return kind == Answer.PROMISED && promisedOn != null
                ? t.of("execution.urging.answer.PROMISED", DAY.format(promisedOn))
                : t.of("execution.urging.answer." + kind.name());
    }

    private String state(ActsOfUrging.Act act) {
        if (act.droppedAt() != null) return "DROPPED";
        if (act.urgedAt() == null) return "WAITING";
        if (act.answered() == act.items()) return "ANSWERED";
        return act.answerBy().isBefore(today()) ? "LATE" : "OPEN";
    }

    private static String mark(String state) {
        return switch (state) {
            case "ANSWERED" -> "answered";
            case "LATE" -> "late";
            case "DROPPED" -> "recalled";
            case "WAITING" -> "waiting";
            default -> "soon";
        };
    }

    /** What the filters of the log say. */
    record Asked(String from, String to, String unit, String state, String words) {}

    LogPage log(Actor actor, Asked asked, @Nullable UUID before, String status, Text t) {
        var filter = filter(asked);
        var found = filter == null ? List.<ActsOfUrging.Act>of() : acts.list(actor, filter, today(), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var named = named(shown.stream().map(ActsOfUrging.Act::unit).toList());
        return new LogPage(
                tabs(actor, "log", t),
                status,
                asked.from(),
                asked.to(),
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
                                minute(act.urgedAt() == null ? act.createdAt() : act.urgedAt()),
                                name(named, act.unit()),
                                recipient(act.recipient(), t),
                                t.of("execution.urging.way." + act.way().name()),
                                t.of("execution.urging.ofAll", act.answered(), act.items()),
                                t.of("execution.urging.state." + state(act)),
                                mark(state(act))))
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
                tabs(actor, "units", t),
                "",
                asked.from(),
                asked.to(),
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
        var named = named(figures.stream().map(ActsOfUrging.UnitFigures::unit).toList());
        return figures.stream()
                .map(unit -> {
                    var filter = new Asked(asked.from(), asked.to(), unit.unit().toString(), "", "");
                    return new LogPage.UnitRow(
                            name(named, unit.unit()),
                            address("/urging/log", filter, "", ""),
                            unit.acts(),
                            unit.things(),
                            unit.answered(),
                            unit.late(),
                            unit.medianDays() == null ? "–" : t.of("execution.urging.days", unit.medianDays()),
                            DAY.format(unit.lastUrged().atZoneSameInstant(Today.ZONE)));
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
        return new ActsOfUrging.Filter(day(asked.from()), day(asked.to()), unit, asked.state(), asked.words());
    }

    private @Nullable UnitId unitOf(String words) {
        try {
            return new UnitId(UUID.fromString(words.strip()));
        } catch (IllegalArgumentException noId) {
            return unitsByName.read(words, today(), null).unit();
        }
    }

    /** The name in place of an id, so that the field shows what it means. */
    Asked readable(Asked asked) {
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

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    String outcome(int acts, int things, int already, int nobody, Text t) {
        if (acts < 0) return "";
        var words = new StringBuilder(t.of("execution.urging.outcome.sent", acts, things));
        if (already > 0) words.append(' ').append(t.of("execution.urging.outcome.already", already));
        if (nobody > 0) words.append(' ').append(t.of("execution.urging.outcome.nobody", nobody));
        return words.toString();
    }

    String quiet(UnitId agency, Text t) {
        var calendar = rules.calendar(agency);
        return calendar.quiet(today()) ? t.of("execution.urging.quiet", DAY.format(calendar.next(today()))) : "";
    }

    static String step(UrgingRule.Step step, Text t) {
        return t.of("execution.urging.step", when(step.days(), t), recipient(step.recipient(), t));
    }

    static String when(int days, Text t) {
        if (days == 0) return t.of("execution.urging.when.due");
        return t.of(days < 0 ? "execution.urging.when.before" : "execution.urging.when.after", Math.abs(days));
    }

    static String recipient(Recipient recipient, Text t) {
        return t.of("execution.urging.recipient." + recipient.name());
    }

    static String fields() {
        return UrgingWords.FIELDS.stream().map(field -> "{" + field + "}").collect(Collectors.joining(", "));
    }

    private Map<UnitId, Unit> named(List<UUID> ids) {
        return units.named(ids.stream().map(UnitId::new).collect(Collectors.toSet()), today());
    }

    private static String name(Map<UnitId, Unit> named, UUID id) {
        var unit = named.get(new UnitId(id));
        return unit == null ? "" : unit.name();
    }

    private static String label(@Nullable String number, String text) {
        return number == null || number.isEmpty() ? text : number + ". " + text;
    }

    private static String mark(TaskState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static String minute(OffsetDateTime at) {
        return MINUTE.format(at.atZoneSameInstant(Today.ZONE));
    }
}
