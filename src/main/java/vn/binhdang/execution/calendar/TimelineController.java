package vn.binhdang.execution.calendar;

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
import vn.binhdang.plan.PlanId;
import vn.binhdang.web.Text;

@Controller
@Allows(Action.READ_DOCUMENTS)
class TimelineController {
    private final TimelinePages pages;

    TimelineController(TimelinePages pages) {
        this.pages = pages;
    }

    @GetMapping("/plans/{id}/timeline")
    String ofPlan(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable String page,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.ofPlan(actor, id, CalendarController.page(page), t));
        return "execution/calendar/timeline";
    }

    @GetMapping("/work/units/{id}/timeline")
    String ofUnit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String page,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.ofUnit(actor, id, year, CalendarController.page(page), t));
        return "execution/calendar/timeline";
    }
}
