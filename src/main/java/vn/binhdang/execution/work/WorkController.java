package vn.binhdang.execution.work;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** What an agency issued is open to all its people, and so is where its tasks stand. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class WorkController {
    private final WorkPages pages;

    WorkController(WorkPages pages) {
        this.pages = pages;
    }

    @GetMapping("/work")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.list(actor, WorkFilter.of(q, unit, show), after, t));
        return "execution/work/work";
    }

    @GetMapping("/work/units/{id}")
    String unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.unit(actor, id, after, t));
        return "execution/work/unit";
    }
}
