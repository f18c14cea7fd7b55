package vn.binhdang.execution.initiative;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.People;

/** Each form of a pilot, from its first day to what the head decides on its result. */
@Controller
class PilotController {
    private static final int SHORT = 300;
    private static final int LONG = 4_000;

    private final Initiatives initiatives;
    private final Pilots pilots;
    private final Measures measures;
    private final PilotTasks tasks;
    private final InitiativeForms forms;
    private final People people;

    PilotController(
            Initiatives initiatives,
            Pilots pilots,
            Measures measures,
            PilotTasks tasks,
            InitiativeForms forms,
            People people) {
        this.initiatives = initiatives;
        this.pilots = pilots;
        this.measures = measures;
        this.tasks = tasks;
        this.forms = forms;
        this.people = people;
    }

    @PostMapping("/initiatives/{id}/pilot")
    @Allows(Action.RUN_INITIATIVES)
    String pilot(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "pilot", sent, "pilot", typed -> {
            var from = typed.neededDay("from");
            var to = typed.neededDay("to");
            if (to.isBefore(from)) typed.wrong("to", "execution.initiative.mend.backwards");
            String name = typed.needed("responsible", SHORT);
            var found = people.search(actor.agency(), name, initiatives.today(), 2);
            var persons =
                    found.stream().map(one -> one.office().person()).distinct().toList();
            if (!name.isEmpty() && persons.size() != 1) typed.wrong("responsible", "execution.initiative.mend.person");
            var planned = typed.money("planned");
            var spent = typed.money("spent");
            String source = typed.text("costSource", SHORT);
            if ((planned != null || spent != null) && source.isEmpty())
                typed.wrong("costSource", "execution.initiative.mend.source");
            boolean begins = initiatives.find(actor, id).phase() == Phase.APPROVED;
            var place = begins ? forms.unit(actor, typed, "pilotUnit", Action.RUN_INITIATIVES) : null;
            typed.check();
            pilots.arrange(
                    actor,
                    id,
                    typed.version(),
                    new Pilots.Pilot(from, to, persons.getFirst(), planned, spent, source),
                    place);
        });
    }

    @PostMapping("/initiatives/{id}/units")
    @Allows(Action.RUN_INITIATIVES)
    String addUnit(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "units", sent, "unit", typed -> {
            var unit = forms.unit(actor, typed, "moreUnit", Action.RUN_INITIATIVES);
            typed.check();
            if (unit != null) pilots.addPlace(actor, id, unit);
        });
    }

    @PostMapping("/initiatives/{id}/measures")
    @Allows(Action.RUN_INITIATIVES)
    String addMeasure(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "measures", sent, "measure", typed -> {
            String name = typed.needed("measureName", SHORT);
            String in = typed.needed("measuredIn", SHORT);
            var due = typed.neededDay("measureDue");
            typed.check();
            measures.add(actor, id, name, in, !typed.words("direction").equals("LESS"), due);
        });
    }

    @PostMapping("/initiatives/{id}/measures/{measure}")
    @Allows(Action.RUN_INITIATIVES)
    String measure(
            @PathVariable InitiativeId id,
            @PathVariable MeasureId measure,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        return forms.act(actor, id, "measure-" + measure, sent, "measured", typed -> {
            var before = typed.number("before");
            var after = typed.number("after");
            var beforeOn = before == null ? null : typed.neededDay("beforeOn");
            var afterOn = after == null ? null : typed.neededDay("afterOn");
            String beforeSource =
                    before == null ? typed.text("beforeSource", SHORT) : typed.needed("beforeSource", SHORT);
            String afterSource = after == null ? typed.text("afterSource", SHORT) : typed.needed("afterSource", SHORT);
            typed.check();
            measures.record(
                    actor,
                    id,
                    measure,
                    typed.version(),
                    new Measures.Measured(before, beforeOn, beforeSource, after, afterOn, afterSource));
        });
    }

    @PostMapping("/initiatives/{id}/tasks")
    @Allows(Action.RUN_INITIATIVES)
    String addTask(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "tasks", sent, "task", typed -> {
            String title = typed.needed("taskTitle", SHORT);
            var due = typed.neededDay("taskDue");
            var unit = forms.unit(actor, typed, "taskUnit", Action.RUN_INITIATIVES);
            typed.check();
            if (unit != null) tasks.add(actor, id, title, unit, due);
        });
    }

    @PostMapping("/initiatives/{id}/tasks/{task}/done")
    @Allows(Action.RUN_INITIATIVES)
    String done(@PathVariable InitiativeId id, @PathVariable PilotTaskId task, Actor actor) {
        tasks.done(actor, id, task, true);
        return "redirect:/initiatives/" + id + "?saved=done";
    }

    @PostMapping("/initiatives/{id}/tasks/{task}/reopen")
    @Allows(Action.RUN_INITIATIVES)
    String undone(@PathVariable InitiativeId id, @PathVariable PilotTaskId task, Actor actor) {
        tasks.done(actor, id, task, false);
        return "redirect:/initiatives/" + id + "?saved=undone";
    }

    @PostMapping("/initiatives/{id}/conclusion")
    @Allows(Action.RUN_INITIATIVES)
    String conclude(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "conclusion", sent, "concluded", typed -> {
            String conclusion = typed.needed("conclusion", LONG);
            String evidence = typed.needed("evidence", LONG);
            String lessons = typed.needed("lessons", LONG);
            typed.check();
            pilots.conclude(actor, id, typed.version(), conclusion, evidence, lessons);
        });
    }

    @PostMapping("/initiatives/{id}/reopen")
    @Allows(Action.RUN_INITIATIVES)
    String reopen(@PathVariable InitiativeId id, Actor actor) {
        pilots.reopen(actor, id);
        return "redirect:/initiatives/" + id + "?saved=reopened";
    }

    @PostMapping("/initiatives/{id}/outcome")
    @Allows(Action.DECIDE_INITIATIVES)
    String close(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "outcome", sent, "closed", typed -> {
            var outcome = Outcome.named(typed.words("outcome"));
            if (outcome.isEmpty()) typed.wrong("outcome", "execution.initiative.mend.outcome");
            String reason = typed.needed("outcomeReason", LONG);
            typed.check();
            pilots.close(actor, id, outcome.orElseThrow(), reason);
        });
    }
}
