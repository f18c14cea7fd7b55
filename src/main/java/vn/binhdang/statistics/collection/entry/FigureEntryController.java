package vn.binhdang.statistics.collection.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.submission.ToAccept;
import vn.binhdang.web.NavigationEntry;
import vn.binhdang.web.Text;

/** What a unit is expected to fill in, and filling it in. */
@Controller
@Allows(Action.ENTER_STATISTICS)
class FigureEntryController {
    private final Entries entries;
    private final EntryPages pages;
    private final FormsWaiting waiting;
    private final Submissions submissions;
    private final ToAccept toAccept;

    FigureEntryController(
            Entries entries, EntryPages pages, FormsWaiting waiting, Submissions submissions, ToAccept toAccept) {
        this.entries = entries;
        this.pages = pages;
        this.waiting = waiting;
        this.submissions = submissions;
        this.toAccept = toAccept;
    }

    @Bean
    static NavigationEntry statisticsNavigation() {
        return new NavigationEntry("statistics.navigation", "/statistics", "chart-bar", 25, Action.READ_STATISTICS);
    }

    /** The start page of figures: what waits for those who enter them. */
    @GetMapping("/statistics")
    @Allows(Action.READ_STATISTICS)
    String start(@RequestParam(required = false) @Nullable String unit, Actor actor, Text t, Model model) {
        model.addAttribute("toAccept", toAccept.count(actor));
        model.addAttribute("page", waiting.page(actor, unit, t));
        return "statistics/collection/entry/start";
    }

    @PostMapping("/statistics/submissions")
    String begin(@RequestParam FormId form, @RequestParam String period, @RequestParam UnitId unit, Actor actor) {
        var asked = PeriodCode.parse(period)
                .orElseThrow(() -> new vn.binhdang.kernel.Refused("statistics.entry.noPeriod", period));
        return "redirect:/statistics/submissions/"
                + submissions.draft(actor, form, asked, unit).id();
    }

    @GetMapping("/statistics/submissions/{id}")
    @Allows(Action.READ_STATISTICS)
    String page(
            @PathVariable SubmissionId id,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.page(actor, id, t, saved));
        return "statistics/collection/entry/entry";
    }

    /** The whole form with one button. */
    @PostMapping("/statistics/submissions/{id}")
    String save(
            @PathVariable SubmissionId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var saved = entries.save(actor, id, sent);
        if (saved.whole()) return "redirect:/statistics/submissions/" + id + "?saved=1";
        response.setStatus(
                saved.conflicts().isEmpty()
                        ? HttpServletResponse.SC_UNPROCESSABLE_CONTENT
                        : HttpServletResponse.SC_CONFLICT);
        model.addAttribute("page", pages.again(actor, saved, t, sent));
        return "statistics/collection/entry/entry";
    }

    /** The cells that were changed, from the script of the page. */
    @PostMapping("/statistics/submissions/{id}/cells")
    ResponseEntity<String> cells(
            @PathVariable SubmissionId id, @RequestParam Map<String, String> sent, Actor actor, Text t) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(pages.answer(entries.save(actor, id, sent), t));
    }
}
