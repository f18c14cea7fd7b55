package vn.binhdang.plan.cascade;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** The two pages of passing a plan down: the choice, and what will come of it. */
@Controller
@Allows(Action.PASS_DOWN)
class PassDownController {
    private static final int UNPROCESSABLE = 422;

    private final Cascades cascades;
    private final AddresseeGroups groups;
    private final PassDownPages pages;

    PassDownController(Cascades cascades, AddresseeGroups groups, PassDownPages pages) {
        this.cascades = cascades;
        this.groups = groups;
        this.pages = pages;
    }

    @GetMapping("/plans/{id}/pass-down")
    String form(@PathVariable PlanId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.fresh(actor, cascades.source(actor, id), t));
        return "plan/cascade/pass-down";
    }

    /** Nothing happens yet. What does not fit comes back to the form, with all that was typed. */
    @PostMapping("/plans/{id}/pass-down/preview")
    String preview(
            @PathVariable PlanId id,
            @ModelAttribute PassDownForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return shown(id, form, false, actor, t, model, response);
    }

    @PostMapping("/plans/{id}/pass-down")
    String pass(
            @PathVariable PlanId id,
            @ModelAttribute PassDownForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        if (form.seen() == null || !(TypedDate.of(replyBy(form)) instanceof TypedDate.Day(var replyBy)))
            return shown(id, form, false, actor, t, model, response);
        var cascade = cascades.pass(actor, id, form, replyBy);
        return cascade == null ? shown(id, form, true, actor, t, model, response) : "redirect:/cascades/" + cascade;
    }

    /** Saves the units of the choice under a name; kinds are no part of it, they are looked up anew each time. */
    @PostMapping("/plans/{id}/pass-down/group")
    String saveGroup(
            @PathVariable PlanId id,
            @ModelAttribute PassDownForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        cascades.source(actor, id);
        groups.save(
                actor,
                PassDownForm.words(form.groupName()),
                cascades.named(actor, form).addressees().stream()
                        .map(addressee -> addressee.unit().id())
                        .toList());
        return shown(id, form, false, actor, t, model, response);
    }

    @PostMapping("/cascades/groups/{group}/delete")
    String deleteGroup(@PathVariable GroupId group, Actor actor) {
        groups.delete(actor, group);
        return "redirect:/cascades";
    }

    private String shown(
            PlanId id,
            PassDownForm form,
            boolean changed,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var plan = cascades.source(actor, id);
        var chosen = cascades.addressing(actor, id, form);
        var mistakes = mistakes(form, chosen, t);
        if (mistakes.isEmpty() && TypedDate.of(replyBy(form)) instanceof TypedDate.Day) {
            model.addAttribute("page", pages.preview(actor, plan, form, chosen, changed, t));
            return "plan/cascade/preview";
        }
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("page", pages.again(actor, plan, form, mistakes, t));
        return "plan/cascade/pass-down";
    }

    private static List<String> mistakes(PassDownForm form, Addressing chosen, Text t) {
        var mistakes = new ArrayList<String>();
        if (form.clauses().isEmpty()) mistakes.add(t.of("plan.cascade.refused.noClause"));
        for (String name : chosen.unknown()) mistakes.add(t.of("plan.cascade.name.unknown", name));
        for (String name : chosen.ambiguous()) mistakes.add(t.of("plan.cascade.name.ambiguous", name));
        if (chosen.addressees().isEmpty()
                && chosen.unknown().isEmpty()
                && chosen.ambiguous().isEmpty())
            mistakes.add(t.of(chosen.already() > 0 ? "plan.cascade.refused.allBefore" : "plan.cascade.refused.nobody"));
        if (chosen.addressees().size() > Cascades.MOST_ADDRESSEES)
            mistakes.add(
                    t.of("plan.cascade.refused.tooMany", chosen.addressees().size(), Cascades.MOST_ADDRESSEES));
        return mistakes;
    }

    static String replyBy(PassDownForm form) {
        return PassDownForm.words(form.replyBy());
    }
}
