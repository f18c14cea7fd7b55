package vn.binhdang.reporting.overview;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.reporting.compilation.ResultReports;
import vn.binhdang.web.Text;

/** The page of one report, and bringing its draft up to the tasks of this moment. */
@Controller
class ReportController {
    private final ReportPages pages;
    private final ResultReports reports;

    ReportController(ReportPages pages, ResultReports reports) {
        this.pages = pages;
        this.reports = reports;
    }

    @GetMapping("/reports/{id}")
    @Allows(Action.READ_DOCUMENTS)
    String show(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Text t,
            Model model) {
        var act = done != null && done.matches("compiled|refreshed") ? done : null;
        model.addAttribute("page", pages.of(actor, id, act, t));
        return "reporting/overview/report";
    }

    @GetMapping("/reports/{id}/refresh")
    @Allows(Action.WRITE_DOCUMENTS)
    String proposal(@PathVariable DocumentId id, Actor actor, Model model) {
        return proposal(id, false, actor, model);
    }

    @PostMapping("/reports/{id}/refresh")
    @Allows(Action.WRITE_DOCUMENTS)
    String refresh(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String mark,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        if (reports.refresh(actor, id, mark).isPresent()) return "redirect:/reports/" + id + "?done=refreshed";
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return proposal(id, true, actor, model);
    }

    private String proposal(DocumentId id, boolean again, Actor actor, Model model) {
        var proposal = reports.proposal(actor, id);
        model.addAttribute(
                "page",
                RefreshPage.of("/reports/" + id, proposal.subject(), proposal.refresh(), proposal.mark(), again));
        return "reporting/overview/refresh";
    }
}
