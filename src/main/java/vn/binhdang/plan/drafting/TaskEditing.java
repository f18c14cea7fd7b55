package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.document.drafting.Outcome;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.document.drafting.TextParts;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;

/** The tasks of a draft plan. Whatever is done to a task first stores what was typed into it. */
@Component
class TaskEditing {
    private static final Set<UnitKind> ADMINISTRATION = Set.of(
            UnitKind.DEPARTMENT_OFFICE,
            UnitKind.DIVISION,
            UnitKind.INSPECTORATE,
            UnitKind.SUB_DEPARTMENT,
            UnitKind.PUBLIC_SERVICE_UNIT);

    private final Drafts drafts;
    private final Plans plans;
    private final TaskRows rows;
    private final TaskUndo undo;
    private final Units units;
    private final Clock clock;

    TaskEditing(Drafts drafts, Plans plans, TaskRows rows, TaskUndo undo, Units units, Clock clock) {
        this.drafts = drafts;
        this.plans = plans;
        this.rows = rows;
        this.undo = undo;
        this.units = units;
        this.clock = clock;
    }

    /** What may be done to a task besides saving it. */
    enum Deed {
        SAVE,
        ADD_AFTER,
        UP,
        DOWN,
        SPLIT,
        JOIN,
        /** one task each for the divisions and units of the agency */
        SPREAD,
        DELETE
    }

    UnitWords unitWords(Actor actor) {
        var today = LocalDate.now(clock);
        var own = units.below(actor.agency(), today);
        return new UnitWords(own, new UnitMatcher(own, units.aliases(actor.agency(), today)));
    }

    @Transactional
    Outcome<PlanTask> change(Actor actor, PlanId id, TaskId taskId, TaskForm form, Deed deed, UnitWords words) {
        var plan = open(actor, id);
        var stored = rows.find(plan, taskId).orElseThrow(() -> new Refused("plan.drafting.task.gone"));
        var typed = form.over(stored);
        var task = stored;
        if (!typed.equals(stored)) {
            if (form.version() != stored.version())
                return new Conflict<>(TaskForm.differences(typed, stored, words), String.valueOf(stored.version()));
            task = TaskDraft.next(typed);
            rows.update(task);
            record(actor, task, "plan.task.edit");
        }
        return switch (deed) {
            case SAVE -> new Saved<>(task);
            case ADD_AFTER -> added(actor, task);
            case UP -> moved(actor, plan, task, -1);
            case DOWN -> moved(actor, plan, task, 1);
            case SPLIT -> split(actor, plan, task, form);
            case JOIN -> joined(actor, plan, task);
            case SPREAD -> spread(actor, plan, task);
            case DELETE -> deleted(actor, plan, task);
        };
    }

    /** An empty task at the end. */
    @Transactional
    TaskId add(Actor actor, PlanId id) {
        var plan = open(actor, id);
        var task = TaskDraft.empty(id, rows.of(plan).size(), null);
        rows.insert(task);
        record(actor, task, "plan.task.add");
        return task.id();
    }

    /** One lead for several tasks. @return how many had another one */
    @Transactional
    int assign(Actor actor, PlanId id, List<TaskId> tasks, String leadWords) {
        var plan = open(actor, id);
        UnitId lead = unitWords(actor)
                .unit(leadWords)
                .orElseThrow(() -> new Refused("plan.drafting.lead.unknown", leadWords));
        if (tasks.isEmpty()) throw new Refused("plan.drafting.bulk.none");
        var all = rows.of(plan);
        if (!all.stream().map(PlanTask::id).collect(Collectors.toSet()).containsAll(tasks))
            throw new Refused("plan.drafting.task.gone");
        int changed = 0;
        for (var task : all) {
            if (!tasks.contains(task.id()) || lead.equals(task.leadUnit())) continue;
            var led = TaskDraft.led(task, lead);
            rows.update(led);
            record(actor, led, "plan.task.assign");
            changed++;
        }
        return changed;
    }

    @Transactional
    Outcome<PlanTask> undo(Actor actor, PlanId id, UUID undoId) {
        var plan = open(actor, id);
        var restored = undo.restore(plan, undoId);
        record(actor, restored.shown().getFirst(), "plan.task.undo");
        return restored;
    }

    private Plan open(Actor actor, PlanId id) {
        drafts.open(actor, id.document());
        return plans.find(actor, id);
    }

    private Outcome<PlanTask> added(Actor actor, PlanTask task) {
        var added = TaskDraft.empty(task.plan(), task.position() + 1, Numbers.after(task.number()));
        rows.insert(added);
        record(actor, added, "plan.task.add");
        return new Rearranged<>(List.of(task, added), List.of(), null);
    }

    private Outcome<PlanTask> moved(Actor actor, Plan plan, PlanTask task, int by) {
        var tasks = rows.of(plan);
        int to = task.position() + by;
        if (to < 0 || to >= tasks.size()) return new Rearranged<>(List.of(task), List.of(), null);
        var other = tasks.get(to);
        rows.place(task, other.position());
        rows.place(other, task.position());
        record(actor, task, "plan.task.move");
        return new Rearranged<>(
                by < 0 ? List.of(task, other) : List.of(other, task),
                List.of(other.id().value()),
                null);
    }

    private Outcome<PlanTask> split(Actor actor, Plan plan, PlanTask task, TaskForm form) {
        var texts = TextParts.split(task.text(), form.cursor());
        if (texts.size() < 2) texts = TextParts.sentences(task.text());
        if (texts.size() < 2) throw new Refused("document.drafting.split.nowhere");
        var pieces = TaskDraft.split(task, texts);
        rows.update(pieces.getFirst());
        for (var piece : pieces.subList(1, pieces.size())) rows.insert(piece);
        record(actor, task, "plan.task.split");
        return new Rearranged<>(pieces, List.of(), undo.keep(actor, plan, List.of(task), pieces));
    }

    /** "Các phòng, đơn vị" in the words of today: each unit that exists, without the unions, leads its own. */
    private Outcome<PlanTask> spread(Actor actor, Plan plan, PlanTask task) {
        var leads = units.below(actor.agency(), LocalDate.now(clock)).stream()
                .filter(unit -> ADMINISTRATION.contains(unit.kind()))
                .map(Unit::id)
                .toList();
        if (leads.size() < 2) throw new Refused("plan.drafting.spread.nobody");
        var pieces = TaskDraft.spread(task, leads);
        rows.update(pieces.getFirst());
        for (var piece : pieces.subList(1, pieces.size())) rows.insert(piece);
        record(actor, task, "plan.task.spread");
        return new Rearranged<>(pieces, List.of(), undo.keep(actor, plan, List.of(task), pieces));
    }

    private Outcome<PlanTask> joined(Actor actor, Plan plan, PlanTask task) {
        var tasks = rows.of(plan);
        if (task.position() + 1 >= tasks.size()) throw new Refused("plan.drafting.join.last");
        var next = tasks.get(task.position() + 1);
        var joined = TaskDraft.join(task, next);
        rows.update(joined);
        rows.remove(next);
        record(actor, task, "plan.task.join");
        return new Rearranged<>(
                List.of(joined),
                List.of(next.id().value()),
                undo.keep(actor, plan, List.of(task, next), List.of(joined)));
    }

    private Outcome<PlanTask> deleted(Actor actor, Plan plan, PlanTask task) {
        rows.remove(task);
        record(actor, task, "plan.task.delete");
        return new Rearranged<>(List.of(), List.of(), undo.keep(actor, plan, List.of(task), new ArrayList<>()));
    }

    private void record(Actor actor, PlanTask task, String action) {
        String number = task.number();
        drafts.changed(
                actor,
                task.plan().document(),
                action,
                Map.of(
                        "task",
                        task.id().toString(),
                        "number",
                        number == null ? "" : number,
                        "position",
                        task.position() + 1,
                        "version",
                        task.version()));
    }
}
