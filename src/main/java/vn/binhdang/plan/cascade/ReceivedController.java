package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.ReceivedFromAbove;
import vn.binhdang.plan.ReceivedFromAbove.Received;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** The receiving side: what came from above, and "we have it". */
@Controller
@Allows(Action.CONFIRM_RECEIPT)
class ReceivedController {
    private static final int PAGE = 50;

    private final ReceivedFromAbove received;
    private final Cascades cascades;
    private final Units units;

    ReceivedController(ReceivedFromAbove received, Cascades cascades, Units units) {
        this.received = received;
        this.cascades = cascades;
        this.units = units;
    }

    @GetMapping("/received")
    String list(
            @RequestParam Optional<String> show,
            @RequestParam Optional<String> after,
            Actor actor,
            Text t,
            Model model) {
        var day = cascades.today();
        boolean all = show.filter("all"::equals).isPresent();
        var last = after.map(AddresseeId::of).map(AddresseeId::value).orElse(null);
        var found = all ? received.all(actor, day, last, PAGE + 1) : received.open(actor, day, last, PAGE + 1);
        var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var named = names(shown, day);
        model.addAttribute(
                "page",
                new ReceivedPage(
                        shown.stream().map(one -> row(one, named, day, t)).toList(),
                        !all,
                        all ? "/received" : "/received?show=all",
                        found.size() > PAGE
                                ? "/received?" + (all ? "show=all&" : "") + "after="
                                        + shown.getLast().id()
                                : ""));
        return "plan/cascade/received";
    }

    @PostMapping("/received/{id}/confirm")
    String confirm(@PathVariable AddresseeId id, Actor actor) {
        cascades.confirm(actor, id);
        return "redirect:/received";
    }

    private Map<UnitId, Unit> names(List<Received> shown, LocalDate day) {
        List<UnitId> ids = shown.stream()
                .flatMap(one -> Stream.of(one.unit(), one.from()))
                .distinct()
                .toList();
        return units.named(ids, day);
    }

    private static ReceivedPage.Row row(Received one, Map<UnitId, Unit> named, LocalDate day, Text t) {
        var due = one.division() ? one.dueOn() : one.replyBy();
        boolean late = due != null && due.isBefore(day) && !one.settled();
        String state = one.issuedOn() != null ? "issued" : one.confirmed() ? "confirmed" : "new";
        UUID id = one.id();
        return new ReceivedPage.Row(
                one.href(),
                t.of(
                        one.division()
                                ? "plan.cascade.received.tasks.open"
                                : one.issuedOn() == null
                                        ? "plan.cascade.received.draft.open"
                                        : "plan.cascade.received.plan.open"),
                one.title().isEmpty() ? t.of("plan.list.noSubject") : one.title(),
                name(named, one.from()),
                one.division() ? name(named, one.unit()) : "",
                TypedDate.printed(one.givenOn()),
                TypedDate.printed(due),
                late,
                t.of("plan.cascade.received.tasks", one.tasks()),
                amended(one, t),
                state.equals("issued") ? "issued" : state.equals("confirmed") ? "in-progress" : "not-started",
                t.of("plan.cascade.received.state." + state),
                one.confirmed() ? "" : "/received/" + id + "/confirm");
    }

    private static String amended(Received one, Text t) {
        if (one.amendedOn() == null) return "";
        return t.of(
                one.amended() > 0 ? "plan.cascade.received.amended" : "plan.cascade.received.amended.elsewhere",
                one.amended(),
                TypedDate.printed(one.amendedOn()));
    }

    private static String name(Map<UnitId, Unit> named, UnitId unit) {
        var found = named.get(unit);
        return found == null ? "" : found.name();
    }
}
