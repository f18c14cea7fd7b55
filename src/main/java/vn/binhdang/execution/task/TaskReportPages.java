package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail.Deed;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.Urgency;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanAmendments;
import vn.binhdang.web.Text;

/** Makes the page of a task ready to print. */
@Component
class TaskReportPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Today.ZONE);

    private final EvidenceStore evidence;
    private final TaskHistory history;
    private final TaskSheets sheets;
    private final TaskNames names;
    private final ExecutionRules rules;
    private final PlanAmendments amendments;
    private final Clock clock;

    TaskReportPages(
            EvidenceStore evidence,
            TaskHistory history,
            TaskSheets sheets,
            TaskNames names,
            ExecutionRules rules,
            PlanAmendments amendments,
            Clock clock) {
        this.sheets = sheets;
        this.evidence = evidence;
        this.history = history;
        this.names = names;
        this.rules = rules;
        this.amendments = amendments;
        this.clock = clock;
    }

    /**
     * What was typed and what is wrong with it, when a report is shown again.
     * @param arrived files that came in parts before the form, which need not come again
     */
    record Typed(ProgressForm form, List<Problem> problems, boolean overtaken, List<ArrivingFile> arrived) {}

    /** A comment that could not be stored. */
    record Unsaid(String typed, List<Problem> problems) {
        static final Unsaid NOTHING = new Unsaid("", List.of());
    }

    TaskPage page(Actor actor, RunningTask task, @Nullable Typed typed, Unsaid unsaid, boolean saved, Text t) {
        var today = Today.of(clock).day();
        var limits = rules.on(today);
        var shown = evidence.shown(actor, task);
        var proofs = shown.all();
        var reports = history.reports(task);
        var deeds = history.deedsOnPlan(actor, task);
        var sheet = sheets.of(actor, task);
        var amended = amendments.ofTask(task.id(), t);
        var named = names.of(task, proofs, reports, deeds, amended, sheet, today);
        var urgency = Urgency.of(task.state(), task.dueOn(), today, limits.soonUntil(today));
        boolean runs = task.runs();
        var part = task.part();
        var current = proofs.stream().filter(proof -> !proof.takenBack()).toList();
        boolean office = actor.may(Action.FOLLOW_UP_TASKS);
        return new TaskPage(
                "/plans/" + task.plan(),
                task.planSubject(),
                task.heading(),
                task.number() == null ? "" : task.number(),
                task.text(),
                state(task.state(), t),
                task.shareDone() == null || !task.state().open() ? "" : task.shareDone() + "%",
                urgency == Urgency.LATE ? "late" : urgency == Urgency.DUE_SOON ? "soon" : "",
                urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()),
                TaskFacts.of(task, sheet, named, t),
                "/documents/" + task.plan(),
                office && task.sourceLine() != null ? "/plans/" + task.plan() + "/source" : "",
                task.sourceLine() == null ? "" : String.valueOf(task.sourceLine()),
                runs && part != Part.NONE
                        ? form(actor, task, sheet, typed, reports, !current.isEmpty(), limits, named, today, t)
                        : null,
                why(task, part, runs, t),
                saved ? t.of("execution.task.saved") : "",
                current.stream()
                        .map(proof -> proof(task, proof, runs, shown, named, t))
                        .toList(),
                entries(task, proofs, reports, deeds, amended, sheet, named, t),
                TaskSections.of(actor, task, sheet, reports, unsaid, named, limits, today, t));
    }

    private static TaskPage.Form form(
            Actor actor,
            RunningTask task,
            TaskSheet sheet,
            @Nullable Typed typed,
            List<TaskHistory.Reported> reports,
            boolean hasEvidence,
            ExecutionRules.Rules limits,
            TaskNames.Named named,
            LocalDate today,
            Text t) {
        var part = task.part();
        var shown = ProgressForm.of(task, sheet);
        var form = typed == null ? shown : typed.form();
        String round = String.valueOf(form.round()).isEmpty() ? shown.round() : form.round();
        var problems = new LinkedHashMap<String, String>();
        if (typed != null)
            for (var problem : typed.problems())
                problems.merge(
                        problem.field(),
                        t.of(problem.messageKey(), problem.arguments().toArray()),
                        (one, other) -> one + " " + other);
        TaskPage.Entry newer = typed != null && typed.overtaken()
                ? reports.stream()
                        .filter(report -> report.contribution() != part.saysState()
                                && (part.saysState() || report.unit().equals(task.reportingUnit())))
                        .reduce((earlier, later) -> later)
                        .map(report -> entry(task, report, named, t))
                        .orElse(null)
                : null;
        return new TaskPage.Form(
                "/plans/" + task.plan() + "/tasks/" + task.id() + "/progress",
                "binhdang.task." + actor.account() + "." + task.id(),
                part.saysState(),
                TaskState.REPORTED.stream()
                        // What would be refused is not offered; of what recurs it depends on the round that is chosen.
                        .filter(state -> part.saysState() && task.recurs()
                                || now(task, sheet).stepTo(state) != TaskState.Step.REFUSED
                                || state.name().equals(form.state()))
                        .map(state -> new TaskPage.Choice(
                                state.name(),
                                state.mark(),
                                t.of(state.messageKey()),
                                state.name().equals(form.state())))
                        .toList(),
                String.valueOf(form.share()),
                String.valueOf(form.words()),
                String.valueOf(form.doneOn()),
                today.toString(),
                String.valueOf(form.noEvidenceReason()),
                String.valueOf(shown.version()),
                String.valueOf(form.title()),
                String.valueOf(form.link()),
                String.valueOf(form.linkTitle()),
                String.valueOf(form.linkDate()),
                String.valueOf(form.back()),
                hasEvidence,
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", limits.evidenceMegabytes()),
                typed == null
                        ? List.of()
                        : typed.arrived().stream()
                                .map(file -> new TaskPage.Arrived(file.id().toString(), file.name()))
                                .toList(),
                part.saysState() ? rounds(task, sheet, String.valueOf(round), today, t) : List.of(),
                part.saysState() && !task.recurs() && sheet.share() == TaskSheet.Share.SAID,
                part.saysState() && sheet.share() == TaskSheet.Share.COUNTED
                        ? sheet.detail()
                                .map(detail -> t.of(
                                        "execution.task.reached",
                                        detail.measuredIn(),
                                        TaskFacts.figure(detail.goal(), t)))
                                .orElse("")
                        : "",
                String.valueOf(form.reached()),
                problems,
                typed != null && typed.overtaken(),
                newer);
    }

    /** Of the task for its lead, of the own part for a coordinating unit. */
    private static TaskState now(RunningTask task, TaskSheet sheet) {
        if (task.part().saysState() || task.reportingUnit() == null) return task.state();
        return sheet.partOf(task.reportingUnit()).map(TaskSheet.Part::state).orElse(TaskState.NOT_STARTED);
    }

    private static List<TaskPage.RoundChoice> rounds(
            RunningTask task, TaskSheet sheet, String chosen, LocalDate today, Text t) {
        return task.rounds().stream()
                .filter(round -> round.begunBy(today) || round.key().equals(chosen))
                .map(round -> new TaskPage.RoundChoice(
                        round.key(),
                        t.of(
                                "execution.round.choice",
                                TaskSections.name(round, t),
                                t.of(sheet.stateOf(round).messageKey())),
                        round.key().equals(chosen)))
                .toList();
    }

    private static String why(RunningTask task, Part part, boolean runs, Text t) {
        if (!runs) return t.of(task.whyNot(), task.planSubject());
        return part == Part.NONE ? t.of("execution.task.notYours") : "";
    }

    private static ShownEvidence proof(
            RunningTask task, Evidence proof, boolean runs, EvidenceStore.Shown shown, TaskNames.Named named, Text t) {
        String address = "/plans/" + task.plan() + "/tasks/" + task.id() + "/evidence/" + proof.id();
        return ShownEvidence.of(address, proof.link(), proof.photo(), proof.title(), t)
                .with(
                        named.unit(proof.unit()) + " · " + named.person(proof.addedBy()) + " · "
                                + MOMENT.format(proof.addedAt()),
                        shown.examinable().contains(proof.id()),
                        runs && shown.theirs().contains(proof.id()));
    }

    private record Moment(OffsetDateTime at, TaskPage.Entry entry) {}

    /** All that happened, the latest first. */
    private static List<TaskPage.Entry> entries(
            RunningTask task,
            List<Evidence> proofs,
            List<TaskHistory.Reported> reports,
            List<Deed> deeds,
            List<PlanAmendments.TaskAmended> amended,
            TaskSheet sheet,
            TaskNames.Named named,
            Text t) {
        var moments = new ArrayList<Moment>();
        for (var report : reports) moments.add(new Moment(report.at(), entry(task, report, named, t)));
        for (var one : amended)
            moments.add(new Moment(
                    one.at(),
                    new TaskPage.Entry(
                            MOMENT.format(one.at()),
                            named.person(one.by()),
                            named.unit(one.unit()),
                            one.deed(),
                            one.words())));
        for (var one : AddedHistory.of(task, sheet, named, t)) moments.add(new Moment(one.at(), one.entry()));
        for (var proof : proofs) {
            moments.add(new Moment(
                    proof.addedAt(),
                    new TaskPage.Entry(
                            MOMENT.format(proof.addedAt()),
                            named.person(proof.addedBy()),
                            named.unit(proof.unit()),
                            t.of(
                                    proof.link() == null
                                            ? "execution.history.evidenceAdded"
                                            : "execution.history.linkAdded",
                                    proof.title()),
                            "")));
            if (proof.removedAt() != null && proof.removedBy() != null)
                moments.add(new Moment(
                        proof.removedAt(),
                        new TaskPage.Entry(
                                MOMENT.format(proof.removedAt()),
                                named.person(proof.removedBy()),
                                "",
                                t.of("execution.history.evidenceTakenBack", proof.title()),
                                "")));
        }
        for (var deed : deeds)
            moments.add(new Moment(
                    deed.at().atZone(Today.ZONE).toOffsetDateTime(),
                    new TaskPage.Entry(
                            MOMENT.format(deed.at()),
                            named.person(new AccountId(deed.account())),
                            named.unit(new UnitId(deed.unit())),
                            t.of("execution.history." + deed.action()),
                            "")));
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at).reversed())
                .map(Moment::entry)
                .toList();
    }

    private static TaskPage.Entry entry(RunningTask task, TaskHistory.Reported report, TaskNames.Named named, Text t) {
        return new TaskPage.Entry(
                MOMENT.format(report.at()),
                named.person(report.by()),
                named.unit(report.unit()),
                deed(task, report, t),
                report.noEvidenceReason() == null
                        ? report.words()
                        : (report.words() + "\n" + t.of("execution.history.noEvidence", report.noEvidenceReason()))
                                .strip());
    }

    private static String deed(RunningTask task, TaskHistory.Reported report, Text t) {
        if (report.contribution())
            return report.partState() == null
                    ? t.of("execution.history.contribution")
                    : t.of("execution.history.part", word(report.partState(), t));
        String deed = ofLead(task, report, t);
        return report.leftOpen() == null ? deed : deed + t.of("execution.history.leftOpen", report.leftOpen());
    }

    private static String ofLead(RunningTask task, TaskHistory.Reported report, Text t) {
        if (report.roundState() != null)
            return t.of(
                    "execution.history.round",
                    word(report.roundState(), t),
                    task.rounds().stream()
                            .filter(round -> round.key().equals(report.round()))
                            .findFirst()
                            .map(round -> TaskSections.name(round, t))
                            .orElse(String.valueOf(report.round())));
        String state = word(report.state(), t);
        if (report.doneOn() != null) return t.of("execution.history.doneOn", state, DAY.format(report.doneOn()));
        if (report.reached() != null && report.shareDone() != null)
            return t.of("execution.history.reached", state, TaskFacts.figure(report.reached(), t), report.shareDone());
        if (report.shareDone() != null) return t.of("execution.history.share", state, report.shareDone());
        return t.of("execution.history.state", state);
    }

    private static String word(TaskState state, Text t) {
        return t.of(state.messageKey()).toLowerCase(Locale.forLanguageTag("vi"));
    }

    private static TaskPage.State state(TaskState state, Text t) {
        return new TaskPage.State(state.mark(), t.of(state.messageKey()));
    }
}
