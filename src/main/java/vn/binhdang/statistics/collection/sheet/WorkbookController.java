package vn.binhdang.statistics.collection.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.sheet.SheetReader;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** A form out as a workbook and back. */
@Controller
@Allows(Action.ENTER_STATISTICS)
class WorkbookController {

    private final Workbooks workbooks;
    private final WorkbookPages pages;

    WorkbookController(Workbooks workbooks, WorkbookPages pages) {
        this.workbooks = workbooks;
        this.pages = pages;
    }

    @GetMapping("/statistics/submissions/{id}/workbook.xlsx")
    @Allows(Action.READ_STATISTICS)
    ResponseEntity<byte[]> out(@PathVariable SubmissionId id, Actor actor, Text t) {
        return Download.excel(t.of("statistics.collection.sheet.file"), workbooks.write(actor, id, t));
    }

    @GetMapping("/statistics/submissions/{id}/workbook")
    String page(@PathVariable SubmissionId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, id, "", t));
        return "statistics/collection/sheet/workbook";
    }

    @PostMapping("/statistics/submissions/{id}/workbook")
    String bring(
            @PathVariable SubmissionId id,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean clears,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String problem;
        if (file.isEmpty() || file.get().isEmpty()) {
            problem = t.of("statistics.collection.sheet.noFile");
        } else {
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
            try (InputStream content = file.get().getInputStream()) {
                // One byte more than is read tells that it is too large, in the words of the check.
                workbooks.bring(actor, id, name, content.readNBytes(SheetReader.MOST_BYTES + 1), clears);
                return "redirect:/statistics/submissions/" + id + "/workbook#brought";
            } catch (Workbooks.Unfit unfit) {
                problem = unfit.sentence(t);
            }
        }
        model.addAttribute("page", pages.page(actor, id, problem, t));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return "statistics/collection/sheet/workbook";
    }

    @PostMapping("/statistics/submissions/{id}/workbook/write")
    String take(@PathVariable SubmissionId id, @RequestParam int edition, Actor actor) {
        workbooks.take(actor, id, edition);
        return "redirect:/statistics/submissions/" + id + "?saved=workbook";
    }

    @PostMapping("/statistics/submissions/{id}/workbook/leave")
    String leave(@PathVariable SubmissionId id, Actor actor) {
        workbooks.leave(actor, id);
        return "redirect:/statistics/submissions/" + id + "/workbook";
    }
}
