package vn.binhdang.execution.running;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.Urgency;
import vn.binhdang.execution.running.RunningPlanPage.Choice;
import vn.binhdang.execution.running.RunningPlanPage.Figure;
import vn.binhdang.execution.running.RunningPlanPage.Group;
import vn.binhdang.execution.running.RunningPlanPage.Row;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanAmendments;
import vn.binhdang.plan.PlanStanding;
import vn.binhdang.web.Text;

/** Makes the page of a plan ready to print. */
@Component
class RunningPlanPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final RunningPlans running;
    private final Units units;
    private final ExecutionRules rules;
    private final PlanStanding standing;
    private final PlanAmendments amendments;
    private final OutgoingDocuments documents;
    private final Clock clock;

    RunningPlanPages(
            RunningPlans running,
            Units units,
            ExecutionRules rules,
            PlanStanding standing,
            PlanAmendments amendments,
            OutgoingDocuments documents,
            Clock clock) {
        this.running = running;
        this.units = units;
        this.rules = rules;
        this.standing = standing;
        this.amendments = amendments;
        this.documents = documents;
        this.clock = clock;
    }

    DraftPlanPage draft(Actor actor, Plan plan, Text t) {
        var document = plan.document();
        return new DraftPlanPage(
                title(plan, t),
                document.state().mark(),
                t.of("document.state." + document.state().word()),
                "/plans/" + plan.id(),
                "/documents/" + plan.id(),
                actor.may(Action.WRITE_DOCUMENTS) && document.state().editable() ? "/plans/" + plan.id() + "/edit" : "",
                actor.may(Action.PASS_DOWN)
                                && plan.importId() != null
                                && document.state().editable()
                        ? "/plans/" + plan.id() + "/pass-down"
                        : "");
    }

    RunningPlanPage running(Actor actor, Plan plan, TaskFilter filter, @Nullable String after, Text t) {
        var today = Today.of(clock).day();
        var days = new RunningPlans.Days(today, rules.on(today).soonUntil(today));
        var figures = running.figuresByUnit(plan.id(), days);
        var names = names(actor, figures, today);
        var order = List.copyOf(names.keySet());
        var key = TaskRow.Key.of(after);
        var rows = rows(plan, filter, days, order, key);
        boolean more = filter.view() == TaskFilter.View.LIST && rows.size() > RunningPlans.PAGE;
        var shown = more ? rows.subList(0, RunningPlans.PAGE) : rows;
        String path = "/plans/" + plan.id();
        var groups = filter.view() == TaskFilter.View.BOARD
                ? columns(shown, filter, path, days, names, t)
                : grouped(shown, filter, path, days, names, t);
        var document = plan.document();
        return new RunningPlanPage(
                path,
                title(plan, t),
                document.issuedOn() == null
                        ? ""
                        : t.of("execution.plan.issued", document.numberAndSymbol(), DAY.format(document.issuedOn())),
                document.state().mark(),
                t.of("document.state." + document.state().word()),
                document.state() == DocumentState.ISSUED
                        ? ""
                        : t.of("execution.refused." + document.state().name(), document.subject()),
                standing.cited(actor, plan, documents.content(actor, plan.id().document())).stream()
                        .map(finding -> t.of(finding.code(), finding.arguments().toArray()))
                        .toList(),
                amendments.inForce(plan.id()).stream()
                        .map(one -> new RunningPlanPage.Amended(
                                one.href(),
                                t.of(
                                        "execution.plan.amendedBy",
                                        one.numberAndSymbol(),
                                        DAY.format(one.issuedOn()),
                                        one.changed(),
                                        one.added(),
                                        one.dropped(),
                                        one.parts())))
                        .toList(),
                "/documents/" + plan.id(),
                document.state() == DocumentState.ISSUED && actor.may(Action.PASS_DOWN) ? path + "/pass-down" : "",
                actor.may(Action.WRITE_DOCUMENTS),
                figures(figures, path, t),
                TaskFilter.lower(filter.view()),
                filter.words(),
                unitChoices(figures, names, filter, t),
                choices("execution.plan.filter.", TaskFilter.STATES, filter.state(), t),
                choices("execution.plan.group.", names(TaskFilter.Group.values()), TaskFilter.lower(filter.group()), t),
                choices("execution.plan.sort.", names(TaskFilter.Sort.values()), TaskFilter.lower(filter.sort()), t),
                !filter.isEmpty(),
                t.of(
                        "execution.plan.found",
                        rows.isEmpty() ? 0 : rows.getFirst().found()),
                filter.withView(TaskFilter.View.LIST).address(path, null),
                filter.withView(TaskFilter.View.BOARD).address(path, null),
                filter.withView(TaskFilter.View.PRINT).address(path, null),
                "/calendar?plan=" + plan.id(),
                t.of("execution.plan.printedOn", DAY.format(today)),
                groups,
                key.equals(TaskRow.Key.BEGINNING) ? "" : filter.address(path, null),
                more ? filter.address(path, shown.getLast().key().text()) : "");
    }

    private List<TaskRow> rows(
            Plan plan, TaskFilter filter, RunningPlans.Days days, List<UUID> order, TaskRow.Key key) {
        return switch (filter.view()) {
            case LIST -> running.list(plan.id(), filter, days, order, key);
            case PRINT -> running.all(plan.id(), filter, days, order);
            case BOARD -> running.board(plan.id(), filter, days);
        };
    }

    /** Names of the leading units, in the agency's own order; units that have ended stand behind those of today. */
    private Map<UUID, String> names(Actor actor, List<RunningPlans.Figures> byUnit, LocalDate today) {
        var leading = new ArrayList<UnitId>();
        for (var share : byUnit) if (share.unit() != null) leading.add(new UnitId(share.unit()));
        var names = new LinkedHashMap<UUID, String>();
        for (var unit : units.named(leading, actor.agency(), today))
            names.put(unit.id().value(), unit.name());
        return names;
    }

    private static List<Figure> figures(List<RunningPlans.Figures> byUnit, String path, Text t) {
        var f = byUnit.stream().reduce(RunningPlans.Figures.NOTHING, RunningPlans.Figures::plus);
        int noLead = byUnit.stream()
                .filter(figures -> figures.unit() == null)
                .mapToInt(RunningPlans.Figures::tasks)
                .sum();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("", number(f.tasks(), t), t.of("execution.plan.figure.tasks"), path));
        figure(figures, "done", f.done(), "DONE", path, t);
        figure(figures, "", f.inProgress(), "IN_PROGRESS", path, t);
        figure(figures, "", f.notStarted(), "NOT_STARTED", path, t);
        if (f.notDone() > 0) figure(figures, "", f.notDone(), "NOT_DONE", path, t);
        if (f.dropped() > 0) figure(figures, "", f.dropped(), "DROPPED", path, t);
        figure(figures, "late", f.late(), "LATE", path, t);
        figure(figures, "soon", f.soon(), "DUE_SOON", path, t);
        figures.add(new Figure(
                "", number(noLead, t), t.of("execution.plan.figure.noLead"), path + "?unit=" + TaskFilter.NOBODY));
        return figures;
    }

    private static void figure(List<Figure> figures, String mark, int number, String state, String path, Text t) {
        figures.add(new Figure(
                number == 0 ? "" : mark,
                number(number, t),
                t.of("execution.plan.filter." + state),
                path + "?state=" + state));
    }

    private static List<Choice> unitChoices(
            List<RunningPlans.Figures> byUnit, Map<UUID, String> names, TaskFilter filter, Text t) {
        var counts = new HashMap<UUID, RunningPlans.Figures>();
        int nobody = 0;
        for (var share : byUnit) {
            if (share.unit() == null) nobody = share.tasks();
            else counts.put(share.unit(), share);
        }
        var choices = new ArrayList<Choice>();
        names.forEach((id, name) -> {
            var share = counts.get(id);
            if (share != null)
                choices.add(new Choice(
                        id.toString(),
                        t.of("execution.plan.unitCount", name, share.tasks(), share.late()),
                        id.toString().equals(filter.unit())));
        });
        if (nobody > 0)
            choices.add(new Choice(
                    TaskFilter.NOBODY,
                    t.of("execution.plan.unitCount", t.of("execution.task.noLead"), nobody, 0),
                    filter.unit().equals(TaskFilter.NOBODY)));
        return choices;
    }

    private static List<Choice> choices(String keyPrefix, List<String> values, String chosen, Text t) {
        return values.stream()
                .map(value -> new Choice(value, t.of(keyPrefix + value), value.equals(chosen)))
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return java.util.Arrays.stream(constants).map(TaskFilter::lower).toList();
    }

    private static List<Group> grouped(
            List<TaskRow> rows,
            TaskFilter filter,
            String path,
            RunningPlans.Days days,
            Map<UUID, String> names,
            Text t) {
        var groups = new LinkedHashMap<Long, List<TaskRow>>();
        for (var row : rows)
            groups.computeIfAbsent(row.groupKey(), key -> new ArrayList<>()).add(row);
        return groups.values().stream()
                .map(ofGroup -> new Group(
                        "",
                        heading(ofGroup.getFirst(), filter.group(), names, t),
                        number(ofGroup.getFirst().groupSize(), t),
                        ofGroup.stream()
                                .map(row -> row(row, path, days, names, t))
                                .toList(),
                        ""))
                .toList();
    }

    private static String heading(TaskRow first, TaskFilter.Group group, Map<UUID, String> names, Text t) {
        return switch (group) {
            case NONE -> "";
            case UNIT ->
                first.leadUnitId() == null ? t.of("execution.task.noLead") : names.getOrDefault(first.leadUnitId(), "");
            case STATE -> t.of(first.state().messageKey());
            case DUE ->
                first.dueOn() == null
                        ? t.of("execution.task.noDue")
                        : t.of(
                                "execution.plan.month",
                                first.dueOn().getMonthValue(),
                                String.valueOf(first.dueOn().getYear()));
        };
    }

    /** One column per state, also for those without a task: an empty column says something. */
    private static List<Group> columns(
            List<TaskRow> rows,
            TaskFilter filter,
            String path,
            RunningPlans.Days days,
            Map<UUID, String> names,
            Text t) {
        var columns = new ArrayList<Group>();
        for (var state : TaskState.REPORTED) {
            var ofState = rows.stream().filter(row -> row.state() == state).toList();
            long size = ofState.isEmpty() ? 0 : ofState.getFirst().groupSize();
            columns.add(new Group(
                    state.mark(),
                    t.of(state.messageKey()),
                    number(size, t),
                    ofState.stream().map(row -> row(row, path, days, names, t)).toList(),
                    size > ofState.size()
                            ? filter.withView(TaskFilter.View.LIST)
                                    .withState(state.name())
                                    .address(path, null)
                            : ""));
        }
        return columns;
    }

    private static Row row(TaskRow row, String path, RunningPlans.Days days, Map<UUID, String> names, Text t) {
        var urgency = Urgency.of(row.state(), row.dueOn(), days.today(), days.soonUntil());
        return new Row(
                path + "/tasks/" + row.id(),
                row.number() == null ? "" : row.number(),
                row.text(),
                lead(row, names, t),
                row.dueOn() != null ? DAY.format(row.dueOn()) : row.dueText() == null ? "" : row.dueText(),
                row.state().mark(),
                t.of(row.state().messageKey()),
                row.shareDone() == null || row.state() != TaskState.IN_PROGRESS ? "" : row.shareDone() + "%",
                urgency == Urgency.LATE ? "late" : urgency == Urgency.DUE_SOON ? "soon" : "",
                urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()),
                row.changedAt() == null ? "" : DAY.format(row.changedAt().atZoneSameInstant(Today.ZONE)));
    }

    private static String lead(TaskRow row, Map<UUID, String> names, Text t) {
        if (row.leadUnitId() != null) return names.getOrDefault(row.leadUnitId(), "");
        return row.leadPrinted() == null ? t.of("execution.task.noLead") : row.leadPrinted();
    }

    private static String number(long number, Text t) {
        return t.of("execution.number", number);
    }

    private static String title(Plan plan, Text t) {
        String subject = plan.document().subject();
        return subject.isEmpty() ? t.of("execution.plan.noSubject") : subject;
    }
}
