package vn.binhdang.execution.initiative;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.UnfitFiles;
import vn.binhdang.execution.task.Upload;
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

    AttachmentController(Attachments attachments, Initiatives initiatives, InitiativePages pages, Files files) {
        this.attachments = attachments;
        this.initiatives = initiatives;
        this.pages = pages;
        this.files = files;
    }

    @PostMapping("/initiatives/{id}/evidence")
    @Allows(Action.RUN_INITIATIVES)
    String ofResult(
            @PathVariable InitiativeId id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return bring(actor, id, null, sent, t, model, response);
    }

    @PostMapping("/initiatives/{id}/measures/{measure}/evidence")
    @Allows(Action.RUN_INITIATIVES)
    String ofMeasure(
            @PathVariable InitiativeId id,
            @PathVariable MeasureId measure,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return bring(actor, id, measure, sent, t, model, response);
    }

    private String bring(
            Actor actor,
            InitiativeId id,
            @Nullable MeasureId measure,
            @Nullable List<MultipartFile> sent,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        initiatives.find(actor, id);
        var uploads = Upload.of(sent == null ? List.of() : sent);
        String mistake = "";
        try {
            attachments.add(actor, id, measure, uploads);
            if (uploads.isEmpty()) mistake = t.of("execution.initiative.mend.files");
        } catch (UnfitFiles unfit) {
            mistake = unfit.sentences(t);
        } finally {
            Upload.closeAll(uploads);
        }
        if (mistake.isEmpty()) return "redirect:/initiatives/" + id + "?saved=attached";
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        String form = measure == null ? "files" : "files-" + measure;
        model.addAttribute("page", pages.page(actor, id, form, Map.of("files", mistake), t));
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
        var stored = attachments.file(actor, id, proof);
        return EvidenceDownload.of(stored, files);
    }
}
