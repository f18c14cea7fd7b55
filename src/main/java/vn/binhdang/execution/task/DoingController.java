package vn.binhdang.execution.task;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.execution.task.DoingPages.Unfit;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.web.Text;

/** Sub-tasks, hand-overs, measure and cost, comments: what is added to a task while it is done. */
@Controller
@RequestMapping("/plans/{plan}/tasks/{id}")
class DoingController {
    private static final String PAGE = "execution/task/doing";

    private final RunningTasks tasks;
    private final SubTasks subTasks;
    private final TaskDetails details;
    private final TaskComments comments;
    private final DoingPages pages;
    private final TaskReportPages taskPages;

    DoingController(
            RunningTasks tasks,
            SubTasks subTasks,
            TaskDetails details,
            TaskComments comments,
            DoingPages pages,
            TaskReportPages taskPages) {
        this.tasks = tasks;
        this.subTasks = subTasks;
        this.details = details;
        this.comments = comments;
        this.pages = pages;
        this.taskPages = taskPages;
    }

    @GetMapping("/sub-tasks/new")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String newSubTask(@PathVariable PlanId plan, @PathVariable TaskId id, Actor actor, Text t, Model model) {
        return shown(model, pages.newSubTask(actor, tasks.find(actor, plan, id), SubTaskForm.empty(), Unfit.NO, t));
    }

    @PostMapping("/sub-tasks")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String addSubTask(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @ModelAttribute SubTaskForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            subTasks.add(actor, plan, id, form);
        } catch (UnfitReport unfit) {
            return again(
                    model,
                    response,
                    pages.newSubTask(actor, tasks.find(actor, plan, id), form, new Unfit(unfit.problems(), false), t));
        }
        return saved(plan, id, "sub-tasks");
    }

    @GetMapping("/sub-tasks/{sub}")
    @Allows(Action.READ_DOCUMENTS)
    String subTask(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @PathVariable UUID sub,
            Actor actor,
            Text t,
            Model model) {
        return shown(model, pages.subTask(actor, tasks.find(actor, plan, id), sub, null, Unfit.NO, t));
    }

    @PostMapping("/sub-tasks/{sub}/content")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String changeSubTask(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @PathVariable UUID sub,
            @ModelAttribute SubTaskForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            subTasks.change(actor, plan, id, sub, form);
        } catch (UnfitReport unfit) {
            return again(
                    model,
                    response,
                    pages.subTask(
                            actor, tasks.find(actor, plan, id), sub, form, new Unfit(unfit.problems(), false), t));
        } catch (Overtaken overtaken) {
            return conflict(
                    model,
                    response,
                    pages.subTask(actor, tasks.find(actor, plan, id), sub, form, new Unfit(List.of(), true), t));
        }
        return saved(plan, id, "sub-tasks");
    }

    @PostMapping("/sub-tasks/{sub}/state")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String standSubTask(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @PathVariable UUID sub,
            @ModelAttribute SubTaskForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            subTasks.stand(actor, plan, id, sub, form);
        } catch (UnfitReport unfit) {
            return again(
                    model,
                    response,
                    pages.subTask(
                            actor, tasks.find(actor, plan, id), sub, form, new Unfit(unfit.problems(), false), t));
        } catch (Overtaken overtaken) {
            return conflict(
                    model,
                    response,
                    pages.subTask(actor, tasks.find(actor, plan, id), sub, form, new Unfit(List.of(), true), t));
        }
        return saved(plan, id, "sub-tasks");
    }

    @GetMapping("/detail")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String detail(@PathVariable PlanId plan, @PathVariable TaskId id, Actor actor, Text t, Model model) {
        return shown(model, pages.detail(actor, tasks.find(actor, plan, id), null, Unfit.NO, t));
    }

    @PostMapping("/detail")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String sayDetail(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @ModelAttribute DetailForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            details.say(actor, plan, id, form);
        } catch (UnfitReport unfit) {
            return again(
                    model,
                    response,
                    pages.detail(actor, tasks.find(actor, plan, id), form, new Unfit(unfit.problems(), false), t));
        } catch (Overtaken overtaken) {
            return conflict(
                    model,
                    response,
                    pages.detail(actor, tasks.find(actor, plan, id), form, new Unfit(List.of(), true), t));
        }
        return saved(plan, id, "facts");
    }

    @GetMapping("/hand")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String hand(@PathVariable PlanId plan, @PathVariable TaskId id, Actor actor, Text t, Model model) {
        return shown(model, pages.hand(actor, tasks.find(actor, plan, id), null, Unfit.NO, t));
    }

    @PostMapping("/hand")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String handOver(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            details.hand(actor, plan, id, to, version);
        } catch (UnfitReport unfit) {
            return again(
                    model,
                    response,
                    pages.hand(actor, tasks.find(actor, plan, id), to, new Unfit(unfit.problems(), false), t));
        } catch (Overtaken overtaken) {
            return conflict(
                    model, response, pages.hand(actor, tasks.find(actor, plan, id), to, new Unfit(List.of(), true), t));
        }
        return saved(plan, id, "facts");
    }

    @PostMapping("/comments")
    @Allows(Action.COMMENT_TASKS)
    String comment(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @RequestParam(defaultValue = "") String comment,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        try {
            comments.say(actor, plan, id, comment);
        } catch (UnfitReport unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    taskPages.page(
                            actor,
                            tasks.find(actor, plan, id),
                            null,
                            new TaskReportPages.Unsaid(comment, unfit.problems()),
                            false,
                            t));
            return "execution/task/task";
        }
        return saved(plan, id, "comments");
    }

    @PostMapping("/comments/seen")
    @Allows(Action.READ_DOCUMENTS)
    String seen(@PathVariable PlanId plan, @PathVariable TaskId id, Actor actor) {
        comments.seen(actor, plan, id);
        return saved(plan, id, "comments");
    }

    private static String shown(Model model, DoingPage page) {
        model.addAttribute("page", page);
        return PAGE;
    }

    private static String again(Model model, HttpServletResponse response, DoingPage page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(model, page);
    }

    private static String conflict(Model model, HttpServletResponse response, DoingPage page) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return shown(model, page);
    }

    private static String saved(PlanId plan, TaskId id, String part) {
        return "redirect:/plans/" + plan + "/tasks/" + id + "?saved=1#" + part;
    }
}
