package vn.binhdang.execution.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.TaskId;
import vn.binhdang.web.Text;

/** Makes the page that says what a task waits for. */
@Component
class DependencyPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final TaskSheets sheets;

    DependencyPages(TaskSheets sheets) {
        this.sheets = sheets;
    }

    /** What was typed and what came of it, when the form is shown again. */
    record Typed(
            String words,
            List<TaskDependencies.Candidate> candidates,
            @Nullable Problem problem) {
        static final Typed NOTHING = new Typed("", List.of(), null);
    }

    /** @throws NotVisible for who neither leads nor follows up */
    DependencyPage page(Actor actor, RunningTask task, Typed typed, boolean saved, Text t) {
        if (!task.part().saysState()) throw new NotVisible("dependencies of task " + task.id());
        task.mustRun();
        var sheet = sheets.of(actor, task);
        return new DependencyPage(
                task.href(),
                task.heading(),
                "/plans/" + task.plan() + "/timeline",
                task.href() + "/dependencies",
                saved ? t.of("execution.dependency.saved") : "",
                before(task, sheet, t),
                after(task, sheet, t),
                typed.words(),
                typed.candidates().stream()
                        .limit(TaskDependencies.OFFERED)
                        .map(one -> new DependencyPage.Candidate(
                                one.id().toString(), one.title(), one.dueOn() == null ? "" : DAY.format(one.dueOn())))
                        .toList(),
                typed.problem() == null
                        ? ""
                        : t.of(
                                typed.problem().messageKey(),
                                typed.problem().arguments().toArray()));
    }

    static List<TaskPage.DependencyLine> before(RunningTask task, TaskSheet sheet, Text t) {
        boolean may = task.runs() && task.part().saysState();
        return sheet.before(task.id()).stream()
                .map(one -> line(
                        task,
                        new TaskId(one.afterId()),
                        one,
                        earlier(task.dueOn(), one.dueOn()) ? warning(task.dueOn(), one.dueOn(), t) : "",
                        may ? task.href() + "/dependencies/" + one.afterId() + "/remove" : "",
                        t))
                .toList();
    }

    static List<TaskPage.DependencyLine> after(RunningTask task, TaskSheet sheet, Text t) {
        return sheet.after(task.id()).stream()
                .map(one -> line(
                        task,
                        new TaskId(one.taskId()),
                        one,
                        earlier(one.dueOn(), task.dueOn()) ? warning(one.dueOn(), task.dueOn(), t) : "",
                        "",
                        t))
                .toList();
    }

    private static boolean earlier(@Nullable LocalDate dueOn, @Nullable LocalDate dueOfBefore) {
        return dueOn != null && dueOfBefore != null && dueOn.isBefore(dueOfBefore);
    }

    private static String warning(@Nullable LocalDate dueOn, @Nullable LocalDate dueOfBefore, Text t) {
        return dueOn == null || dueOfBefore == null
                ? ""
                : t.of("execution.dependency.tooEarly", DAY.format(dueOn), DAY.format(dueOfBefore));
    }

    private static TaskPage.DependencyLine line(
            RunningTask task, TaskId other, TaskSheet.Dependency one, String warning, String removeAction, Text t) {
        return new TaskPage.DependencyLine(
                "/plans/" + task.plan() + "/tasks/" + other,
                one.title(),
                one.dueOn() == null ? "" : t.of("execution.start.due", DAY.format(one.dueOn())),
                one.state().mark(),
                t.of(one.state().messageKey()),
                warning,
                removeAction);
    }
}
