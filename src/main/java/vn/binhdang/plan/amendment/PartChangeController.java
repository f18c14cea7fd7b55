package vn.binhdang.plan.amendment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** The changes of an amendment to purposes, targets and annexes, one part at a time. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class PartChangeController {
    private final PartEditing editing;
    private final PartPages pages;

    PartChangeController(PartEditing editing, PartPages pages) {
        this.editing = editing;
        this.pages = pages;
    }

    @GetMapping("/amendments/{id}/parts")
    String parts(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.choose(actor, id, q.strip(), Numbers.of(after, 0), t));
        return "plan/amendment/parts";
    }

    @GetMapping("/amendments/{id}/parts/new")
    String newPart(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String home,
            @RequestParam(defaultValue = "") String part,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.newPart(actor, id, home, part, null, List.of(), t));
        return "plan/amendment/part";
    }

    @PostMapping("/amendments/{id}/parts")
    String add(
            @PathVariable DocumentId id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.add(actor, id, form);
        if (outcome.stored().isPresent())
            return stored(id, outcome.stored().get().part());
        model.addAttribute(
                "page",
                pages.newPart(
                        actor,
                        id,
                        String.valueOf(form.getFirst("home")),
                        String.valueOf(form.getFirst("part")),
                        form,
                        outcome.mistakes(),
                        t));
        return unfit(response);
    }

    @GetMapping("/amendments/{id}/parts/{part}")
    String part(@PathVariable DocumentId id, @PathVariable UUID part, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.part(actor, id, part, null, List.of(), t));
        return "plan/amendment/part";
    }

    @PostMapping("/amendments/{id}/parts/{part}")
    String change(
            @PathVariable DocumentId id,
            @PathVariable UUID part,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.change(actor, id, part, form);
        if (outcome.stored().isPresent()) return stored(id, part);
        model.addAttribute("page", pages.part(actor, id, part, form, outcome.mistakes(), t));
        return unfit(response);
    }

    @PostMapping("/amendments/{id}/parts/{part}/drop")
    String drop(
            @PathVariable DocumentId id,
            @PathVariable UUID part,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var outcome = editing.drop(actor, id, part, form);
        if (outcome.stored().isPresent()) return stored(id, part);
        form.add("dropping", "yes");
        model.addAttribute("page", pages.part(actor, id, part, form, outcome.mistakes(), t));
        return unfit(response);
    }

    @PostMapping("/amendments/{id}/parts/{part}/undo")
    String undo(@PathVariable DocumentId id, @PathVariable UUID part, Actor actor) {
        editing.undo(actor, id, part);
        return "redirect:/amendments/" + id + "?done=undone&part=" + part;
    }

    @PostMapping("/amendments/{id}/parts/{part}/restore")
    String restore(@PathVariable DocumentId id, @PathVariable UUID part, Actor actor) {
        editing.restore(actor, id, part);
        return stored(id, part);
    }

    @PostMapping("/amendments/{id}/parts/{part}/decide")
    String decide(@PathVariable DocumentId id, @PathVariable UUID part, Actor actor) {
        editing.decideAgain(actor, id, part);
        return stored(id, part);
    }

    private static String stored(DocumentId id, UUID part) {
        return "redirect:/amendments/" + id + "?done=stored#change-" + part;
    }

    private static String unfit(HttpServletResponse response) {
        response.setStatus(422);
        return "plan/amendment/part";
    }
}
