package vn.binhdang.plan.cascade;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** The superior's view: what was passed down, and how far everybody has come. */
@Controller
@Allows(Action.READ_CASCADES)
class CascadeController {

    private final Cascades cascades;
    private final CascadeRecall recalls;
    private final CascadePages pages;
    private final CascadeSheet sheets;

    CascadeController(Cascades cascades, CascadeRecall recalls, CascadePages pages, CascadeSheet sheets) {
        this.cascades = cascades;
        this.recalls = recalls;
        this.pages = pages;
        this.sheets = sheets;
    }

    @GetMapping("/cascades")
    String list(@RequestParam Optional<String> after, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.list(actor, after.map(CascadeId::of).orElse(null), t));
        return "plan/cascade/cascades";
    }

    /** Asked again by the page itself while the job is at work; the last answer has the whole page loaded anew. */
    @GetMapping("/cascades/{id}")
    ModelAndView show(
            @PathVariable CascadeId id,
            @RequestParam Optional<String> words,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            jakarta.servlet.http.HttpServletResponse response,
            Actor actor,
            Text t) {
        var page = pages.show(
                actor,
                id,
                words.orElse(""),
                CascadePages.stage(stage.orElse("")),
                after.map(AddresseeId::of).orElse(null),
                t);
        if (part && !page.running()) response.setHeader("HX-Refresh", "true");
        return new ModelAndView(part ? "plan/cascade/state" : "plan/cascade/cascade", "page", page);
    }

    @GetMapping("/cascades/{id}/addressees.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable CascadeId id,
            @RequestParam Optional<String> words,
            @RequestParam Optional<String> stage,
            Actor actor,
            Text t) {
        byte[] content = sheets.of(actor, id, words.orElse(""), CascadePages.stage(stage.orElse("")), t);
        return Download.excel(t.of("plan.cascade.sheet.file"), content);
    }

    @PostMapping("/cascades/{id}/recall")
    @Allows(Action.PASS_DOWN)
    String recall(@PathVariable CascadeId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        recalls.recall(actor, id, reason);
        return "redirect:/cascades/" + id;
    }

    @PostMapping("/cascades/{id}/resume")
    @Allows(Action.PASS_DOWN)
    String resume(@PathVariable CascadeId id, Actor actor) {
        cascades.resume(actor, id);
        return "redirect:/cascades/" + id;
    }
}
