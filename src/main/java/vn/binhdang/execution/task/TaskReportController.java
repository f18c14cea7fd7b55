package vn.binhdang.execution.task;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.web.Text;

@Controller
class TaskReportController {
    private final RunningTasks tasks;
    private final TaskReports reports;
    private final EvidenceStore evidence;
    private final TaskReportPages pages;
    private final Files files;
    private final EvidenceDesk desk;

    TaskReportController(
            RunningTasks tasks,
            TaskReports reports,
            EvidenceStore evidence,
            TaskReportPages pages,
            Files files,
            EvidenceDesk desk) {
        this.tasks = tasks;
        this.reports = reports;
        this.evidence = evidence;
        this.pages = pages;
        this.files = files;
        this.desk = desk;
    }

    @GetMapping("/plans/{plan}/tasks/{id}")
    @Allows(Action.READ_DOCUMENTS)
    String show(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                pages.page(actor, tasks.find(actor, plan, id), null, TaskReportPages.Unsaid.NOTHING, saved != null, t));
        return "execution/task/task";
    }

    @PostMapping("/plans/{plan}/tasks/{id}/progress")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String report(
            @PathVariable PlanId plan,
            @PathVariable TaskId id,
            @ModelAttribute ProgressForm form,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (var brought = desk.open(actor, sent, LinkForm.NONE)) {
            try {
                reports.report(actor, plan, id, form, brought);
            } catch (UnfitReport unfit) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var typed = new TaskReportPages.Typed(form, unfit.problems(), false, brought.arrived());
                return again(actor, plan, id, typed, t, model);
            } catch (Overtaken overtaken) {
                response.setStatus(HttpStatus.CONFLICT.value());
                var typed = new TaskReportPages.Typed(form, List.of(), true, brought.arrived());
                return again(actor, plan, id, typed, t, model);
            }
        }
        return "start".equals(form.back())
                ? "redirect:/?saved=" + id
                : "redirect:/plans/" + plan + "/tasks/" + id + "?saved=1";
    }

    @PostMapping("/plans/{plan}/tasks/{id}/evidence/{proof}/take-back")
    @Allows({Action.REPORT_TASKS, Action.FOLLOW_UP_TASKS})
    String takeBack(@PathVariable PlanId plan, @PathVariable TaskId id, @PathVariable Evidence.Id proof, Actor actor) {
        reports.takeBack(actor, plan, id, proof);
        return "redirect:/plans/" + plan + "/tasks/" + id + "?saved=1";
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/plans/{plan}/tasks/{id}/evidence/{proof}")
    @Allows(Action.READ_DOCUMENTS)
    ResponseEntity<InputStreamResource> file(
            @PathVariable PlanId plan, @PathVariable TaskId id, @PathVariable Evidence.Id proof, Actor actor) {
        var stored = evidence.file(actor, tasks.find(actor, plan, id), proof);
        return EvidenceDownload.of(stored, files);
    }

    /** Made by us of the points of a picture, so that it may be shown in place. */
    @GetMapping("/plans/{plan}/tasks/{id}/evidence/{proof}/thumbnail")
    @Allows(Action.READ_DOCUMENTS)
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable PlanId plan, @PathVariable TaskId id, @PathVariable Evidence.Id proof, Actor actor) {
        var stored = evidence.thumbnail(actor, tasks.find(actor, plan, id), proof);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .contentLength(stored.size())
                .body(new InputStreamResource(files.open(stored)));
    }

    /** A deed and not a look, hence no GET: it is recorded who read it. */
    @PostMapping("/plans/{plan}/tasks/{id}/evidence/{proof}/original")
    @Allows(Action.READ_ORIGINALS)
    ResponseEntity<byte[]> original(
            @PathVariable PlanId plan, @PathVariable TaskId id, @PathVariable Evidence.Id proof, Actor actor) {
        var original = evidence.original(actor, tasks.find(actor, plan, id), proof);
        return EvidenceDownload.of(original);
    }

    private String again(Actor actor, PlanId plan, TaskId id, TaskReportPages.Typed typed, Text t, Model model) {
        model.addAttribute(
                "page",
                pages.page(actor, tasks.find(actor, plan, id), typed, TaskReportPages.Unsaid.NOTHING, false, t));
        return "execution/task/task";
    }
}
