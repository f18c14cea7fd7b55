package vn.binhdang.organisation.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** Enters somebody new, after asking about those who may be the same person. */
@Controller
@Allows(Action.CHANGE_PEOPLE)
class EntryController {
    private final PersonChanges changes;
    private final Namesakes namesakes;
    private final UnitChoices units;
    private final Clock clock;

    EntryController(PersonChanges changes, Namesakes namesakes, UnitChoices units, Clock clock) {
        this.changes = changes;
        this.namesakes = namesakes;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/people/new")
    String form(Actor actor, Model model) {
        return show(
                new IdentityForm(null, null, null, null, null),
                OfficeForm.empty(LocalDate.now(clock)),
                new EntryForm(null, null, null, null, null, null),
                Map.of(),
                List.of(),
                actor,
                model);
    }

    @PostMapping("/people")
    String enter(
            IdentityForm identity,
            OfficeForm office,
            EntryForm facts,
            @RequestParam(defaultValue = "false") boolean another,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var today = LocalDate.now(clock);
        var mistakes = new Mistakes(t, today);
        var reach = actor.reach(Action.CHANGE_PEOPLE);
        var is = identity.read(mistakes);
        var holds = facts.read(mistakes);
        var post = office.read(mistakes, units, reach);
        if (post.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(identity, office, facts, mistakes.all(), List.of(), actor, model);
        }
        var same = namesakes.of(reach, is, today);
        if (same.stream()
                .anyMatch(one -> one.staffCode() != null && one.staffCode().equalsIgnoreCase(is.staffCode())))
            mistakes.add("staffCode", "organisation.mistake.staffCodeTaken");
        if (!mistakes.none() || !same.isEmpty() && !another) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(identity, office, facts, mistakes.all(), same, actor, model);
        }
        var id = changes.enter(actor, is, holds, post.get().post(), post.get().from());
        return "redirect:/people/" + id;
    }

    private String show(
            IdentityForm identity,
            OfficeForm office,
            EntryForm facts,
            Map<String, String> mistakes,
            List<Namesakes.Namesake> same,
            Actor actor,
            Model model) {
        var choices = units.in(actor.reach(Action.CHANGE_PEOPLE), office.day(LocalDate.now(clock)));
        model.addAttribute("page", new EntryPage(identity, office, facts, mistakes, same, choices));
        return "organisation/person/enter";
    }
}
