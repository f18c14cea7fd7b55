package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.task.TaskPage.Fact;
import vn.binhdang.web.Text;

/** What the plan says of a task, line by line. */
final class TaskFacts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private TaskFacts() {}

    static List<Fact> of(RunningTask task, TaskSheet sheet, TaskNames.Named named, Text t) {
        var facts = new ArrayList<Fact>();
        facts.add(lead(task, named, t));
        if (!task.coordinating().isEmpty())
            facts.add(new Fact(t.of("execution.task.coordinating"), coordinating(task, named, t), true));
        if (task.startOn() != null)
            facts.add(new Fact(t.of("execution.task.start"), DAY.format(task.startOn()), false));
        facts.add(due(task, t));
        printed(facts, "execution.task.recurrence", task.recurrence(), t);
        printed(facts, "execution.task.output", task.expectedOutput(), t);
        sheet.detail().ifPresent(detail -> added(facts, detail, t));
        if (task.state() == TaskState.DONE) {
            if (task.doneOn() != null) facts.add(done(task.doneOn(), task.dueOn(), t));
            printed(facts, "execution.task.noEvidence", task.noEvidenceReason(), t);
        }
        return facts;
    }

    private static void added(List<Fact> facts, TaskSheet.Detail detail, Text t) {
        printed(facts, "execution.detail.measure", detail.measure(), t);
        if (detail.goal() != null)
            facts.add(new Fact(
                    t.of("execution.detail.goal"),
                    (figure(detail.goal(), t) + " " + detail.measuredIn()).strip(),
                    true));
        if (detail.cost() != null)
            facts.add(new Fact(t.of("execution.detail.cost"), t.of("execution.detail.dong", detail.cost()), false));
        printed(facts, "execution.detail.funding", detail.funding(), t);
    }

    /** "1.250,5" on a Vietnamese page, "1,250.5" on an English one. */
    static String figure(@Nullable BigDecimal figure, Text t) {
        return figure == null ? "" : t.number(figure);
    }

    private static Fact lead(RunningTask task, TaskNames.Named named, Text t) {
        String label = t.of("execution.task.lead");
        if (task.leadUnit() == null && task.leadPrinted() == null)
            return new Fact(label, t.of("execution.task.noLead"), false);
        String printed = task.leadPrinted() == null ? "" : task.leadPrinted();
        return new Fact(label, named.unitPrinted(task.leadUnit(), printed, t), true);
    }

    private static String coordinating(RunningTask task, TaskNames.Named named, Text t) {
        return String.join(
                "; ",
                task.coordinating().stream()
                        .map(c -> named.unitPrinted(c.unit(), c.printed(), t))
                        .toList());
    }

    private static Fact due(RunningTask task, Text t) {
        String label = t.of("execution.task.due");
        if (task.dueOn() != null) return new Fact(label, DAY.format(task.dueOn()), false);
        if (task.dueText() != null) return new Fact(label, task.dueText(), true);
        return task.noDueReason() == null
                ? new Fact(label, t.of("execution.task.noDue"), false)
                : new Fact(label, t.of("execution.task.noDueBecause", task.noDueReason()), true);
    }

    private static Fact done(LocalDate doneOn, @Nullable LocalDate dueOn, Text t) {
        String day = DAY.format(doneOn);
        boolean late = dueOn != null && dueOn.isBefore(doneOn);
        return new Fact(t.of("execution.task.doneOn"), late ? t.of("execution.task.doneLate", day) : day, false);
    }

    private static void printed(List<Fact> facts, String labelKey, @Nullable String value, Text t) {
        if (value != null && !value.isEmpty()) facts.add(new Fact(t.of(labelKey), value, true));
    }
}
