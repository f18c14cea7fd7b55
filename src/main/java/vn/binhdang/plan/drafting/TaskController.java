package vn.binhdang.plan.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.document.drafting.Outcome;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.document.drafting.Replies;
import vn.binhdang.document.drafting.Replies.Call;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.drafting.PlanEditPage.TasksPart;
import vn.binhdang.plan.drafting.TaskEditing.Deed;

/** Forms of tasks: one for each, with a button for each thing that can be done to it. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
@RequestMapping("/plans/{id}/tasks")
class TaskController {
    private final TaskEditing editing;
    private final TaskPages pages;
    private final TaskViews views;
    private final Plans plans;
    private final PlanNotes notes;
    private final Replies replies;

    TaskController(
            TaskEditing editing, TaskPages pages, TaskViews views, Plans plans, PlanNotes notes, Replies replies) {
        this.editing = editing;
        this.pages = pages;
        this.views = views;
        this.plans = plans;
        this.notes = notes;
        this.replies = replies;
    }

    @PostMapping
    ModelAndView add(@PathVariable String id, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var plan = PlanId.of(id);
        var added = editing.add(actor, plan);
        return shown(new Call(request, response), actor, plan, List.of(added), List.of(), null, added.value());
    }

    @PostMapping("/{task}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var plan = PlanId.of(id);
        var taskId = TaskId.of(task);
        var call = new Call(request, response);
        var words = editing.unitWords(actor);
        var typed = new TaskForm(form, words);
        var outcome = editing.change(actor, plan, taskId, typed, deed(form.getFirst("do")), words);
        if (!typed.mistakes().isEmpty() && outcome instanceof Saved<PlanTask>(PlanTask saved)) {
            response.setStatus(422);
            response.setHeader("X-Version", String.valueOf(saved.version()));
            return pages.mistaken(actor, plan, saved, form, typed.mistakes(), call);
        }
        if (outcome instanceof Saved<PlanTask>(PlanTask saved)) response.setHeader("X-Shown", shown(saved, words));
        return reply(call, outcome, form, actor, plan, taskId.value());
    }

    /** How the fields are written that were typed loosely: "vp" is "Văn phòng", 5/4/2025 is 05/04/2025. */
    private static String shown(PlanTask task, UnitWords words) {
        return Stream.of(
                        Map.entry("lead", words.name(task.leadUnit(), task.leadPrinted())),
                        Map.entry("coordinating", words.names(task.coordinating())),
                        Map.entry("start", TypedDate.printed(task.startOn())),
                        Map.entry("due", TypedDate.printed(task.dueOn())))
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A finding's button: one field, the rest as it is. */
    @PostMapping("/{task}/mend")
    ModelAndView mend(
            @PathVariable String id,
            @PathVariable String task,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam String version,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var one = new LinkedMultiValueMap<String, String>();
        one.add(field, value);
        one.add("version", version);
        return change(id, task, one, actor, request, response);
    }

    @PostMapping("/undo/{undo}")
    ModelAndView undo(
            @PathVariable String id,
            @PathVariable UUID undo,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var plan = PlanId.of(id);
        var outcome = editing.undo(actor, plan, undo);
        return reply(new Call(request, response), outcome, new LinkedMultiValueMap<>(), actor, plan, undo);
    }

    @PostMapping("/assign")
    String assign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            Actor actor) {
        var plan = PlanId.of(id);
        var chosen = tasks == null ? Stream.<String>empty() : tasks.stream();
        editing.assign(actor, plan, chosen.map(TaskId::of).toList(), lead);
        return "redirect:/plans/" + plan + "/edit#tasks-title";
    }

    @GetMapping("/{task}/edit")
    ModelAndView edit(@PathVariable String id, @PathVariable String task, Actor actor, Locale locale) {
        return pages.of(actor, PlanId.of(id), TaskId.of(task), locale);
    }

    private ModelAndView reply(
            Call call,
            Outcome<PlanTask> outcome,
            MultiValueMap<String, String> form,
            Actor actor,
            PlanId plan,
            UUID task) {
        String back = page(plan);
        return switch (outcome) {
            case Saved<PlanTask>(PlanTask row) ->
                replies.saved(call, String.valueOf(row.version()), back + "#task-" + task);
            case Conflict<PlanTask> conflict -> replies.conflict(call, conflict, form, back + "#task-" + task);
            case Rearranged<PlanTask>(var rows, var removed, var undo) ->
                shown(
                        call,
                        actor,
                        plan,
                        rows.stream().map(PlanTask::id).toList(),
                        removed,
                        undo,
                        rows.isEmpty() ? task : rows.getLast().id().value());
        };
    }

    private ModelAndView shown(
            Call call,
            Actor actor,
            PlanId id,
            List<TaskId> rows,
            List<UUID> removed,
            @Nullable UUID undo,
            UUID anchor) {
        var plan = plans.find(actor, id);
        var all = views.of(plan, plans.tasksOf(plan), notes.open(id), editing.unitWords(actor), call.t());
        var part = new TasksPart(
                "/plans/" + id,
                rows.stream()
                        .flatMap(row -> all.stream().filter(view -> view.id().equals(row.toString())))
                        .toList(),
                undo == null ? null : "/plans/" + id + "/tasks/undo/" + undo);
        var gone = new ArrayList<String>();
        removed.forEach(one -> gone.add("task-" + one));
        return replies.rearranged(
                call,
                new ModelAndView("plan/drafting/tasks", Map.of("page", part)),
                gone,
                Replies.withUndo(page(id), "tasks", undo, "task-" + anchor));
    }

    private static String page(PlanId id) {
        return "/plans/" + id + "/edit";
    }

    private static Deed deed(@Nullable String name) {
        return switch (name == null ? "save" : name) {
            case "save" -> Deed.SAVE;
            case "add-after" -> Deed.ADD_AFTER;
            case "up" -> Deed.UP;
            case "down" -> Deed.DOWN;
            case "split" -> Deed.SPLIT;
            case "join" -> Deed.JOIN;
            case "spread" -> Deed.SPREAD;
            case "delete" -> Deed.DELETE;
            default -> throw new NotVisible("deed on a task");
        };
    }
}
