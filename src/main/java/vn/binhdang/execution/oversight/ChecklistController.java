package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Mended;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** What missions stand on: lists of questions, and what the law says of the three kinds. */
@Controller
class ChecklistController {
    private final Checklists checklists;
    private final OversightLaw law;
    private final Clock clock;

    ChecklistController(Checklists checklists, OversightLaw law, Clock clock) {
        this.checklists = checklists;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/oversight/checklists")
    @Allows(Action.READ_OVERSIGHT)
    String list(@RequestParam(defaultValue = "") String saved, Actor actor, Text t, Model model) {
        String key = "execution.oversight.saved." + saved;
        model.addAttribute("page", page(actor, t.has(key) ? t.of(key) : "", "CHECK", "", "", Map.of()));
        return "execution/oversight/checklists";
    }

    @PostMapping("/oversight/checklists")
    @Allows(Action.PLAN_OVERSIGHT)
    String make(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String questions,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var lines = Arrays.stream(MissionForm.text(questions).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        try {
            checklists.make(
                    actor, OversightKind.named(kind).orElse(OversightKind.CHECK), MissionForm.text(title), lines);
        } catch (Mended mended) {
            response.setStatus(422);
            model.addAttribute("page", page(actor, "", kind, title, questions, mended.sentences(t)));
            return "execution/oversight/checklists";
        }
        return "redirect:/oversight/checklists?saved=checklist";
    }

    @PostMapping("/oversight/checklists/{id}/retire")
    @Allows(Action.PLAN_OVERSIGHT)
    String retire(@PathVariable ChecklistId id, Actor actor) {
        checklists.retire(actor, id);
        return "redirect:/oversight/checklists?saved=retired";
    }

    @GetMapping("/oversight/kinds")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    String kinds(Actor actor, Text t, Model model) {
        var today = Today.of(clock).day();
        var kinds = Arrays.stream(OversightKind.values())
                .map(kind -> {
                    var form = law.form(kind, today);
                    return new KindsPage.Kind(
                            kind,
                            form.carriedOutBy(),
                            form.subjects(),
                            t.of(
                                    "execution.oversight.kinds.documents",
                                    form.decisionType() + " (" + form.decisionSymbol() + ")",
                                    form.conclusionType() + " (" + form.conclusionSymbol() + ")"),
                            form.caution() == null ? "" : form.caution(),
                            form.source(),
                            form.verified(),
                            law.bases(kind, today).stream()
                                    .map(basis -> new KindsPage.Basis(basis.title(), basis.source(), basis.verified()))
                                    .toList());
                })
                .toList();
        model.addAttribute("page", new KindsPage(kinds, actor.may(Action.READ_OVERSIGHT)));
        return "execution/oversight/kinds";
    }

    private ChecklistsPage page(
            Actor actor, String saved, String kind, String title, String questions, Map<String, String> mistakes) {
        boolean plans = actor.may(Action.PLAN_OVERSIGHT);
        return new ChecklistsPage(
                checklists.all(actor).stream()
                        .map(list -> new ChecklistsPage.Row(
                                list.id().toString(),
                                list.kind(),
                                list.title(),
                                list.own(),
                                list.retiredAt() != null,
                                list.questions(),
                                plans && list.own() && list.retiredAt() == null
                                        ? "/oversight/checklists/" + list.id() + "/retire"
                                        : ""))
                        .toList(),
                plans,
                saved,
                kind,
                title,
                questions,
                mistakes);
    }
}
