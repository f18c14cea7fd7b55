package vn.binhdang.execution.initiative;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Mended;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** The list, and an idea until it is decided. */
@Controller
class InitiativeController {
    private static final int SHORT = 300;
    private static final int LONG = 4_000;
    private static final UUID TOP = new UUID(-1L, -1L);

    private final Initiatives initiatives;
    private final InitiativePages pages;
    private final InitiativeForms forms;
    private final UnitsByName unitsByName;

    InitiativeController(
            Initiatives initiatives, InitiativePages pages, InitiativeForms forms, UnitsByName unitsByName) {
        this.initiatives = initiatives;
        this.pages = pages;
        this.forms = forms;
        this.unitsByName = unitsByName;
    }

    @Bean
    static MenuEntry initiativeMenu() {
        return new MenuEntry("execution.initiative.title", "/initiatives", 31, Action.PROPOSE_INITIATIVES);
    }

    @GetMapping("/initiatives")
    @Allows(Action.PROPOSE_INITIATIVES)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model) {
        // A unit that nobody is called finds nothing, rather than everything.
        var named = unit.isBlank()
                ? null
                : unitsByName.read(unit, initiatives.today(), null).unit();
        var meant = unit.isBlank() ? null : named == null ? new UnitId(new UUID(0, 0)) : named;
        var key = after(after);
        model.addAttribute(
                "page",
                pages.list(actor, InitiativeFilter.of(q, phase, kind, year, unit, meant), key, key.equals(TOP), t));
        return "execution/initiative/list";
    }

    private static UUID after(String typed) {
        try {
            return typed.isEmpty() ? TOP : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return TOP;
        }
    }

    @GetMapping("/initiatives/new")
    @Allows(Action.PROPOSE_INITIATIVES)
    String begin(Model model) {
        model.addAttribute("page", new IdeaPage(Map.of(), Map.of()));
        return "execution/initiative/new";
    }

    @PostMapping("/initiatives/new")
    @Allows(Action.PROPOSE_INITIATIVES)
    String create(
            @RequestParam Map<String, String> sent, Actor actor, Text t, Model model, HttpServletResponse response) {
        var typed = new Typed(sent);
        try {
            boolean propose = propose(typed);
            return "redirect:/initiatives/"
                    + initiatives.create(actor, idea(typed, propose), propose)
                    + "?saved=" + (propose ? "proposed" : "idea");
        } catch (Mended mended) {
            response.setStatus(422);
            model.addAttribute("page", new IdeaPage(sent, mended.sentences(t)));
            return "execution/initiative/new";
        }
    }

    private static boolean propose(Typed typed) {
        return typed.words("then").equals("propose");
    }

    /** A draft needs no more than a title; what is proposed says what is wrong and what to do. */
    private static Initiatives.Idea idea(Typed typed, boolean propose) {
        var idea = new Initiatives.Idea(
                InitiativeKind.named(typed.words("kind")).orElse(InitiativeKind.INITIATIVE),
                typed.needed("title", SHORT),
                propose ? typed.needed("problem", LONG) : typed.text("problem", LONG),
                propose ? typed.needed("proposal", LONG) : typed.text("proposal", LONG),
                typed.text("beneficiaries", LONG),
                typed.text("expected", LONG));
        typed.check();
        return idea;
    }

    @GetMapping("/initiatives/{id}")
    @Allows(Action.PROPOSE_INITIATIVES)
    String show(
            @PathVariable InitiativeId id,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        String key = "execution.initiative.saved." + saved;
        model.addAttribute("page", pages.page(actor, id, t.has(key) ? t.of(key) : "", InitiativePages.Back.NOTHING, t));
        return "execution/initiative/initiative";
    }

    @PostMapping("/initiatives/{id}")
    @Allows(Action.PROPOSE_INITIATIVES)
    String change(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "idea", sent, "idea", typed -> {
            boolean propose = propose(typed);
            initiatives.change(actor, id, typed.version(), idea(typed, propose), propose);
        });
    }

    @PostMapping("/initiatives/{id}/withdraw")
    @Allows(Action.PROPOSE_INITIATIVES)
    String withdraw(@PathVariable InitiativeId id, Actor actor) {
        initiatives.withdraw(actor, id);
        return "redirect:/initiatives/" + id + "?saved=withdrawn";
    }

    @PostMapping("/initiatives/{id}/comments")
    @Allows(Action.ASSESS_INITIATIVES)
    String comment(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "comment", sent, "comment", typed -> {
            String words = typed.needed("words", LONG);
            typed.check();
            initiatives.comment(actor, id, words);
        });
    }

    @PostMapping("/initiatives/{id}/decision")
    @Allows(Action.DECIDE_INITIATIVES)
    String decide(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "decision", sent, "decided", typed -> {
            boolean approved = typed.words("then").equals("approve");
            String reason = approved ? typed.text("decisionReason", LONG) : typed.needed("decisionReason", LONG);
            typed.check();
            initiatives.decide(actor, id, approved, reason);
        });
    }
}
