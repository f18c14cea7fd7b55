package vn.binhdang.organisation.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.NavigationEntry;

/** The list of staff. Looked for by POST: names that are typed belong into no address, no history and no log. */
@Controller
class PeopleController {
    private final PeopleList people;
    private final UnitChoices units;
    private final Clock clock;

    PeopleController(PeopleList people, UnitChoices units, Clock clock) {
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry peopleNavigation() {
        return new NavigationEntry("organisation.person.navigation", "/people", "users", 40, Action.READ_PEOPLE);
    }

    @GetMapping("/people")
    @Allows(Action.READ_PEOPLE)
    String list(PeopleFilter.Asked asked, Actor actor, Model model) {
        return show(
                new PeopleFilter.Asked(
                        null, asked.unit(), asked.status(), asked.sex(), asked.leader(), asked.on(), asked.after()),
                actor,
                model);
    }

    @PostMapping("/people/search")
    @Allows(Action.READ_PEOPLE)
    String search(PeopleFilter.Asked asked, Actor actor, Model model) {
        return show(asked, actor, model);
    }

    private String show(PeopleFilter.Asked asked, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var filter = PeopleFilter.of(asked, today);
        var reach = actor.reach(Action.READ_PEOPLE);
        String typed = asked.unit() == null ? "" : asked.unit().strip();
        var named = filter.unit() == null && !typed.isEmpty()
                ? units.find(reach, typed, filter.on())
                : Optional.<UnitId>empty();
        if (named.isPresent()) filter = filter.in(named.get());
        var choices = units.in(reach, filter.on());
        var unit = filter.unit();
        var found = people.find(actor, filter);
        model.addAttribute(
                "page",
                new PeoplePage(
                        filter,
                        filter.on().toString(),
                        Days.print(filter.on()),
                        filter.on().equals(today),
                        choices,
                        choices.isEmpty() && unit != null ? units.words(unit, filter.on()) : typed,
                        unit == null && !typed.isEmpty(),
                        found.rows(),
                        found.total(),
                        found.more() ? found.rows().getLast().id().toString() : null,
                        actor.may(Action.CHANGE_PEOPLE),
                        actor.may(Action.READ_PEOPLE_FIGURES),
                        actor.may(Action.ANSWER_DATA_REQUESTS)));
        return "organisation/person/people";
    }
}
