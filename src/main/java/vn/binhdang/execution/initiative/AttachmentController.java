package vn.binhdang.execution.initiative;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceDesk;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.SentFiles;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** Evidence of an initiative: brought, read, taken back. */
@Controller
class AttachmentController {
    private final Attachments attachments;
    private final Initiatives initiatives;
    private final InitiativePages pages;
    private final Files files;
    private final EvidenceDesk desk;

    AttachmentController(
            Attachments attachments, Initiatives initiatives, InitiativePages pages, Files files, EvidenceDesk desk) {
        this.attachments = attachments;
        this.initiatives = initiatives;
        this.pages = pages;
        this.files = files;
        this.desk = desk;
    }

    @PostMapping("/initiatives/{id}/evidence")
    @Allows(Action.RUN_INITIATIVES)
    String ofResult(
            @PathVariable InitiativeId id,
            @ModelAttribute SentFiles sent,
            @ModelAttribute LinkForm link,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (var brought = desk.open(actor, sent, link)) {
            return bring(actor, id, null, brought, t, model, response);
        }
    }

    @PostMapping("/initiatives/{id}/measures/{measure}/evidence")
    @Allows(Action.RUN_INITIATIVES)
    String ofMeasure(
            @PathVariable InitiativeId id,
            @PathVariable MeasureId measure,
            @ModelAttribute SentFiles sent,
            @ModelAttribute LinkForm link,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (var brought = desk.open(actor, sent, link)) {
            return bring(actor, id, measure, brought, t, model, response);
        }
    }

    private String bring(
            Actor actor,
            InitiativeId id,
            @Nullable MeasureId measure,
            Brought brought,
            Text t,
            Model model,
            HttpServletResponse response) {
        initiatives.find(actor, id);
        var attempt = Attempt.at(() -> attachments.add(actor, id, measure, brought), t, response);
        if (attempt.stored()) return "redirect:/initiatives/" + id + "?saved=attached";
        var typed = Map.of(
                "link", brought.link().address(),
                "linkTitle", brought.link().title(),
                "linkDate", brought.link().date());
        String form = measure == null ? "files" : "files-" + measure;
        var back = new InitiativePages.Back(form, typed, brought.again(attempt.mistakes(), t), attempt.overtaken());
        model.addAttribute("page", pages.page(actor, id, "", back, t));
        return "execution/initiative/initiative";
    }

    @PostMapping("/initiatives/{id}/evidence/{proof}/take-back")
    @Allows(Action.RUN_INITIATIVES)
    String takeBack(@PathVariable InitiativeId id, @PathVariable AttachmentId proof, Actor actor) {
        attachments.takeBack(actor, id, proof);
        return "redirect:/initiatives/" + id + "?saved=detached";
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/initiatives/{id}/evidence/{proof}")
    @Allows(Action.PROPOSE_INITIATIVES)
    ResponseEntity<InputStreamResource> file(
            @PathVariable InitiativeId id, @PathVariable AttachmentId proof, Actor actor) {
        return EvidenceDownload.of(attachments.file(actor, id, proof), files);
    }

    @GetMapping("/initiatives/{id}/evidence/{proof}/thumbnail")
    @Allows(Action.PROPOSE_INITIATIVES)
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable InitiativeId id, @PathVariable AttachmentId proof, Actor actor) {
        return EvidenceDownload.shown(attachments.thumbnail(actor, id, proof), files);
    }
}
