package vn.binhdang.execution.start;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DocumentsInHand;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.Urgency;
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

    StartPage page(Actor actor, boolean saved, Text t) {
        var today = Today.of(clock).day();
        var place = rules.at(actor.unit(), today);
        var limits = place.rules();
        boolean overview = actor.may(Action.READ_DRAFTS);
        boolean reports = actor.may(Action.REPORT_TASKS);
        var pressing = work.pressing(actor, overview, reports, today);
        return new StartPage(
                t.of("execution.start.place", place.unit(), DAY.format(today)),
                saved ? t.of("execution.task.saved") : "",
                actions(actor, t),
                mine.of(actor, today, limits.soonUntil(today), t),
                inHand(actor, t),
                overview ? red(actor, pressing.red(), today, t) : null,
                reports ? own(actor, pressing.own(), limits, today, t) : null,
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

    private List<InHand> inHand(Actor actor, Text t) {
        var states = EnumSet.noneOf(DocumentState.class);
        if (actor.may(Action.WRITE_DOCUMENTS))
            states.addAll(Set.of(DocumentState.SENT_BACK, DocumentState.APPROVED, DocumentState.DRAFT));
        var found = documents.latest(actor, states, DOCUMENTS);
        var counts = found.counts();
        // What came back or is approved waits for one act; drafts are somebody's work of many days.
        return List.of(DocumentState.SENT_BACK, DocumentState.APPROVED, DocumentState.DRAFT).stream()
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

    private Red red(Actor actor, List<WorkList.Work> tasks, LocalDate today, Text t) {
        var byUnit = new LinkedHashMap<String, List<StartPage.Work>>();
        for (var task : tasks) {
            String unit = task.leadUnit() == null ? t.of("execution.task.noLead") : task.leadUnit();
            byUnit.computeIfAbsent(unit, k -> new ArrayList<>())
                    .add(lines.line(actor, task, "", Urgency.of(task.state(), task.dueOn(), today, today), null, t));
        }
        return new Red(
                t.of("execution.start.redSummary", found(tasks)),
                tasks.size() <= OPENED,
                byUnit.entrySet().stream()
                        .map(ofUnit -> new RedUnit(
                                t.of(
                                        "execution.start.unitCount",
                                        ofUnit.getKey(),
                                        ofUnit.getValue().size()),
                                ofUnit.getValue()))
                        .toList(),
                t.of("execution.start.allRed"));
    }

    private Own own(Actor actor, List<WorkList.Work> tasks, ExecutionRules.Rules limits, LocalDate today, Text t) {
        var sections = new LinkedHashMap<Urgency, List<StartPage.Work>>();
        for (var urgency : Urgency.values()) sections.put(urgency, new ArrayList<>());
        int late = 0;
        int offered = 0;
        for (var task : tasks) {
            var urgency = Urgency.of(task.state(), task.dueOn(), today, limits.soonUntil(today));
            if (urgency == Urgency.LATE) late++;
            var quick = task.leads() && offered++ < WorkLines.QUICK ? limits : null;
            String part = task.leads() ? "" : t.of("execution.start.helps");
            sections.getOrDefault(urgency, new ArrayList<>()).add(lines.line(actor, task, part, urgency, quick, t));
        }
        return new Own(
                t.of("execution.start.ownSummary", found(tasks), late),
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
