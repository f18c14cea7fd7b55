package vn.binhdang.execution.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.task.EvidenceDesk;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.SentFiles;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.web.Text;

/** Evidence behind figures: brought, read, taken back. */
@Controller
class SubmissionEvidenceController {
    private final SubmissionEvidence evidence;
    private final SubmissionEvidencePages pages;
    private final Files files;
    private final EvidenceDesk desk;

    SubmissionEvidenceController(
            SubmissionEvidence evidence, SubmissionEvidencePages pages, Files files, EvidenceDesk desk) {
        this.evidence = evidence;
        this.pages = pages;
        this.files = files;
        this.desk = desk;
    }

    /** Asked for as a part by pages that show the submission. */
    @GetMapping("/statistics/submissions/{id}/evidence")
    @Allows(Action.READ_STATISTICS)
    String list(
            @PathVariable SubmissionId id,
            @RequestParam(defaultValue = "") String saved,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.page(actor, id, saved, LinkForm.NONE, Map.of(), t));
        return part ? "execution/figures/part" : "execution/figures/evidence";
    }

    @PostMapping("/statistics/submissions/{id}/evidence")
    @Allows(Action.ENTER_STATISTICS)
    String add(
            @PathVariable SubmissionId id,
            @ModelAttribute SentFiles sent,
            @ModelAttribute LinkForm link,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (var brought = desk.open(actor, sent, link)) {
            var attempt = Attempt.at(() -> evidence.add(actor, id, brought), t, response);
            if (attempt.stored()) return shown(id, "attached");
            model.addAttribute(
                    "page", pages.page(actor, id, "", brought.link(), brought.again(attempt.mistakes(), t), t));
            return "execution/figures/evidence";
        }
    }

    @PostMapping("/statistics/submissions/{id}/evidence/{proof}/take-back")
    @Allows(Action.ENTER_STATISTICS)
    String takeBack(@PathVariable SubmissionId id, @PathVariable UUID proof, Actor actor) {
        evidence.takeBack(actor, id, proof);
        return shown(id, "detached");
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/statistics/submissions/{id}/evidence/{proof}")
    @Allows(Action.READ_STATISTICS)
    ResponseEntity<InputStreamResource> file(@PathVariable SubmissionId id, @PathVariable UUID proof, Actor actor) {
        return EvidenceDownload.of(evidence.file(actor, id, proof), files);
    }

    @GetMapping("/statistics/submissions/{id}/evidence/{proof}/thumbnail")
    @Allows(Action.READ_STATISTICS)
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable SubmissionId id, @PathVariable UUID proof, Actor actor) {
        return EvidenceDownload.shown(evidence.thumbnail(actor, id, proof), files);
    }

    private static String shown(SubmissionId id, String saved) {
        return "redirect:/statistics/submissions/" + id + "/evidence?saved=" + saved;
    }
}
