package vn.binhdang.organisation.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Text;

/** Forms that change a record. What the rules forbid is said above the form, with everything typed still in it. */
@Controller
@Allows(Action.CHANGE_PEOPLE)
class ChangeController {
    private final PersonRecords records;
    private final PersonChanges changes;
    private final UnitChoices units;
    private final Clock clock;

    ChangeController(PersonRecords records, PersonChanges changes, UnitChoices units, Clock clock) {
        this.records = records;
        this.changes = changes;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/people/{id}/correct")
    String correctForm(@PathVariable PersonId id, Actor actor, Model model) {
        var record = record(actor, id);
        return form(record, "correct")
                .identity(IdentityForm.of(record.identity()))
                .show(model);
    }

    @PostMapping("/people/{id}/correct")
    String correct(
            @PathVariable PersonId id,
            @RequestParam int revision,
            IdentityForm identity,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new Mistakes(t, today());
        var corrected = identity.read(mistakes);
        var form = form(record(actor, id), "correct").identity(identity).mistakes(mistakes);
        if (!mistakes.none()) return form.ask(response, model);
        return form.send(t, response, model, () -> changes.correct(actor, id, revision, corrected));
    }

    @GetMapping("/people/{id}/move")
    String moveForm(@PathVariable PersonId id, Actor actor, Model model) {
        return form(record(actor, id), "move")
                .office(OfficeForm.empty(today()), actor, units, today())
                .show(model);
    }

    @PostMapping("/people/{id}/move")
    String move(
            @PathVariable PersonId id,
            @RequestParam int revision,
            OfficeForm office,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new Mistakes(t, today());
        var read = office.read(mistakes, units, actor.reach(Action.CHANGE_PEOPLE));
        var form = form(record(actor, id), "move")
                .office(office, actor, units, today())
                .mistakes(mistakes);
        if (read.isEmpty()) return form.ask(response, model);
        var to = read.get();
        return form.send(t, response, model, () -> changes.move(actor, id, revision, to.post(), to.from()));
    }

    @GetMapping("/people/{id}/offices/new")
    String officeForm(@PathVariable PersonId id, Actor actor, Model model) {
        return form(record(actor, id), "office", "offices/new")
                .office(OfficeForm.empty(today()), actor, units, today())
                .show(model);
    }

    @PostMapping("/people/{id}/offices/new")
    String office(
            @PathVariable PersonId id,
            @RequestParam int revision,
            OfficeForm office,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new Mistakes(t, today());
        var read = office.read(mistakes, units, actor.reach(Action.CHANGE_PEOPLE));
        var form = form(record(actor, id), "office", "offices/new")
                .office(office, actor, units, today())
                .mistakes(mistakes);
        if (read.isEmpty()) return form.ask(response, model);
        var added = read.get();
        return form.send(t, response, model, () -> changes.addOffice(actor, id, revision, added.post(), added.from()));
    }

    @GetMapping("/people/{id}/offices/{office}")
    String correctOfficeForm(@PathVariable PersonId id, @PathVariable String office, Actor actor, Model model) {
        var record = record(actor, id);
        return form(record, "office.correct", "offices/" + Uuid7.parse(office))
                .office(OfficeForm.of(record.office(Uuid7.parse(office))), actor, units, today())
                .show(model);
    }

    @PostMapping("/people/{id}/offices/{office}")
    String correctOffice(
            @PathVariable PersonId id,
            @PathVariable String office,
            @RequestParam int revision,
            OfficeForm typed,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        UUID which = Uuid7.parse(office);
        var record = record(actor, id);
        record.office(which);
        var mistakes = new Mistakes(t, today());
        var read = typed.read(mistakes, units, actor.reach(Action.CHANGE_PEOPLE));
        var form = form(record, "office.correct", "offices/" + which)
                .office(typed, actor, units, today())
                .mistakes(mistakes);
        if (read.isEmpty()) return form.ask(response, model);
        var right = read.get();
        return form.send(
                t,
                response,
                model,
                () -> changes.correctOffice(actor, id, revision, which, right.post(), right.from()));
    }

    @GetMapping("/people/{id}/fact")
    String factForm(@PathVariable PersonId id, Actor actor, Model model) {
        return form(record(actor, id), "fact")
                .fact(new ChangePage.FactForm(null, Days.print(today())))
                .show(model);
    }

    @PostMapping("/people/{id}/fact")
    String fact(
            @PathVariable PersonId id,
            @RequestParam int revision,
            ChangePage.FactForm fact,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new Mistakes(t, today());
        var from = mistakes.day("from", fact.from());
        var form = form(record(actor, id), "fact").fact(fact).mistakes(mistakes);
        String[] choice = fact.choice() == null ? new String[0] : fact.choice().split(":", 2);
        for (var kind : FactKind.values()) {
            if (choice.length != 2 || !kind.name().equals(choice[0])) continue;
            if (!choice[1].isEmpty() && !kind.choices().contains(choice[1])) continue;
            if (!mistakes.none()) return form.ask(response, model);
            String value = choice[1].isEmpty() ? null : choice[1];
            return form.send(t, response, model, () -> changes.fact(actor, id, revision, kind, value, from));
        }
        mistakes.add("choice", "organisation.mistake.choose");
        return form.ask(response, model);
    }

    @GetMapping("/people/{id}/leave")
    String leaveForm(@PathVariable PersonId id, Actor actor, Model model) {
        return form(record(actor, id), "leave")
                .fact(new ChangePage.FactForm(null, Days.print(today())))
                .show(model);
    }

    @PostMapping("/people/{id}/leave")
    String leave(
            @PathVariable PersonId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String from,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new Mistakes(t, today());
        var day = mistakes.day("from", from);
        var form = form(record(actor, id), "leave")
                .fact(new ChangePage.FactForm(null, from))
                .mistakes(mistakes);
        if (!mistakes.none()) return form.ask(response, model);
        return form.send(t, response, model, () -> changes.leave(actor, id, revision, day));
    }

    private PersonRecord record(Actor actor, PersonId id) {
        return records.inReach(actor.reach(Action.CHANGE_PEOPLE), id, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Form form(PersonRecord record, String kind) {
        return new Form(record, kind, kind);
    }

    private static Form form(PersonRecord record, String kind, String path) {
        return new Form(record, kind, path);
    }

    /** A page being put together. */
    private static final class Form {
        private final PersonRecord record;
        private final String kind;
        private final String action;
        private @Nullable OfficeForm office;
        private @Nullable IdentityForm identity;
        private ChangePage.@Nullable FactForm fact;
        private List<UnitChoices.Choice> units = List.of();
        private Map<String, String> mistakes = Map.of();
        private @Nullable String problem;

        private Form(PersonRecord record, String kind, String path) {
            this.record = record;
            this.kind = kind;
            this.action = "/people/%s/%s".formatted(record.id(), path);
        }

        /** The units of the day typed: an office of earlier may be one of a unit that has ended since. */
        Form office(OfficeForm typed, Actor actor, UnitChoices choices, LocalDate today) {
            units = choices.in(actor.reach(Action.CHANGE_PEOPLE), typed.day(today));
            office = units.isEmpty() ? typed.inWords(choices, today) : typed;
            return this;
        }

        Form identity(IdentityForm typed) {
            identity = typed;
            return this;
        }

        Form fact(ChangePage.FactForm typed) {
            fact = typed;
            return this;
        }

        Form mistakes(Mistakes found) {
            mistakes = found.all();
            return this;
        }

        /** Does it and goes back to the person, or says above the form why not. */
        String send(Text t, HttpServletResponse response, Model model, Runnable change) {
            try {
                change.run();
                return "redirect:/people/" + record.id();
            } catch (Refused refused) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                problem = t.of(refused.messageKey(), refused.arguments().toArray());
                return show(model);
            }
        }

        /** Shows it again, with the mistakes beside their fields. */
        String ask(HttpServletResponse response, Model model) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(model);
        }

        String show(Model model) {
            model.addAttribute(
                    "page",
                    new ChangePage(
                            record.id().toString(),
                            record.identity().fullName(),
                            kind,
                            action,
                            record.revision(),
                            problem,
                            mistakes,
                            office,
                            identity,
                            fact,
                            units));
            return "organisation/person/change";
        }
    }
}
