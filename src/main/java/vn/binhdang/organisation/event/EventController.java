package vn.binhdang.organisation.event;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Records an event in three steps that need no script: the form, what it would change, done. */
@Controller
@Allows(Action.CHANGE_UNITS)
class EventController {
    private static final int SUGGESTED = 300;

    private final UnitEvents events;
    private final EventReader reader;
    private final EventSentences sentences;
    private final EffectSentences effects;
    private final UnitsByName words;
    private final Units units;
    private final Clock clock;

    EventController(
            UnitEvents events,
            EventReader reader,
            EventSentences sentences,
            EffectSentences effects,
            UnitsByName words,
            Units units,
            Clock clock) {
        this.events = events;
        this.reader = reader;
        this.sentences = sentences;
        this.effects = effects;
        this.words = words;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/units/events/new")
    String form(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String corrects,
            Actor actor,
            Text t,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        var chosen = EventReading.kind(kind);
        var subjects = new ArrayList<String>();
        String parent = null;
        Naming naming = null;
        if (unit != null) {
            var id = UnitId.of(unit);
            var now = units.on(id, units.span(id).nearest(asOf.day()));
            String label = words.of(id, asOf.day()).orElse(now.name());
            if (chosen == EventKind.CREATE) parent = label;
            else subjects.add(label);
            naming = new Naming(now.kind(), now.name(), now.shortName(), now.symbolAbbreviation());
            if (chosen == EventKind.CONSOLIDATE) parent = parentOf(id, asOf.day());
        }
        var form = EventForm.about(chosen, asOf.shown(), subjects, corrects, parent, naming);
        return page(form, Map.of(), List.of(), null, actor, t, model);
    }

    /** @param step preview, edit (back to the form as it was typed) or record */
    @PostMapping("/units/events")
    String step(
            EventForm form,
            @RequestParam(defaultValue = "preview") String step,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        if (step.equals("edit")) return page(form, Map.of(), List.of(), null, actor, t, model);
        var reading = new EventReading(form, words, units, actor.reach(Action.CHANGE_UNITS), t);
        var facts = reading.facts();
        var change = facts == null ? null : reading.change(facts.on());
        if (facts == null || change == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, reading.problems(), reading.candidates(), null, actor, t, model);
        }
        try {
            if (step.equals("record")) {
                var id = events.record(actor, facts, change);
                return "redirect:/units/events/" + id + "?done";
            }
            var plan = events.planned(actor, facts, change);
            model.addAttribute(
                    "page",
                    new PreviewPage(
                            change.kind(),
                            AsOf.shown(facts.on()),
                            effects.event(change.kind(), plan, facts.on(), t),
                            facts.legalBasis(),
                            effects.of(plan, facts.on(), t),
                            fields(typed)));
            return "organisation/event/preview";
        } catch (Refused refused) {
            if (refused instanceof NotAllowed) throw refused;
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            String refusal = t.of(refused.messageKey(), refused.arguments().toArray());
            return page(form, Map.of(), List.of(), refusal, actor, t, model);
        }
    }

    private String page(
            EventForm form,
            Map<String, String> problems,
            List<String> candidates,
            @Nullable String refusal,
            Actor actor,
            Text t,
            Model model) {
        var day = AsOf.typed(form.on()).orElse(LocalDate.now(clock));
        var corrects = form.text(form.corrects());
        // Where they are too many to list, those that what was typed comes close to.
        var suggestions = words.list(day, actor.reach(Action.CHANGE_UNITS), SUGGESTED);
        model.addAttribute(
                "page",
                new EventPage(
                        EventReading.kind(form.kind()),
                        form,
                        suggestions.isEmpty() ? candidates : suggestions,
                        problems,
                        refusal,
                        corrects.isEmpty() ? null : wrong(UnitEventId.of(corrects), t)));
        return "organisation/event/form";
    }

    private String wrong(UnitEventId id, Text t) {
        var event = reader.find(id).orElseThrow(() -> new NotVisible("event " + id));
        return AsOf.shown(event.on()) + ": " + sentences.sentence(event, t);
    }

    private @Nullable String parentOf(UnitId unit, LocalDate day) {
        var above = units.ancestors(unit, day);
        return above.isEmpty() ? null : words.of(above.getLast().id(), day).orElse(null);
    }

    private static List<PreviewPage.Field> fields(MultiValueMap<String, String> typed) {
        var fields = new ArrayList<PreviewPage.Field>();
        typed.forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals("step"))
                for (String value : values) fields.add(new PreviewPage.Field(name, value));
        });
        return fields;
    }
}
