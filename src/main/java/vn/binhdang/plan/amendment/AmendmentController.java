package vn.binhdang.plan.amendment;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

/** What amended a plan, and one amendment with its changes. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class AmendmentController {
    private final Plans plans;
    private final AmendmentEditing editing;
    private final AmendmentPages pages;
    private final PlanTextPages texts;

    AmendmentController(Plans plans, AmendmentEditing editing, AmendmentPages pages, PlanTextPages texts) {
        this.plans = plans;
        this.editing = editing;
        this.pages = pages;
        this.texts = texts;
    }

    /** What an address says wrongly counts as not said, except the day that somebody typed. */
    @GetMapping("/plans/{id}/amendments")
    String ofPlan(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", texts.page(actor, plans.find(actor, id), on.strip(), group, Numbers.of(after, -1), t));
        return "plan/amendment/amendments";
    }

    @PostMapping("/plans/{id}/amendments")
    @Allows(Action.WRITE_DOCUMENTS)
    String begin(@PathVariable PlanId id, @RequestParam(defaultValue = "") String form, Actor actor) {
        var chosen = Arrays.stream(AmendmentPaper.Form.values())
                .filter(known -> known.name().equals(form))
                .findFirst()
                .orElse(AmendmentPaper.Form.PLAN);
        return "redirect:/amendments/" + editing.begin(actor, id, chosen);
    }

    @GetMapping("/amendments/{id}")
    String amendment(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String undone,
            @RequestParam(defaultValue = "") String part,
            Actor actor,
            Text t,
            Model model) {
        String said = t.has("plan.amendment.done." + done) ? done : "";
        model.addAttribute(
                "page", pages.page(actor, id, q.strip(), Numbers.of(after, -1), said, restore(id, undone, part), t));
        return "plan/amendment/amendment";
    }

    /** Has the change again that was just taken back; an address that names none is no error. */
    private static @Nullable String restore(DocumentId amendment, String task, String part) {
        String id = task.isEmpty() ? part : task;
        try {
            return id.isEmpty()
                    ? null
                    : "/amendments/" + amendment + (task.isEmpty() ? "/parts/" : "/tasks/") + UUID.fromString(id)
                            + "/restore";
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
