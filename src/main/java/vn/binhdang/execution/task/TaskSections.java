package vn.binhdang.execution.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.Urgency;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** Parts, rounds, sub-tasks and comments of a task, ready to print. */
final class TaskSections {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Today.ZONE);

    private TaskSections() {}

    static TaskPage.Added of(
            Actor actor,
            RunningTask task,
            TaskSheet sheet,
            List<TaskHistory.Reported> reports,
            TaskReportPages.Unsaid unsaid,
            TaskNames.Named named,
            ExecutionRules.Rules limits,
            LocalDate today,
            Text t) {
        boolean works = task.runs() && task.part() != Part.NONE;
        int open = sheet.open(task);
        return new TaskPage.Added(
                parts(task, sheet, reports, named, t),
                rounds(task, sheet, limits, today, t),
                hands(task, sheet, named),
                works ? task.href() + "/hand" : "",
                subTasks(task, sheet, named, limits, today, t),
                works ? task.href() + "/sub-tasks/new" : "",
                DependencyPages.before(task, sheet, t),
                DependencyPages.after(task, sheet, t),
                task.runs() && task.part().saysState() ? task.href() + "/dependencies" : "",
                task.runs() && task.part().saysState() ? task.href() + "/detail" : "",
                task.part().saysState() && task.state().open() && open > 0 ? t.of("execution.task.openLeft", open) : "",
                comments(actor, task, sheet, unsaid, named, t));
    }

    /** "Quý 1 năm 2026": begins a line. */
    static String name(Round round, Text t) {
        String name = t.of(
                round.period().labelKey(),
                round.period().ordinal(),
                String.valueOf(round.period().year()));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static List<TaskPage.PartLine> parts(
            RunningTask task, TaskSheet sheet, List<TaskHistory.Reported> reports, TaskNames.Named named, Text t) {
        var lines = new ArrayList<TaskPage.PartLine>();
        for (var one : task.coordinating()) {
            var unit = one.unit();
            if (unit == null) {
                lines.add(new TaskPage.PartLine(one.printed(), "", "", "", ""));
                continue;
            }
            var part = sheet.partOf(unit);
            var state = part.map(TaskSheet.Part::state).orElse(TaskState.NOT_STARTED);
            lines.add(new TaskPage.PartLine(
                    named.unitPrinted(unit, one.printed(), t),
                    state.mark(),
                    t.of(state.messageKey()),
                    part.map(known -> MOMENT.format(known.changedAt())).orElse(""),
                    reports.stream()
                            .filter(report -> report.contribution()
                                    && report.unit().equals(unit)
                                    && !report.words().isEmpty())
                            .reduce((earlier, later) -> later)
                            .map(TaskHistory.Reported::words)
                            .orElse("")));
        }
        return lines;
    }

    private static List<TaskPage.RoundLine> rounds(
            RunningTask task, TaskSheet sheet, ExecutionRules.Rules limits, LocalDate today, Text t) {
        return task.rounds().stream()
                .map(round -> {
                    var state = sheet.stateOf(round);
                    var urgency = round.begunBy(today)
                            ? Urgency.of(state, round.dueOn(), today, limits.soonUntil(today))
                            : Urgency.NONE;
                    var done = sheet.rounds().stream()
                            .filter(one -> one.round().equals(round.key()))
                            .map(TaskSheet.RoundState::doneOn)
                            .filter(day -> day != null)
                            .findFirst();
                    return new TaskPage.RoundLine(
                            name(round, t),
                            done.isPresent()
                                    ? t.of("execution.round.done", DAY.format(done.get()))
                                    : t.of(
                                            "execution.round.days",
                                            DAY.format(round.period().from()),
                                            DAY.format(round.dueOn())),
                            round.begunBy(today) || !state.open() ? state.mark() : "",
                            round.begunBy(today) || !state.open()
                                    ? t.of(state.messageKey())
                                    : t.of("execution.round.later"),
                            mark(urgency),
                            urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()));
                })
                .toList();
    }

    private static String mark(Urgency urgency) {
        return switch (urgency) {
            case LATE -> "late";
            case DUE_SOON -> "soon";
            case NONE -> "";
        };
    }

    private static List<TaskPage.HandLine> hands(RunningTask task, TaskSheet sheet, TaskNames.Named named) {
        return sheet.hands().stream()
                .filter(hand -> hand.current() && hand.personId() != null)
                .map(hand ->
                        new TaskPage.HandLine(named.unit(new UnitId(hand.unitId())), person(named, hand.personId())))
                .toList();
    }

    private static String person(TaskNames.Named named, @Nullable UUID person) {
        return person == null ? "" : named.persons().getOrDefault(new PersonId(person), "");
    }

    private static List<TaskPage.SubLine> subTasks(
            RunningTask task,
            TaskSheet sheet,
            TaskNames.Named named,
            ExecutionRules.Rules limits,
            LocalDate today,
            Text t) {
        return sheet.subTasks().stream()
                .map(sub -> {
                    String href = task.href() + "/sub-tasks/" + sub.id();
                    var urgency = Urgency.of(sub.state(), sub.dueOn(), today, limits.soonUntil(today));
                    return new TaskPage.SubLine(
                            href,
                            sub.text(),
                            named.target(sub.toUnitId(), sub.toPersonId(), t),
                            due(sub, t),
                            mark(urgency),
                            urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()),
                            sub.state().mark(),
                            t.of(sub.state().messageKey()),
                            sub.words(),
                            String.valueOf(sub.version()),
                            task.runs() && sub.may() && sub.state().open() ? href + "/state" : "");
                })
                .toList();
    }

    static String due(TaskSheet.SubTask sub, Text t) {
        return sub.dueOn() == null
                ? t.of("execution.task.noDueBecause", String.valueOf(sub.noDueReason()))
                : t.of("execution.start.due", DAY.format(sub.dueOn()));
    }

    private static TaskPage.Comments comments(
            Actor actor,
            RunningTask task,
            TaskSheet sheet,
            TaskReportPages.Unsaid unsaid,
            TaskNames.Named named,
            Text t) {
        boolean may = task.runs() && actor.may(Action.COMMENT_TASKS);
        return new TaskPage.Comments(
                sheet.comments().stream()
                        .map(comment -> new TaskPage.Said(
                                named.person(new AccountId(comment.writtenBy())),
                                named.unit(new UnitId(comment.unitId())),
                                MOMENT.format(comment.writtenAt()),
                                comment.words()))
                        .toList(),
                may ? task.href() + "/comments" : "",
                "binhdang.comment." + actor.account() + "." + task.id(),
                unsaid.typed(),
                String.join(
                        " ",
                        unsaid.problems().stream()
                                .map(problem -> t.of(
                                        problem.messageKey(),
                                        problem.arguments().toArray()))
                                .toList()),
                sheet.mentioned() ? task.href() + "/comments/seen" : "");
    }
}
