package vn.binhdang.document.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.approval.Delegation;
import vn.binhdang.document.approval.Delegations;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.approval.Steps;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Units;

/** Powers to sign by order (TL.) and by authorisation (TUQ.): the office and the heads see them, the head records them. */
@Controller
class DelegationsController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Delegations delegations;
    private final People people;
    private final Units units;
    private final Steps steps;

    DelegationsController(Delegations delegations, People people, Units units, Steps steps) {
        this.delegations = delegations;
        this.people = people;
        this.units = units;
        this.steps = steps;
    }

    @GetMapping("/documents/delegations")
    @Allows(Action.READ_DRAFTS)
    String show(@RequestParam(required = false) @Nullable String done, Actor actor, Model model) {
        return page(actor, null, DelegationForm.EMPTY, done != null, model);
    }

    @PostMapping("/documents/delegations")
    @Allows(Action.DELEGATE_SIGNING)
    String record(DelegationForm form, Actor actor, Model model, HttpServletResponse response) {
        actor.must(Action.DELEGATE_SIGNING);
        try {
            var from = DelegationForm.day(form.from());
            var lastDay = DelegationForm.day(form.lastDay());
            if (from == null) throw new Refused("document.delegation.noStart");
            if (lastDay == null && !DelegationForm.text(form.lastDay()).isBlank())
                throw new Refused("document.delegation.noSuchDay");
            delegations.record(
                    actor,
                    "TUQ".equals(form.capacity()) ? SigningCapacity.TUQ : SigningCapacity.TL,
                    PersonId.of(DelegationForm.text(form.to())),
                    DelegationForm.text(form.scope()),
                    DelegationForm.text(form.reference()),
                    from,
                    lastDay);
            return "redirect:/documents/delegations?done";
        } catch (Refused refused) {
            if (refused instanceof NotAllowed) throw refused;
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return page(actor, refused.messageKey(), form, false, model);
        }
    }

    private String page(Actor actor, @Nullable String problem, DelegationForm form, boolean done, Model model) {
        actor.must(Action.READ_DRAFTS);
        var today = steps.today();
        var recorded = delegations.of(actor.agency());
        var names = people.namesOf(recorded.stream().map(Delegation::to).toList());
        var lines = recorded.stream()
                .map(delegation -> line(delegation, names.getOrDefault(delegation.to(), ""), today))
                .toList();
        model.addAttribute(
                "page",
                new DelegationsPage(
                        lines, actor.may(Action.DELEGATE_SIGNING) ? choices(actor) : List.of(), problem, form, done));
        return "document/register/delegations";
    }

    private DelegationsPage.Line line(Delegation d, String to, LocalDate today) {
        return new DelegationsPage.Line(
                d.capacity().name(),
                to,
                d.scope(),
                d.reference(),
                DAY.format(d.validFrom()),
                d.validTo() == null ? "" : DAY.format(d.validTo().minusDays(1)),
                d.holdsOn(today));
    }

    private List<DelegationsPage.Choice> choices(Actor actor) {
        var today = steps.today();
        var offices = people.officesBelow(actor.agency(), today);
        var called =
                units.named(offices.stream().map(OfficeHeld::unit).distinct().toList(), today);
        return offices.stream()
                .map(office -> new DelegationsPage.Choice(
                        office.person().toString(),
                        office.personName() + ", " + office.title() + " ("
                                + Objects.requireNonNull(called.get(office.unit()))
                                        .label() + ")"))
                .toList();
    }
}
