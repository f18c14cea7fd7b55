package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentLists;
import vn.binhdang.document.DocumentSearch;
import vn.binhdang.document.DocumentSearch.Sort;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.drafting.PlansPage.Choice;
import vn.binhdang.plan.drafting.PlansPage.Row;
import vn.binhdang.web.NavigationEntry;
import vn.binhdang.web.Text;

/** The plans of the agency: the office and the heads see all, everybody else those that were issued. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class PlansController {
    private static final int PAGE = 30;
    private static final DateTimeFormatter CHANGED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final DocumentLists documents;
    private final Plans plans;
    private final Clock clock;

    PlansController(DocumentLists documents, Plans plans, Clock clock) {
        this.documents = documents;
        this.plans = plans;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry plansEntry() {
        return new NavigationEntry("plan.navigation", "/plans", "clipboard-list", 10, null);
    }

    @GetMapping("/plans")
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam Optional<String> year,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> sort,
            @RequestParam Optional<String> after,
            Actor actor,
            Locale locale,
            Model model) {
        var t = Text.in(locale);
        // A filter that an old link or a typing error makes meaningless is no filter, not an error page.
        var chosenYear = year.filter(y -> y.matches("\\d{4}")).map(Integer::valueOf);
        var chosenState = constant(DocumentState.values(), state);
        var chosenSort = constant(Sort.values(), sort).orElse(Sort.YEAR);
        var search = new DocumentSearch(
                DocumentKind.PLAN,
                words,
                chosenYear.orElse(null),
                chosenState.orElse(null),
                chosenSort,
                after.orElse(null),
                PAGE);
        var found = documents.search(actor, search);
        var counts = plans.taskCounts(
                found.documents().stream().map(d -> PlanId.of(d.id())).toList());
        boolean mayWrite = actor.may(Action.WRITE_DOCUMENTS);
        boolean seesDrafts = mayWrite || actor.may(Action.APPROVE_DOCUMENTS);
        model.addAttribute(
                "page",
                new PlansPage(
                        found.documents().stream()
                                .map(d -> row(d, counts, mayWrite, t))
                                .toList(),
                        words,
                        years(actor, chosenYear, t),
                        states(seesDrafts, chosenState, t),
                        Stream.of(Sort.values())
                                .map(s -> new Choice(s.name(), t.of("plan.list.sort." + s.name()), s == chosenSort))
                                .toList(),
                        !words.isBlank() || chosenYear.isPresent() || chosenState.isPresent(),
                        mayWrite,
                        actor.may(Action.CONFIRM_RECEIPT),
                        actor.may(Action.READ_CASCADES),
                        found.next() == null ? null : next(search, found.next())));
        return "plan/drafting/plans";
    }

    private Row row(OutgoingDocument d, Map<PlanId, Integer> counts, boolean mayWrite, Text t) {
        return new Row(
                "/plans/" + d.id(),
                mayWrite && d.state().editable() ? "/plans/" + d.id() + "/edit" : null,
                String.valueOf(d.year()),
                d.subject().isEmpty() ? t.of("plan.list.noSubject") : d.subject(),
                d.state().mark(),
                t.of("document.state." + d.state().word()),
                d.numberAndSymbol(),
                counts.getOrDefault(PlanId.of(d.id()), 0),
                CHANGED.format(d.changedAt().atZoneSameInstant(clock.getZone())));
    }

    private List<Choice> years(Actor actor, Optional<Integer> chosen, Text t) {
        var years = new ArrayList<Choice>();
        years.add(new Choice("", t.of("plan.list.everyYear"), chosen.isEmpty()));
        for (int year : documents.years(actor, DocumentKind.PLAN))
            years.add(new Choice(
                    String.valueOf(year),
                    String.valueOf(year),
                    chosen.filter(Predicate.isEqual(year)).isPresent()));
        return years;
    }

    private static List<Choice> states(boolean seesDrafts, Optional<DocumentState> chosen, Text t) {
        var states = new ArrayList<Choice>();
        states.add(new Choice("", t.of("plan.list.everyState"), chosen.isEmpty()));
        for (var state : DocumentState.values())
            if (seesDrafts || state.issued())
                states.add(new Choice(
                        state.name(),
                        t.of("document.state." + state.word()),
                        chosen.filter(Predicate.isEqual(state)).isPresent()));
        return states;
    }

    private static String next(DocumentSearch search, String after) {
        var address = UriComponentsBuilder.fromPath("/plans").queryParam("sort", search.sort());
        if (!search.words().isBlank()) address.queryParam("words", "{words}");
        if (search.year() != null) address.queryParam("year", search.year());
        if (search.state() != null) address.queryParam("state", search.state());
        return address.queryParam("after", after)
                .encode()
                .buildAndExpand(Map.of("words", search.words()))
                .toUriString();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, Optional<@Nullable String> name) {
        return Stream.of(constants)
                .filter(c -> name.isPresent() && c.name().equals(name.get()))
                .findFirst();
    }
}
