package vn.binhdang.execution.start;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.Urgency;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Makes a task ready to print in a list of work, with the small form for a fast update. */
@Component
class WorkLines {
    /** So many tasks of a list have the form beside them; a page of hundreds of forms loads slowly on a phone. */
    static final int QUICK = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** @param quick the rules for the form; null: no form */
    StartPage.Work line(
            Actor actor,
            WorkList.Work task,
            String part,
            Urgency urgency,
            ExecutionRules.@Nullable Rules quick,
            Text t) {
        String plan = "/plans/" + task.planId();
        String href = plan + "/tasks/" + task.id();
        return new StartPage.Work(
                href,
                (task.number() == null ? "" : task.number() + ". ") + task.text(),
                plan,
                task.planSubject(),
                due(task, t),
                urgency == Urgency.LATE ? "late" : urgency == Urgency.DUE_SOON ? "soon" : "",
                urgency == Urgency.NONE ? "" : t.of(urgency.messageKey()),
                task.state().mark(),
                t.of(task.state().messageKey()),
                task.shareDone() == null || task.state() != TaskState.IN_PROGRESS ? "" : task.shareDone() + "%",
                part,
                task.words(),
                quick == null ? null : quick(actor, task, href, quick, t));
    }

    private static String due(WorkList.Work task, Text t) {
        if (task.dueOn() != null) return t.of("execution.start.due", DAY.format(task.dueOn()));
        return task.dueText() == null ? "" : t.of("execution.start.due", task.dueText());
    }

    private static StartPage.Quick quick(
            Actor actor, WorkList.Work task, String href, ExecutionRules.Rules rules, Text t) {
        // What is chosen before anybody types is what is reported most: the work goes on.
        var states = Arrays.stream(TaskState.values())
                .map(state -> new StartPage.State(
                        state.name(), state.mark(), t.of(state.messageKey()), state == TaskState.IN_PROGRESS))
                .toList();
        return new StartPage.Quick(
                task.id().toString(),
                href + "/progress",
                // of one person: computers are shared, and a browser keeps what was typed
                "binhdang.quick." + actor.account() + "." + task.id(),
                String.valueOf(task.version()),
                task.shareDone() == null ? "" : String.valueOf(task.shareDone()),
                List.copyOf(states),
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", rules.evidenceMegabytes()));
    }
}
