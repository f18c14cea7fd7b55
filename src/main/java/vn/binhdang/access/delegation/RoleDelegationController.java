package vn.binhdang.access.delegation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.MenuEntry;

/** Handing roles to others, seen and done by those who lead. */
@Controller
@Allows(Action.DELEGATE_ROLES)
class RoleDelegationController {
    private final RoleDelegations delegations;
    private final RoleDelegationPages pages;
    private final ColleaguesByName colleagues;

    RoleDelegationController(RoleDelegations delegations, RoleDelegationPages pages, ColleaguesByName colleagues) {
        this.delegations = delegations;
        this.pages = pages;
        this.colleagues = colleagues;
    }

    @Bean
    static MenuEntry roleDelegationsInMenu() {
        return new MenuEntry("access.delegation.title", "/delegations/roles", 40, Action.DELEGATE_ROLES);
    }

    @GetMapping("/delegations/roles")
    String list(@RequestParam(defaultValue = "") String done, Actor actor, Model model) {
        String word = done.matches("given|ended") ? "access.delegation.done." + done : "";
        model.addAttribute("page", pages.list(actor, delegations.of(actor), word));
        return "access/delegation/delegations";
    }

    @GetMapping("/delegations/roles/new")
    String form(@RequestParam(defaultValue = "") String kind, Actor actor, Model model) {
        var form = new RoleDelegationForm(kind, "", "", "", "", "", "", "", "");
        model.addAttribute("page", pages.form(actor, pages.empty(actor, form.chosenKind()), Map.of(), null));
        return "access/delegation/new";
    }

    /** Names to choose from while one types, where the agency has more people than a list can hold. */
    @GetMapping("/delegations/people")
    String people(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        model.addAttribute("names", colleagues.like(actor, q));
        return "organisation/unit/names";
    }

    @PostMapping("/delegations/roles")
    String give(@ModelAttribute RoleDelegationForm form, Actor actor, Model model, HttpServletResponse response) {
        var mistakes = form.mistakes(pages.today());
        var scope = form.namesScope() ? pages.scope(actor, form) : Optional.<UnitId>empty();
        if (form.namesScope() && scope.isEmpty()) mistakes.putIfAbsent("scope", "organisation.unitName.unknown");
        var to = pages.person(actor, form.to());
        var absent = pages.person(actor, form.absent());
        if (to.isEmpty()) mistakes.putIfAbsent("to", "access.delegation.person.unknown");
        if (absent.isEmpty()) mistakes.putIfAbsent("absent", "access.delegation.person.unknown");
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(actor, form, mistakes, null, model);
        }
        try {
            delegations.give(actor, scope.map(form::in).orElse(form).between(to.orElseThrow(), absent.orElseThrow()));
            return "redirect:/delegations/roles?done=given";
        } catch (NotAllowed notAllowed) {
            throw notAllowed;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return again(actor, form, Map.of(), refused.messageKey(), model);
        }
    }

    @PostMapping("/delegations/roles/{id}/end")
    String end(@PathVariable DelegationId id, Actor actor) {
        delegations.end(actor, id);
        return "redirect:/delegations/roles?done=ended";
    }

    private String again(
            Actor actor, RoleDelegationForm form, Map<String, String> mistakes, @Nullable String problem, Model model) {
        model.addAttribute("page", pages.form(actor, form, mistakes, problem));
        return "access/delegation/new";
    }
}
