package vn.binhdang.plan.target;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Purpose × target × task of a plan, and the choice of targets for one of them. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class TargetController {
    private final Plans plans;
    private final TargetLinks links;
    private final TargetPages pages;

    TargetController(Plans plans, TargetLinks links, TargetPages pages) {
        this.plans = plans;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/plans/{id}/targets")
    String matrix(@PathVariable PlanId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, plans.find(actor, id), t));
        return "plan/target/matrix";
    }

    @GetMapping("/plans/{id}/targets.xlsx")
    void table(@PathVariable PlanId id, Actor actor, Text t, HttpServletResponse response) throws IOException {
        var plan = plans.find(actor, id);
        var matrix = pages.matrix(actor, plan);
        Download.beginExcel(
                response, "ma-tran-chi-tieu-%d".formatted(plan.document().year()));
        try (var table = new TargetTable(matrix, t)) {
            table.write(plan.document().subject(), response.getOutputStream());
        }
    }

    @GetMapping("/plans/{id}/targets/{place}")
    @Allows(Action.WRITE_DOCUMENTS)
    String place(@PathVariable PlanId id, @PathVariable UUID place, Actor actor, Text t, Model model) {
        return form(actor, id, place, null, t, model);
    }

    @PostMapping("/plans/{id}/targets/{place}")
    @Allows(Action.WRITE_DOCUMENTS)
    String choose(
            @PathVariable PlanId id,
            @PathVariable UUID place,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) String @Nullable [] target,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        Set<String> chosen = target == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(target));
        if (links.choose(actor, id, place, chosen, version)) return "redirect:/plans/" + id + "/targets#place-" + place;
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return form(actor, id, place, chosen, t, model);
    }

    private String form(Actor actor, PlanId id, UUID place, @Nullable Set<String> chosen, Text t, Model model) {
        var plan = plans.find(actor, id);
        model.addAttribute("page", pages.place(actor, plan, links.place(actor, plan, place), chosen, t));
        return "plan/target/place";
    }
}
