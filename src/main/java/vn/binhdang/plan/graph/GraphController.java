package vn.binhdang.plan.graph;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

/** What a plan rests on and what came of it. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class GraphController {
    private final Plans plans;
    private final GraphPages pages;

    GraphController(Plans plans, GraphPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping("/plans/{id}/graph")
    String graph(@PathVariable PlanId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, plans.find(actor, id), t));
        return "plan/graph/graph";
    }
}
