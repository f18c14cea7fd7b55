package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.LocalDate;
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

/** One person: the page, and what needs no form of its own. */
@Controller
class PersonController {
    private final PersonPages pages;
    private final PersonChanges changes;
    private final Clock clock;

    PersonController(PersonPages pages, PersonChanges changes, Clock clock) {
        this.pages = pages;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/people/{id}")
    @Allows(Action.READ_PEOPLE)
    String person(
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String on,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.read(actor, id, Days.asked(on, LocalDate.now(clock)), t));
        return "organisation/person/person";
    }

    @GetMapping("/people/{id}/history")
    @Allows(Action.READ_PEOPLE)
    String history(
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.deeds(actor, id, before, t));
        return "audit/of-record";
    }

    @PostMapping("/people/{id}/undo")
    @Allows(Action.CHANGE_PEOPLE)
    String undo(@PathVariable PersonId id, @RequestParam int revision, Actor actor) {
        return changes.undo(actor, id, revision) ? "redirect:/people/" + id : "redirect:/people";
    }

    @PostMapping("/people/{id}/offices/{office}/end")
    @Allows(Action.CHANGE_PEOPLE)
    String endOffice(
            @PathVariable PersonId id,
            @PathVariable String office,
            @RequestParam int revision,
            @RequestParam String on,
            Actor actor) {
        var day = Days.read(on);
        if (day == null) throw new Refused("organisation.mistake.day");
        UUID which = Uuid7.parse(office);
        changes.endOffice(actor, id, revision, which, day);
        return "redirect:/people/" + id;
    }
}
