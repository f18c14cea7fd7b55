package vn.binhdang.document.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.NavigationEntry;

@Controller
@Allows(Action.READ_DOCUMENTS)
class RegisterController {
    private final Register register;
    private final PrintedRegisters printed;
    private final Units units;
    private final Clock clock;

    RegisterController(Register register, PrintedRegisters printed, Units units, Clock clock) {
        this.register = register;
        this.printed = printed;
        this.units = units;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry documentsNavigation() {
        return new NavigationEntry("document.register.navigation", "/documents", "file-text", 20, null);
    }

    @GetMapping("/documents")
    String register(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var filter = RegisterFilter.of(q, year, kind, state);
        var key = RegisterEntry.Key.of(after);
        var found = register.find(actor, filter, key);
        boolean more = found.size() > Register.PAGE;
        var entries = more ? found.subList(0, Register.PAGE) : found;
        boolean first = key.equals(RegisterEntry.Key.TOP);
        model.addAttribute(
                "page",
                new RegisterPage(
                        first && filter.isEmpty() ? register.waiting(actor, needing(actor)) : List.of(),
                        filter,
                        register.years(actor),
                        List.of(DocumentKind.values()),
                        choosable(actor),
                        actor.may(Action.READ_DRAFTS),
                        entries,
                        more ? filter.addressAfter(entries.getLast().key().text()) : null,
                        first));
        return "document/register/register";
    }

    /** The year as it goes into the binder; without a year, the running one. */
    @GetMapping("/documents/register")
    String printed(@RequestParam(required = false) @Nullable String year, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        int chosen = year != null && year.matches("\\d{4}") ? Integer.parseInt(year) : today.getYear();
        var years = new TreeSet<>(register.years(actor)).descendingSet();
        years.add(chosen);
        var lastDay = LocalDate.of(chosen, 12, 31);
        model.addAttribute(
                "page",
                new PrintedRegister(
                        units.nearest(actor.agency(), lastDay.isBefore(today) ? lastDay : today)
                                .name(),
                        chosen,
                        List.copyOf(years),
                        printed.of(actor, chosen)));
        return "document/register/printed";
    }

    /** The head decides what is submitted; the office mends what came back and issues what is approved. */
    private static Set<DocumentState> needing(Actor actor) {
        var states = EnumSet.noneOf(DocumentState.class);
        if (actor.may(Action.APPROVE_DOCUMENTS)) states.add(DocumentState.SUBMITTED);
        if (actor.may(Action.WRITE_DOCUMENTS))
            states.addAll(EnumSet.of(DocumentState.SENT_BACK, DocumentState.APPROVED));
        return states;
    }

    private static List<DocumentState> choosable(Actor actor) {
        boolean every = actor.may(Action.READ_DRAFTS);
        return List.of(DocumentState.values()).stream()
                .filter(state -> every || state.issued())
                .toList();
    }
}
