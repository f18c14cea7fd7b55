package vn.binhdang.execution.initiative;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.Mended;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** From the idea to the decision: each form of the page of an initiative has its address here. */
@Controller
class InitiativeController {
    private static final int SHORT = 300;
    private static final int LONG = 4_000;
    private static final UUID TOP = new UUID(-1L, -1L);

    private final Initiatives initiatives;
    private final InitiativePages pages;
    private final UnitsByName unitsByName;
    private final People people;

    InitiativeController(Initiatives initiatives, InitiativePages pages, UnitsByName unitsByName, People people) {
        this.initiatives = initiatives;
        this.pages = pages;
        this.unitsByName = unitsByName;
        this.people = people;
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

    /** What a form does once it is read. */
    private interface Deed {
        void with(Typed typed);
    }

    /** One request to do something, and the way back to the page. */
    private String act(
            Request request, InitiativeId id, String form, Map<String, String> sent, String saved, Deed deed) {
        // What is not there is not there, whatever was typed.
        initiatives.find(request.actor(), id);
        var attempt = Attempt.at(() -> deed.with(new Typed(sent)), request.t(), request.response());
        if (attempt.stored()) return "redirect:/initiatives/" + id + "?saved=" + saved;
        var back = new InitiativePages.Back(form, sent, attempt.mistakes(), attempt.overtaken());
        request.model().addAttribute("page", pages.page(request.actor(), id, "", back, request.t()));
        return "execution/initiative/initiative";
    }

    private record Request(Actor actor, Text t, Model model, HttpServletResponse response) {}

    @PostMapping("/initiatives/{id}")
    @Allows(Action.PROPOSE_INITIATIVES)
    String change(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "idea", sent, "idea", typed -> {
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
    String comment(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "comment", sent, "comment", typed -> {
            String words = typed.needed("words", LONG);
            typed.check();
            initiatives.comment(actor, id, words);
        });
    }

    @PostMapping("/initiatives/{id}/decision")
    @Allows(Action.DECIDE_INITIATIVES)
    String decide(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "decision", sent, "decided", typed -> {
            boolean approved = typed.words("then").equals("approve");
            String reason = approved ? typed.text("decisionReason", LONG) : typed.needed("decisionReason", LONG);
            typed.check();
            initiatives.decide(actor, id, approved, reason);
        });
    }

    @PostMapping("/initiatives/{id}/pilot")
    @Allows(Action.RUN_INITIATIVES)
    String pilot(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "pilot", sent, "pilot", typed -> {
            var from = typed.neededDay("from");
            var to = typed.neededDay("to");
            if (to.isBefore(from)) typed.wrong("to", "execution.initiative.mend.backwards");
            String name = typed.needed("responsible", SHORT);
            var found = people.search(actor.agency(), name, initiatives.today(), 2);
            var persons = found.stream().map(held -> held.person()).distinct().toList();
            if (!name.isEmpty() && persons.size() != 1) typed.wrong("responsible", "execution.initiative.mend.person");
            var planned = typed.money("planned");
            var spent = typed.money("spent");
            String source = typed.text("costSource", SHORT);
            if ((planned != null || spent != null) && source.isEmpty())
                typed.wrong("costSource", "execution.initiative.mend.source");
            boolean begins = initiatives.find(actor, id).phase() == Phase.APPROVED;
            var place = begins ? unit(actor, typed, "pilotUnit", Action.RUN_INITIATIVES) : null;
            typed.check();
            initiatives.pilot(
                    actor,
                    id,
                    typed.version(),
                    new Initiatives.Pilot(from, to, persons.getFirst(), planned, spent, source),
                    place);
        });
    }

    @PostMapping("/initiatives/{id}/units")
    @Allows(Action.RUN_INITIATIVES)
    String addUnit(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "units", sent, "unit", typed -> {
            var unit = unit(actor, typed, "moreUnit", Action.RUN_INITIATIVES);
            typed.check();
            if (unit != null) initiatives.addPlace(actor, id, unit);
        });
    }

    @PostMapping("/initiatives/{id}/measures")
    @Allows(Action.RUN_INITIATIVES)
    String addMeasure(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "measures", sent, "measure", typed -> {
            String name = typed.needed("measureName", SHORT);
            String in = typed.needed("measuredIn", SHORT);
            var due = typed.neededDay("measureDue");
            typed.check();
            initiatives.addMeasure(
                    actor, id, name, in, !typed.words("direction").equals("LESS"), due);
        });
    }

    @PostMapping("/initiatives/{id}/measures/{measure}")
    @Allows(Action.RUN_INITIATIVES)
    String measure(
            @PathVariable InitiativeId id,
            @PathVariable MeasureId measure,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "measure-" + measure, sent, "measured", typed -> {
            var before = typed.number("before");
            var after = typed.number("after");
            var beforeOn = before == null ? null : typed.neededDay("beforeOn");
            var afterOn = after == null ? null : typed.neededDay("afterOn");
            String beforeSource =
                    before == null ? typed.text("beforeSource", SHORT) : typed.needed("beforeSource", SHORT);
            String afterSource = after == null ? typed.text("afterSource", SHORT) : typed.needed("afterSource", SHORT);
            typed.check();
            initiatives.measure(
                    actor,
                    id,
                    measure,
                    typed.version(),
                    new Initiatives.Measured(before, beforeOn, beforeSource, after, afterOn, afterSource));
        });
    }

    @PostMapping("/initiatives/{id}/tasks")
    @Allows(Action.RUN_INITIATIVES)
    String addTask(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "tasks", sent, "task", typed -> {
            String title = typed.needed("taskTitle", SHORT);
            var due = typed.neededDay("taskDue");
            var unit = unit(actor, typed, "taskUnit", Action.RUN_INITIATIVES);
            typed.check();
            if (unit != null) initiatives.addTask(actor, id, title, unit, due);
        });
    }

    @PostMapping("/initiatives/{id}/tasks/{task}/done")
    @Allows(Action.RUN_INITIATIVES)
    String done(@PathVariable InitiativeId id, @PathVariable PilotTaskId task, Actor actor) {
        initiatives.taskDone(actor, id, task, true);
        return "redirect:/initiatives/" + id + "?saved=done";
    }

    @PostMapping("/initiatives/{id}/tasks/{task}/reopen")
    @Allows(Action.RUN_INITIATIVES)
    String undone(@PathVariable InitiativeId id, @PathVariable PilotTaskId task, Actor actor) {
        initiatives.taskDone(actor, id, task, false);
        return "redirect:/initiatives/" + id + "?saved=undone";
    }

    @PostMapping("/initiatives/{id}/conclusion")
    @Allows(Action.RUN_INITIATIVES)
    String conclude(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "conclusion", sent, "concluded", typed -> {
            String conclusion = typed.needed("conclusion", LONG);
            String evidence = typed.needed("evidence", LONG);
            String lessons = typed.needed("lessons", LONG);
            typed.check();
            initiatives.conclude(actor, id, typed.version(), conclusion, evidence, lessons);
        });
    }

    @PostMapping("/initiatives/{id}/reopen")
    @Allows(Action.RUN_INITIATIVES)
    String reopen(@PathVariable InitiativeId id, Actor actor) {
        initiatives.reopen(actor, id);
        return "redirect:/initiatives/" + id + "?saved=reopened";
    }

    @PostMapping("/initiatives/{id}/outcome")
    @Allows(Action.DECIDE_INITIATIVES)
    String close(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "outcome", sent, "closed", typed -> {
            var outcome = Outcome.named(typed.words("outcome"));
            if (outcome.isEmpty()) typed.wrong("outcome", "execution.initiative.mend.outcome");
            String reason = typed.needed("outcomeReason", LONG);
            typed.check();
            initiatives.close(actor, id, outcome.orElseThrow(), reason);
        });
    }

    @PostMapping("/initiatives/{id}/offers")
    @Allows(Action.DECIDE_INITIATIVES)
    String offer(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "offers", sent, "offered", typed -> {
            var unit = unit(actor, typed, "offerUnit", Action.DECIDE_INITIATIVES);
            typed.check();
            if (unit != null) initiatives.offer(actor, id, unit);
        });
    }

    @PostMapping("/initiatives/{id}/accept")
    @Allows(Action.ASSESS_INITIATIVES)
    String accept(@PathVariable InitiativeId id, Actor actor) {
        initiatives.accept(actor, id);
        return "redirect:/initiatives/" + id + "?saved=accepted";
    }

    @PostMapping("/initiatives/{id}/decline")
    @Allows(Action.ASSESS_INITIATIVES)
    String decline(
            @PathVariable InitiativeId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(new Request(actor, t, model, response), id, "decline", sent, "declined", typed -> {
            String reason = typed.needed("declineReason", LONG);
            typed.check();
            initiatives.decline(actor, id, reason);
        });
    }

    private @Nullable UnitId unit(Actor actor, Typed typed, String field, Action action) {
        var unit = unitsByName
                .read(typed.words(field), initiatives.today(), actor.reach(action))
                .unit();
        if (unit == null) typed.wrong(field, "organisation.unitName.unknown");
        return unit;
    }
}
