package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.document.drafting.Replies.Call;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.drafting.PlanEditPage.TaskView;
import vn.binhdang.plan.drafting.PlansPage.Choice;
import vn.binhdang.plan.drafting.TaskForm.Mistake;
import vn.binhdang.web.Text;

/** Puts the page of a single task together. */
@Component
class TaskPages {
    private final Drafts drafts;
    private final Plans plans;
    private final PlanNotes notes;
    private final TaskEditing editing;
    private final TaskViews views;

    TaskPages(Drafts drafts, Plans plans, PlanNotes notes, TaskEditing editing, TaskViews views) {
        this.drafts = drafts;
        this.plans = plans;
        this.notes = notes;
        this.editing = editing;
        this.views = views;
    }

    ModelAndView of(Actor actor, PlanId id, TaskId task, Locale locale) {
        drafts.readable(actor, id.document());
        var draft = draft(actor, id);
        var view = view(draft, task, Text.in(locale));
        return new ModelAndView("plan/drafting/task-page", "page", page(draft, stored(draft, task), view, Map.of()));
    }

    /** What was typed stays in the fields; what was understood of it is stored already. */
    ModelAndView mistaken(
            Actor actor,
            PlanId id,
            PlanTask saved,
            MultiValueMap<String, String> form,
            List<Mistake> mistakes,
            Call call) {
        var printed = new LinkedHashMap<String, String>();
        mistakes.forEach(m -> printed.put(m.field(), call.t().of(m.messageKey(), m.typed())));
        if (call.scripted()) return new ModelAndView("plan/drafting/mistakes", "page", new TaskMistakes(printed));
        var draft = draft(actor, id);
        var view = typed(view(draft, saved.id(), call.t()), form);
        return new ModelAndView("plan/drafting/task-page", "page", page(draft, saved, view, printed));
    }

    /** What the page is made of, each read once. */
    private record Draft(Plan plan, List<PlanTask> tasks, UnitWords words) {}

    private Draft draft(Actor actor, PlanId id) {
        var plan = plans.find(actor, id);
        return new Draft(plan, plans.tasksOf(plan), editing.unitWords(actor));
    }

    private static PlanTask stored(Draft draft, TaskId task) {
        return draft.tasks().stream()
                .filter(t -> t.id().equals(task))
                .findFirst()
                .orElseThrow(() -> new NotVisible("task " + task));
    }

    private TaskView view(Draft draft, TaskId task, Text t) {
        var open = notes.open(draft.plan().id());
        return views.of(draft.plan(), draft.tasks(), open, draft.words(), t).stream()
                .filter(view -> view.id().equals(task.toString()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("task " + task));
    }

    private static TaskPage page(Draft draft, PlanTask task, TaskView view, Map<String, String> mistakes) {
        var id = draft.plan().id();
        var leads = new ArrayList<Choice>();
        var coordinating = new ArrayList<Choice>();
        for (var unit : TaskViews.units(draft.words())) {
            leads.add(new Choice(
                    unit.name(),
                    unit.name(),
                    task.leadUnit() != null && task.leadUnit().toString().equals(unit.id())));
            boolean coordinates = task.coordinating().stream()
                    .anyMatch(c -> c.unit() != null && c.unit().toString().equals(unit.id()));
            coordinating.add(new Choice(unit.name(), unit.name(), coordinates));
        }
        var others = task.coordinating().stream()
                .filter(c -> c.unit() == null)
                .map(PlanTask.CoordinatingUnit::printed)
                .toList();
        return new TaskPage(
                "/plans/" + id + "/tasks/" + task.id(),
                "/plans/" + id + "/edit",
                draft.plan().document().subject(),
                view,
                leads,
                coordinating,
                String.join("; ", others),
                mistakes);
    }

    private static TaskView typed(TaskView v, MultiValueMap<String, String> form) {
        return new TaskView(
                v.id(),
                v.name(),
                v.number(),
                v.text(),
                v.lead(),
                v.leadPrinted(),
                v.coordinating(),
                Objects.requireNonNullElse(form.getFirst("start"), v.start()),
                Objects.requireNonNullElse(form.getFirst("due"), v.due()),
                v.dueText(),
                v.noDueReason(),
                v.output(),
                v.recurrence(),
                v.version(),
                v.lines(),
                v.rows(),
                v.first(),
                v.last(),
                v.flag(),
                v.notes());
    }
}
