package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Attempt;
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

/** Missions: listed, begun, prepared, decided, concluded, cancelled. */
@Controller
class MissionController {
    private final Missions missions;
    private final Teams teams;
    private final Programmes programmes;
    private final Checklists checklists;
    private final OversightPapers papers;
    private final MissionPages pages;
    private final OtherBodyPages otherPages;
    private final UnitsByName unitsByName;

    MissionController(
            Missions missions,
            Teams teams,
            Programmes programmes,
            Checklists checklists,
            OversightPapers papers,
            MissionPages pages,
            OtherBodyPages otherPages,
            UnitsByName unitsByName) {
        this.missions = missions;
        this.teams = teams;
        this.programmes = programmes;
        this.checklists = checklists;
        this.papers = papers;
        this.pages = pages;
        this.otherPages = otherPages;
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
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", pages.list(actor, MissionFilter.of(q, year, kind, phase, whose), Missions.Key.of(after), t));
        return "execution/oversight/missions";
    }

    @GetMapping("/oversight/missions/new")
    @Allows(Action.PLAN_OVERSIGHT)
    String begin(@ModelAttribute MissionForm form, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.begin(actor, form, programmes.waiting(actor, form.plannedIds()), Map.of(), t));
        return "execution/oversight/new";
    }

    @PostMapping("/oversight/missions/new")
    @Allows(Action.PLAN_OVERSIGHT)
    String create(@ModelAttribute MissionForm form, Actor actor, Text t, Model model, HttpServletResponse response) {
        var planned = programmes.waiting(actor, form.plannedIds());
        if (planned.size() < Set.copyOf(form.plannedIds()).size())
            throw new Refused("execution.oversight.refused.notWaiting");
        var kind = planned.isEmpty() ? form.chosenKind() : planned.getFirst().kind();
        var made = new AtomicReference<MissionId>();
        var attempt = Attempt.at(() -> made.set(create(actor, form, kind, planned)), t, response);
        if (attempt.stored()) return "redirect:/oversight/missions/" + made.get() + "?saved=begun";
        model.addAttribute("page", pages.begin(actor, form, planned, attempt.mistakes(), t));
        return "execution/oversight/new";
    }

    private MissionId create(Actor actor, MissionForm form, OversightKind kind, List<Programmes.Planned> planned) {
        var unit = unit(actor, form.unit());
        var draft = form.read(
                kind,
                checklists.inUse(actor),
                unit.wrong() ? Map.of("unit", "organisation.unitName.unknown") : Map.of());
        return missions.create(actor, draft, planned, unit.id() == null ? List.of() : List.of(unit.id()));
    }

    @GetMapping("/oversight/missions/{id}")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String show(
            @PathVariable MissionId id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        String key = "execution.oversight.saved." + saved;
        return show(actor, id, who, t.has(key) ? t.of(key) : "", MissionPages.Typed.NOTHING, t, model);
    }

    @PostMapping("/oversight/missions/{id}")
    @Allows(Action.PLAN_OVERSIGHT)
    String change(
            @PathVariable MissionId id,
            @ModelAttribute MissionForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mission = missions.find(actor, id);
        // A list that is offered no more may be kept.
        var offered = checklists.all(actor).stream()
                .filter(list -> list.retiredAt() == null || list.id().equals(mission.checklistId()))
                .toList();
        var attempt = Attempt.at(
                () -> missions.change(actor, id, form.shownVersion(), form.read(mission.kind(), offered, Map.of())),
                t,
                response);
        return attempt.stored()
                ? "redirect:/oversight/missions/" + id + "?saved=changed"
                : show(actor, id, "", "", MissionPages.Typed.mission(form, attempt), t, model);
    }

    @PostMapping("/oversight/missions/{id}/members")
    @Allows(Action.PLAN_OVERSIGHT)
    String addMember(
            @PathVariable MissionId id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String leads,
            Actor actor) {
        missions.find(actor, id);
        if (person.isBlank()) throw new Refused("execution.oversight.refused.noPerson");
        teams.add(actor, id, new PersonId(Uuid7.parse(person)), leads.equals("yes"));
        return "redirect:/oversight/missions/" + id + "?saved=member#team";
    }

    @PostMapping("/oversight/missions/{id}/members/{member}/end")
    @Allows(Action.PLAN_OVERSIGHT)
    String endMember(
            @PathVariable MissionId id,
            @PathVariable MemberId member,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        teams.end(actor, id, member, reason);
        return "redirect:/oversight/missions/" + id + "?saved=left#team";
    }

    @PostMapping("/oversight/missions/{id}/units")
    @Allows(Action.PLAN_OVERSIGHT)
    String addUnit(
            @PathVariable MissionId id,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        missions.find(actor, id);
        var named = unit(actor, unit);
        if (named.id() == null) {
            response.setStatus(422);
            var typed = MissionPages.Typed.unit(unit, t.of("organisation.unitName.unknown"));
            return show(actor, id, "", "", typed, t, model);
        }
        missions.addUnit(actor, id, named.id());
        return "redirect:/oversight/missions/" + id + "?saved=unit#units";
    }

    @PostMapping("/oversight/missions/{id}/units/{visit}/drop")
    @Allows(Action.PLAN_OVERSIGHT)
    String dropUnit(
            @PathVariable MissionId id,
            @PathVariable VisitId visit,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        missions.dropUnit(actor, id, visit, reason);
        return "redirect:/oversight/missions/" + id + "?saved=dropped#units";
    }

    @PostMapping("/oversight/missions/{id}/cancel")
    @Allows(Action.PLAN_OVERSIGHT)
    String cancel(@PathVariable MissionId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        missions.cancel(actor, id, reason);
        return "redirect:/oversight/missions/" + id + "?saved=cancelled";
    }

    @PostMapping("/oversight/missions/{id}/decision")
    @Allows(Action.PLAN_OVERSIGHT)
    String decide(@PathVariable MissionId id, Actor actor) {
        return "redirect:/documents/" + papers.decide(actor, id) + "/edit";
    }

    /** The decision that adds people to the team. */
    @PostMapping("/oversight/missions/{id}/supplement")
    @Allows(Action.PLAN_OVERSIGHT)
    String supplement(@PathVariable MissionId id, Actor actor) {
        return "redirect:/documents/" + papers.supplement(actor, id) + "/edit";
    }

    @PostMapping("/oversight/missions/{id}/conclusion")
    @Allows(Action.PLAN_OVERSIGHT)
    String conclude(@PathVariable MissionId id, Actor actor) {
        return "redirect:/documents/" + papers.conclude(actor, id) + "/edit";
    }

    private String show(
            Actor actor, MissionId id, String who, String saved, MissionPages.Typed typed, Text t, Model model) {
        var mission = missions.find(actor, id);
        if (mission.ofOtherBody()) {
            model.addAttribute("page", otherPages.page(actor, mission, saved, typed, null, t));
            return "execution/oversight/other";
        }
        model.addAttribute("page", pages.page(actor, mission, who, saved, typed, t));
        return "execution/oversight/mission";
    }

    private record Named(@Nullable UnitId id, boolean wrong) {}

    private Named unit(Actor actor, @Nullable String typed) {
        if (typed == null || typed.isBlank()) return new Named(null, false);
        var meaning = unitsByName.read(typed, missions.today(), actor.reach(Action.PLAN_OVERSIGHT));
        return new Named(meaning.unit(), meaning.unit() == null);
    }
}
