package vn.binhdang.execution.running;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

@Controller
@Allows(Action.READ_DOCUMENTS)
class RunningPlanController {
    private final Plans plans;
    private final RunningPlanPages pages;

    RunningPlanController(Plans plans, RunningPlanPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping("/plans/{id}")
    String plan(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        var plan = plans.find(actor, id);
        if (!plan.document().state().issued()) {
            model.addAttribute("page", pages.draft(actor, plan, t));
            return "execution/running/draft";
        }
        var filter = TaskFilter.of(q, unit, state, group, sort, view);
        model.addAttribute("page", pages.running(actor, plan, filter, after, t));
        return "execution/running/plan";
    }
}
