package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** Rounds: listed, begun, prepared, decided, concluded, cancelled. */
@Controller
class RoundController {
    private final Rounds rounds;
    private final Programmes programmes;
    private final Checklists checklists;
    private final OversightPapers papers;
    private final RoundPages pages;
    private final UnitsByName unitsByName;

    RoundController(
            Rounds rounds,
            Programmes programmes,
            Checklists checklists,
            OversightPapers papers,
            RoundPages pages,
            UnitsByName unitsByName) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.checklists = checklists;
        this.papers = papers;
        this.pages = pages;
        this.unitsByName = unitsByName;
    }

    @Bean
    static MenuEntry oversightMenu() {
        return new MenuEntry("execution.oversight.title", "/oversight", 30, Action.CARRY_OUT_OVERSIGHT);
    }

    @GetMapping("/oversight")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.list(actor, RoundFilter.of(q, year, kind, phase), Rounds.Key.of(after), t));
        return "execution/oversight/rounds";
    }

    @GetMapping("/oversight/rounds/new")
    @Allows(Action.PLAN_OVERSIGHT)
    String begin(@ModelAttribute RoundForm form, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.begin(actor, form, programmes.waiting(actor, form.plannedIds()), Map.of(), t));
        return "execution/oversight/new";
    }

    @PostMapping("/oversight/rounds/new")
    @Allows(Action.PLAN_OVERSIGHT)
    String create(@ModelAttribute RoundForm form, Actor actor, Text t, Model model, HttpServletResponse response) {
        var planned = programmes.waiting(actor, form.plannedIds());
        if (planned.size() < Set.copyOf(form.plannedIds()).size())
            throw new Refused("execution.oversight.refused.notWaiting");
        var kind = planned.isEmpty() ? form.chosenKind() : planned.getFirst().kind();
        try {
            var draft = form.read(kind, checklists.inUse(actor));
            var unit = unit(actor, form.unit());
            if (unit.wrong()) throw new Mended(Map.of("unit", "organisation.unitName.unknown"));
            return "redirect:/oversight/rounds/"
                    + rounds.create(actor, draft, planned, unit.id() == null ? List.of() : List.of(unit.id()))
                    + "?saved=begun";
        } catch (Mended mended) {
            response.setStatus(422);
            model.addAttribute("page", pages.begin(actor, form, planned, mended.mistakes(), t));
            return "execution/oversight/new";
        }
    }

    @GetMapping("/oversight/rounds/{id}")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String show(
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        String key = "execution.oversight.saved." + saved;
        return show(actor, id, who, t.has(key) ? t.of(key) : "", RoundPages.Typed.NOTHING, t, model);
    }

    @PostMapping("/oversight/rounds/{id}")
    @Allows(Action.PLAN_OVERSIGHT)
    String change(
            @PathVariable RoundId id,
            @ModelAttribute RoundForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var round = rounds.find(actor, id);
        try {
            // A list that is offered no more may be kept.
            var offered = checklists.all(actor).stream()
                    .filter(list -> list.retiredAt() == null || list.id().equals(round.checklistId()))
                    .toList();
            rounds.change(actor, id, form.shownVersion(), form.read(round.kind(), offered));
        } catch (Mended mended) {
            response.setStatus(422);
            return show(actor, id, "", "", new RoundPages.Typed(form, mended.mistakes(), false, "", null), t, model);
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            return show(actor, id, "", "", new RoundPages.Typed(form, Map.of(), true, "", null), t, model);
        }
        return "redirect:/oversight/rounds/" + id + "?saved=changed";
    }

    @PostMapping("/oversight/rounds/{id}/members")
    @Allows(Action.PLAN_OVERSIGHT)
    String addMember(
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String leads,
            Actor actor) {
        rounds.find(actor, id);
        if (person.isBlank()) throw new Refused("execution.oversight.refused.noPerson");
        rounds.addMember(actor, id, new PersonId(Uuid7.parse(person)), leads.equals("yes"));
        return "redirect:/oversight/rounds/" + id + "?saved=member#team";
    }

    @PostMapping("/oversight/rounds/{id}/members/{member}/end")
    @Allows(Action.PLAN_OVERSIGHT)
    String endMember(
            @PathVariable RoundId id,
            @PathVariable MemberId member,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        rounds.endMember(actor, id, member, reason);
        return "redirect:/oversight/rounds/" + id + "?saved=left#team";
    }

    @PostMapping("/oversight/rounds/{id}/units")
    @Allows(Action.PLAN_OVERSIGHT)
    String addUnit(
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        rounds.find(actor, id);
        var named = unit(actor, unit);
        if (named.id() == null) {
            response.setStatus(422);
            var typed = new RoundPages.Typed(null, Map.of(), false, unit, t.of("organisation.unitName.unknown"));
            return show(actor, id, "", "", typed, t, model);
        }
        rounds.addUnit(actor, id, named.id());
        return "redirect:/oversight/rounds/" + id + "?saved=unit#units";
    }

    @PostMapping("/oversight/rounds/{id}/units/{visit}/drop")
    @Allows(Action.PLAN_OVERSIGHT)
    String dropUnit(
            @PathVariable RoundId id,
            @PathVariable VisitId visit,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        rounds.dropUnit(actor, id, visit, reason);
        return "redirect:/oversight/rounds/" + id + "?saved=dropped#units";
    }

    @PostMapping("/oversight/rounds/{id}/cancel")
    @Allows(Action.PLAN_OVERSIGHT)
    String cancel(@PathVariable RoundId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        rounds.cancel(actor, id, reason);
        return "redirect:/oversight/rounds/" + id + "?saved=cancelled";
    }

    @PostMapping("/oversight/rounds/{id}/decision")
    @Allows(Action.PLAN_OVERSIGHT)
    String decide(@PathVariable RoundId id, Actor actor) {
        return "redirect:/documents/" + papers.decide(actor, id) + "/edit";
    }

    @PostMapping("/oversight/rounds/{id}/conclusion")
    @Allows(Action.PLAN_OVERSIGHT)
    String conclude(@PathVariable RoundId id, Actor actor) {
        return "redirect:/documents/" + papers.conclude(actor, id) + "/edit";
    }

    private String show(
            Actor actor, RoundId id, String who, String saved, RoundPages.Typed typed, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, id, who, saved, typed, t));
        return "execution/oversight/round";
    }

    private record Named(@Nullable UnitId id, boolean wrong) {}

    private Named unit(Actor actor, @Nullable String typed) {
        if (typed == null || typed.isBlank()) return new Named(null, false);
        var meaning = unitsByName.read(typed, rounds.today(), actor.reach(Action.PLAN_OVERSIGHT));
        return new Named(meaning.unit(), meaning.unit() == null);
    }
}
