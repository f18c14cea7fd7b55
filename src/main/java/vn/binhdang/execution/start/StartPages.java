package vn.binhdang.execution.start;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DocumentsInHand;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.Urgency;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.execution.start.StartPage.DocumentLine;
import vn.binhdang.execution.start.StartPage.InHand;
import vn.binhdang.execution.start.StartPage.Offer;
import vn.binhdang.execution.start.StartPage.Own;
import vn.binhdang.execution.start.StartPage.PlanLine;
import vn.binhdang.execution.start.StartPage.Red;
import vn.binhdang.execution.start.StartPage.RedUnit;
import vn.binhdang.execution.start.StartPage.Section;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Gathers what needs somebody today. */
@Component
class StartPages {
    private static final int DOCUMENTS = 5;

    /** What came back or is approved waits for one act; drafts are somebody's work of many days. */
    private static final List<DocumentState> OF_OFFICE =
            List.of(DocumentState.SENT_BACK, DocumentState.APPROVED, DocumentState.DRAFT);

    private static final int OPENED = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MyWork mine;
    private final WorkList work;
    private final WorkLines lines;
    private final DocumentsInHand documents;
    private final List<DocumentCompanion> companions;
    private final ExecutionRules rules;
    private final Clock clock;

    StartPages(
            MyWork mine,
            WorkList work,
            WorkLines lines,
            DocumentsInHand documents,
            List<DocumentCompanion> companions,
            ExecutionRules rules,
            Clock clock) {
        this.mine = mine;
        this.work = work;
        this.lines = lines;
        this.documents = documents;
        this.companions = companions;
        this.rules = rules;
        this.clock = clock;
    }

    StartPage page(Actor actor, String status, Text t) {
        var today = Today.of(clock).day();
        var place = rules.at(actor.unit(), today);
        var limits = place.rules();
        var watched = WorkList.Watched.by(actor);
        boolean reports = actor.may(Action.REPORT_TASKS);
        var pressing = work.pressing(actor, watched, reports, today);
        var quick = quick(pressing);
        var inHand = documents.latest(actor, inHand(actor));
        return new StartPage(
                t.of("execution.start.place", place.unit(), DAY.format(today)),
                status,
                actions(actor, t),
                mine.of(actor, toDecide(inHand), today, limits.soonUntil(today), t),
                inHand(inHand, t),
                watched == WorkList.Watched.NOWHERE
                        ? null
                        : red(actor, watched, pressing.red(), quick, limits, today, t),
                reports ? own(actor, pressing, watched == WorkList.Watched.AREA, quick, limits, today, t) : null,
                work.plans(actor, today).stream().map(plan -> line(plan, t)).toList());
    }

    private static List<Offer> actions(Actor actor, Text t) {
        var offers = new ArrayList<Offer>();
        if (actor.may(Action.WRITE_DOCUMENTS)) {
            offers.add(new Offer("/plans/import", t.of("execution.start.import"), true));
            offers.add(new Offer("/plans/new", t.of("execution.start.write"), false));
        }
        if (actor.may(Action.URGE_TASKS)) offers.add(new Offer("/urging", t.of("execution.urging.navigation"), false));
        offers.add(new Offer("/calendar", t.of("execution.calendar.title"), false));
        return offers;
    }

    /** What the office goes on with, what waits for the head's word: so many of each as the page shows. */
    private static Map<DocumentState, Integer> inHand(Actor actor) {
        var most = new EnumMap<DocumentState, Integer>(DocumentState.class);
        if (actor.may(Action.WRITE_DOCUMENTS)) for (var state : OF_OFFICE) most.put(state, DOCUMENTS);
        if (actor.may(Action.APPROVE_DOCUMENTS)) most.put(DocumentState.SUBMITTED, WorkSource.MOST + 1);
        return most;
    }

    private static List<WorkItem> toDecide(DocumentsInHand.InHand found) {
        return found.latest().stream()
                .filter(document -> document.state() == DocumentState.SUBMITTED)
                .map(document -> new WorkItem(
                        Duty.APPROVE,
                        "execution.start.kind." + document.kind().name(),
                        "/documents/" + document.id(),
                        document.subject(),
                        null,
                        document.draftingUnit(),
                        false))
                .toList();
    }

    private List<InHand> inHand(DocumentsInHand.InHand found, Text t) {
        var counts = found.counts();
        return OF_OFFICE.stream()
                .filter(counts::containsKey)
                .map(state -> new InHand(
                        state.mark(),
                        t.of("execution.start.inHand." + state.name()),
                        counts.getOrDefault(state, 0),
                        found.latest().stream()
                                .filter(document -> document.state() == state)
                                .map(document -> line(document, t))
                                .toList(),
                        counts.getOrDefault(state, 0) > DOCUMENTS ? "/documents?state=" + state.name() : ""))
                .toList();
    }

    private DocumentLine line(OutgoingDocument document, Text t) {
        return new DocumentLine(
                document.state().editable() ? editor(document) : "/documents/" + document.id(),
                document.subject().isEmpty() ? t.of("execution.start.noSubject") : document.subject(),
                t.of(
                        "execution.start.documentFacts",
                        t.of("execution.start.kind." + document.kind().name()),
                        DAY.format(document.changedAt().atZoneSameInstant(Today.ZONE))));
    }

    private String editor(OutgoingDocument document) {
        DocumentKind kind = document.kind();
        return companions.stream()
                .filter(companion -> companion.kind() == kind)
                .findFirst()
                .map(companion -> companion.editor(document.id()))
                .orElse("/documents/" + document.id() + "/edit");
    }

    /** The tasks that can be updated from the page: the first that the actor's units lead. */
    private static Set<UUID> quick(WorkList.Pressing pressing) {
        return Stream.concat(pressing.red().stream(), pressing.own().stream())
                .filter(WorkList.Work::leads)
                .map(WorkList.Work::id)
                .limit(WorkLines.QUICK)
                .collect(Collectors.toSet());
    }

    private Red red(
            Actor actor,
            WorkList.Watched watched,
            List<WorkList.Work> tasks,
            Set<UUID> quick,
            ExecutionRules.Rules limits,
            LocalDate today,
            Text t) {
        var byUnit = new LinkedHashMap<String, List<StartPage.Work>>();
        for (var task : tasks) {
            String unit = task.unit() == null ? t.of("execution.task.noLead") : task.unit();
            var urgency = Urgency.of(task.state(), task.dueOn(), today, today);
            byUnit.computeIfAbsent(unit, k -> new ArrayList<>())
                    .add(lines.line(
                            actor,
                            task,
                            task.helps() ? t.of("execution.start.helps") : "",
                            urgency,
                            task.leads() && quick.contains(task.id()) ? limits : null,
                            t));
        }
        return new Red(
                t.of("execution.start.red." + watched),
                t.of("execution.start.redSummary." + watched, found(tasks)),
                t.of("execution.start.redNone." + watched),
                tasks.size() <= OPENED,
                byUnit.entrySet().stream()
                        .map(ofUnit -> new RedUnit(
                                t.of(
                                        "execution.start.unitCount",
                                        ofUnit.getKey(),
                                        ofUnit.getValue().size()),
                                ofUnit.getValue()))
                        .toList(),
                t.of("execution.start.allRed"),
                t.of("execution.start.allNotDone"));
    }

    private Own own(
            Actor actor,
            WorkList.Pressing pressing,
            boolean area,
            Set<UUID> quick,
            ExecutionRules.Rules limits,
            LocalDate today,
            Text t) {
        var tasks = pressing.own();
        // What is late in the area stands above, apart; without any, the words are those of everybody.
        boolean apart = area && !pressing.red().isEmpty();
        var sections = new LinkedHashMap<Urgency, List<StartPage.Work>>();
        for (var urgency : Urgency.values()) sections.put(urgency, new ArrayList<>());
        int late = 0;
        for (var task : tasks) {
            var urgency = Urgency.of(task.state(), task.dueOn(), today, limits.soonUntil(today));
            if (urgency == Urgency.LATE) late++;
            String part = task.leads() ? "" : t.of("execution.start.helps");
            sections.getOrDefault(urgency, new ArrayList<>())
                    .add(lines.line(actor, task, part, urgency, quick.contains(task.id()) ? limits : null, t));
        }
        return new Own(
                apart
                        ? t.of("execution.start.ownSummary.AREA", found(tasks))
                        : t.of("execution.start.ownSummary", found(tasks), late),
                t.of(apart ? "execution.start.ownNone.AREA" : "execution.start.ownNone"),
                Arrays.stream(Urgency.values())
                        .map(urgency -> new Section(
                                t.of("execution.start.section." + urgency.name()),
                                sections.getOrDefault(urgency, List.of())))
                        .filter(section -> !section.tasks().isEmpty())
                        .toList(),
                more(tasks, t),
                "/work/units/" + actor.unit());
    }

    private static int found(List<WorkList.Work> tasks) {
        return tasks.isEmpty() ? 0 : tasks.getFirst().found();
    }

    private static String more(List<WorkList.Work> tasks, Text t) {
        int hidden = found(tasks) - tasks.size();
        return hidden > 0 ? t.of("execution.start.more", hidden) : "";
    }

    private static PlanLine line(WorkList.PlanProgress plan, Text t) {
        return new PlanLine(
                "/plans/" + plan.id(),
                plan.subject(),
                t.of("execution.start.planFacts", plan.tasks(), plan.done(), plan.late(), plan.noLead()),
                plan.done(),
                plan.tasks());
    }
}
