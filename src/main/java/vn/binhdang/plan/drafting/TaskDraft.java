package vn.binhdang.plan.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.drafting.TextParts;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.TaskId;

/** What becomes of tasks when they are made, moved, split and joined. Nothing here is stored. */
final class TaskDraft {
    private TaskDraft() {}

    static PlanTask empty(PlanId plan, int position, @Nullable String number) {
        return new PlanTask(
                TaskId.create(),
                plan,
                position,
                number,
                "",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    static PlanTask at(PlanTask t, int position) {
        return copy(t, t.id(), t.plan(), position, t.number(), t.text(), t.leadUnit(), t.version());
    }

    static PlanTask next(PlanTask t) {
        return copy(t, t.id(), t.plan(), t.position(), t.number(), t.text(), t.leadUnit(), t.version() + 1);
    }

    /** The same task in another plan, where no source text lies beside it. */
    static PlanTask copied(PlanTask t, PlanId plan) {
        return new PlanTask(
                TaskId.create(),
                plan,
                t.position(),
                t.number(),
                t.text(),
                t.leadUnit(),
                t.leadPrinted(),
                t.coordinating(),
                t.startOn(),
                t.dueOn(),
                t.dueText(),
                t.noDueReason(),
                t.recurrence(),
                t.expectedOutput(),
                null,
                1);
    }

    static PlanTask led(PlanTask t, UnitId lead) {
        return copy(t, t.id(), t.plan(), t.position(), t.number(), t.text(), lead, t.version() + 1);
    }

    static PlanTask due(PlanTask t, LocalDate due) {
        return new PlanTask(
                t.id(),
                t.plan(),
                t.position(),
                t.number(),
                t.text(),
                t.leadUnit(),
                t.leadPrinted(),
                t.coordinating(),
                t.startOn(),
                due,
                t.dueText(),
                t.noDueReason(),
                t.recurrence(),
                t.expectedOutput(),
                t.lines(),
                t.version() + 1);
    }

    /** The first piece stays the task; the others inherit units and dates, so that only what differs is corrected. */
    static List<PlanTask> split(PlanTask task, List<String> texts) {
        var pieces = new ArrayList<PlanTask>();
        pieces.add(copy(
                task,
                task.id(),
                task.plan(),
                task.position(),
                task.number(),
                texts.getFirst(),
                task.leadUnit(),
                task.version() + 1));
        for (int i = 1; i < texts.size(); i++)
            pieces.add(copy(
                    task, TaskId.create(), task.plan(), task.position() + i, null, texts.get(i), task.leadUnit(), 1));
        return pieces;
    }

    /** The same task once for each unit; the first stays the task. */
    static List<PlanTask> spread(PlanTask task, List<UnitId> leads) {
        var pieces = new ArrayList<PlanTask>();
        for (int i = 0; i < leads.size(); i++)
            pieces.add(copy(
                    task,
                    i == 0 ? task.id() : TaskId.create(),
                    task.plan(),
                    task.position() + i,
                    task.number(),
                    task.text(),
                    leads.get(i),
                    i == 0 ? task.version() + 1 : 1));
        return pieces;
    }

    /** What the first does not say is taken from the second; whoever worked with either works with both. */
    static PlanTask join(PlanTask first, PlanTask second) {
        var coordinating = new ArrayList<>(first.coordinating());
        for (CoordinatingUnit unit : second.coordinating())
            if (coordinating.stream().noneMatch(c -> c.printed().equals(unit.printed()))) coordinating.add(unit);
        return new PlanTask(
                first.id(),
                first.plan(),
                first.position(),
                or(first.number(), second.number()),
                TextParts.join(first.text(), second.text()),
                or(first.leadUnit(), second.leadUnit()),
                or(first.leadPrinted(), second.leadPrinted()),
                coordinating,
                first.dueOn() == null && second.dueOn() != null ? second.startOn() : first.startOn(),
                or(first.dueOn(), second.dueOn()),
                or(first.dueText(), second.dueText()),
                or(first.noDueReason(), second.noDueReason()),
                or(first.recurrence(), second.recurrence()),
                or(first.expectedOutput(), second.expectedOutput()),
                TextParts.both(first.lines(), second.lines()),
                first.version() + 1);
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private static PlanTask copy(
            PlanTask t,
            TaskId id,
            PlanId plan,
            int position,
            @Nullable String number,
            String text,
            @Nullable UnitId lead,
            int version) {
        return new PlanTask(
                id,
                plan,
                position,
                number,
                text,
                lead,
                t.leadPrinted(),
                t.coordinating(),
                t.startOn(),
                t.dueOn(),
                t.dueText(),
                t.noDueReason(),
                t.recurrence(),
                t.expectedOutput(),
                t.lines(),
                version);
    }
}
