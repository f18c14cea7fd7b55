package vn.binhdang.execution.task;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.web.Text;

/** Says after which other tasks of its plan a task begins. */
@Controller
@RequestMapping("/plans/{plan}/tasks/{id}/dependencies")
@Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
class DependencyController {
    private final RunningTasks tasks;
    private final TaskDependencies dependencies;
    private final DependencyPages pages;

    DependencyController(RunningTasks tasks, TaskDependencies dependencies, DependencyPages pages) {
        this.tasks = tasks;
        this.dependencies = dependencies;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String saved,
            Actor actor,
            Text t,
            Model model) {
        var task = tasks.find(actor, plan, id);
        model.addAttribute("page", pages.page(actor, task, DependencyPages.Typed.NOTHING, saved != null, t));
        return "execution/task/dependencies";
    }

    /** @param after the task that was chosen of several; else the words say which one is meant */
    @PostMapping
    String add(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var task = tasks.find(actor, plan, id);
        task.part().mustReport();
        List<TaskDependencies.Candidate> meant = List.of();
        try {
            TaskId other;
            if (after.isEmpty()) {
                meant = dependencies.meant(task, words);
                if (meant.size() != 1)
                    throw new UnfitReport(List.of(new Problem(
                            "words",
                            words.isBlank()
                                    ? "execution.dependency.needs.words"
                                    : meant.isEmpty()
                                            ? "execution.dependency.needs.known"
                                            : meant.size() > TaskDependencies.OFFERED
                                                    ? "execution.dependency.needs.fewer"
                                                    : "execution.dependency.needs.choice",
                            TaskDependencies.OFFERED)));
                other = new TaskId(meant.getFirst().id());
            } else {
                other = TaskId.of(after);
            }
            dependencies.add(actor, plan, id, other);
        } catch (UnfitReport unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = new DependencyPages.Typed(
                    words,
                    meant.size() > 1 ? meant : List.of(),
                    unfit.problems().getFirst());
            model.addAttribute("page", pages.page(actor, task, typed, false, t));
            return "execution/task/dependencies";
        }
        return saved(plan, id);
    }

    @PostMapping("/{after}/remove")
    String remove(@PathVariable PlanId plan, @PathVariable TaskId id, @PathVariable TaskId after, Actor actor) {
        dependencies.remove(actor, plan, id, after);
        return saved(plan, id);
    }

    private static String saved(PlanId plan, TaskId id) {
        return "redirect:/plans/" + plan + "/tasks/" + id + "/dependencies?saved=1";
    }
}
