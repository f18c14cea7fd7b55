package vn.binhdang.plan.amendment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.TaskId;
import vn.binhdang.web.Text;

/** The changes of an amendment, one task at a time. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class TaskChangeController {
    private final AmendmentEditing editing;
    private final AmendmentPages pages;

    TaskChangeController(AmendmentEditing editing, AmendmentPages pages) {
        this.editing = editing;
        this.pages = pages;
    }

    @GetMapping("/amendments/{id}/tasks/new")
    String newTask(@PathVariable DocumentId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.newTask(actor, id, null, List.of(), t));
        return "plan/amendment/change";
    }

    @PostMapping("/amendments/{id}/tasks")
    String add(
            @PathVariable DocumentId id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.add(actor, id, form);
        if (outcome.stored().isPresent())
            return stored(id, outcome.stored().get().task());
        model.addAttribute("page", pages.newTask(actor, id, form, outcome.mistakes(), t));
        return unfit(response);
    }

    @GetMapping("/amendments/{id}/tasks/{task}")
    String task(@PathVariable DocumentId id, @PathVariable TaskId task, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.change(actor, id, task, null, List.of(), t));
        return "plan/amendment/change";
    }

    @PostMapping("/amendments/{id}/tasks/{task}")
    String change(
            @PathVariable DocumentId id,
            @PathVariable TaskId task,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.change(actor, id, task, form);
        if (outcome.stored().isPresent()) return stored(id, task);
        model.addAttribute("page", pages.change(actor, id, task, form, outcome.mistakes(), t));
        return unfit(response);
    }

    @PostMapping("/amendments/{id}/tasks/{task}/drop")
    String drop(
            @PathVariable DocumentId id,
            @PathVariable TaskId task,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.drop(actor, id, task, form);
        if (outcome.stored().isPresent()) return stored(id, task);
        form.add("dropping", "yes");
        model.addAttribute("page", pages.change(actor, id, task, form, outcome.mistakes(), t));
        return unfit(response);
    }

    @PostMapping("/amendments/{id}/tasks/{task}/undo")
    String undo(@PathVariable DocumentId id, @PathVariable TaskId task, Actor actor) {
        editing.undo(actor, id, task);
        return "redirect:/amendments/" + id + "?done=undone&undone=" + task;
    }

    @PostMapping("/amendments/{id}/tasks/{task}/restore")
    String restore(@PathVariable DocumentId id, @PathVariable TaskId task, Actor actor) {
        editing.restore(actor, id, task);
        return stored(id, task);
    }

    @PostMapping("/amendments/{id}/tasks/{task}/decide")
    String decide(@PathVariable DocumentId id, @PathVariable TaskId task, Actor actor) {
        editing.decideAgain(actor, id, task);
        return stored(id, task);
    }

    private static String stored(DocumentId id, TaskId task) {
        return "redirect:/amendments/" + id + "?done=stored#change-" + task;
    }

    private static String unfit(HttpServletResponse response) {
        response.setStatus(422);
        return "plan/amendment/change";
    }
}
