package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.document.drafting.UndoLog;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanTask;

/** Puts tasks back as they were, unless what stands in their place was written on meanwhile. */
@Component
class TaskUndo {
    private record Taken(List<PlanTask> before, List<PlanTask> after) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final TaskRows rows;
    private final UndoLog log;

    TaskUndo(TaskRows rows, UndoLog log) {
        this.rows = rows;
        this.log = log;
    }

    UUID keep(Actor actor, Plan plan, List<PlanTask> before, List<PlanTask> after) {
        return log.keep(actor, plan.id().document(), json.writeValueAsString(new Taken(before, after)));
    }

    Rearranged<PlanTask> restore(Plan plan, UUID undo) {
        var taken = json.readValue(log.take(plan.id().document(), undo), Taken.class);
        int position = taken.before().getFirst().position();
        for (var task : taken.after()) {
            var now = rows.find(plan, task.id());
            if (now.isEmpty() || now.get().version() != task.version())
                throw new Refused("document.drafting.undo.changed");
            if (task.equals(taken.after().getFirst())) position = now.get().position();
        }
        for (var task : taken.after()) rows.remove(rows.find(plan, task.id()).orElseThrow());
        position = Math.min(position, rows.of(plan).size());
        var restored = new ArrayList<PlanTask>();
        for (var task : taken.before()) {
            var back = TaskDraft.next(TaskDraft.at(task, position++));
            rows.insert(back);
            restored.add(back);
        }
        return new Rearranged<>(
                restored, taken.after().stream().map(task -> task.id().value()).toList(), null);
    }
}
