package vn.binhdang.plan.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.PlanId;
import vn.binhdang.web.Text;

/** Pages of bringing a document in. */
@Controller
class PlanImportController {
    private final PlanImports imports;
    private final ImportPages pages;
    private final Files files;

    PlanImportController(PlanImports imports, ImportPages pages, Files files) {
        this.imports = imports;
        this.pages = pages;
        this.files = files;
    }

    @GetMapping("/plans/import")
    @Allows(Action.WRITE_DOCUMENTS)
    String form(@RequestParam Optional<PlanId> newerThan, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.form(actor, newerThan.orElse(null), null, "", t));
        return "plan/importing/form";
    }

    @PostMapping("/plans/import")
    @Allows(Action.WRITE_DOCUMENTS)
    String bring(
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam Optional<PlanId> newerThan,
            Actor actor,
            Text t,
            Model model)
            throws IOException {
        @Nullable PlanId newer = newerThan.orElse(null);
        if (file.isPresent() && !file.get().isEmpty()) {
            String name = file.get().getOriginalFilename();
            try (InputStream content = file.get().getInputStream()) {
                return "redirect:/plans/imports/" + imports.bring(actor, name == null ? "" : name, content, newer);
            }
        }
        if (!pasted.isBlank())
            return "redirect:/plans/imports/"
                    + imports.bringText(actor, t.of("plan.import.pastedFileName"), pasted, newer);
        model.addAttribute("page", pages.form(actor, newer, "plan.import.nothing", pasted, t));
        return "plan/importing/form";
    }

    /** The import as it stands; asked again by the page itself while the file is being read. */
    @GetMapping("/plans/imports/{id}")
    @Allows(Action.READ_DRAFTS)
    String show(
            @PathVariable ImportId id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.result(actor, imports.find(actor, id), t));
        return part ? "plan/importing/progress" : "plan/importing/result";
    }

    @PostMapping("/plans/imports/{id}/plan")
    @Allows(Action.WRITE_DOCUMENTS)
    String makePlan(@PathVariable ImportId id, Actor actor) {
        return "redirect:/plans/" + imports.makePlan(actor, id) + "/edit";
    }

    /** The file as it came; only ever as a download, since nobody knows what is in it. */
    @GetMapping("/plans/imports/{id}/file")
    @Allows(Action.READ_DRAFTS)
    ResponseEntity<InputStreamResource> file(@PathVariable ImportId id, Actor actor) {
        var stored = files.find(actor, imports.find(actor, id).file());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(stored.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.originalName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(stored)));
    }

    /** The source of a plan beside its editor: lines in reading order, each with its id. */
    @GetMapping("/plans/{id}/source")
    @Allows(Action.READ_DRAFTS)
    String source(@PathVariable PlanId id, Actor actor, Text t, Model model) {
        var brought = imports.ofPlan(actor, id).orElseThrow(() -> new NotVisible("source of plan " + id));
        model.addAttribute("page", pages.source(actor, id, brought, t));
        return "plan/importing/source";
    }

    /** What a newer version of the document changes, beside the version the plan was made of. */
    @GetMapping("/plans/imports/{id}/difference")
    @Allows(Action.READ_DRAFTS)
    String difference(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "false") boolean all,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.difference(actor, imports.find(actor, id), all, t));
        return "plan/importing/difference";
    }
}
