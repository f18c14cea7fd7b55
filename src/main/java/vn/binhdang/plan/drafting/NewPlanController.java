package vn.binhdang.plan.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentLists;
import vn.binhdang.document.DocumentSearch;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.drafting.PlansPage.Choice;
import vn.binhdang.web.Text;

/** The page that begins a plan, from nothing or after another. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class NewPlanController {
    private static final int SOURCES = 100;

    private final NewPlans newPlans;
    private final DocumentLists documents;
    private final Plans plans;

    NewPlanController(NewPlans newPlans, DocumentLists documents, Plans plans) {
        this.newPlans = newPlans;
        this.documents = documents;
        this.plans = plans;
    }

    @GetMapping("/plans/new")
    String form(Actor actor, Locale locale, Model model) {
        actor.must(Action.WRITE_DOCUMENTS);
        String year = String.valueOf(newPlans.usualYear());
        return page(actor, year, "", year, null, Map.of(), Text.in(locale), model);
    }

    @PostMapping("/plans/new")
    String fromNothing(
            @RequestParam String year,
            @RequestParam String subject,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        actor.must(Action.WRITE_DOCUMENTS);
        var mistakes = newPlans.mistakes(year.strip(), subject, true);
        if (mistakes.isEmpty())
            return "redirect:/plans/" + newPlans.fromNothing(actor, Integer.parseInt(year.strip()), subject) + "/edit";
        response.setStatus(422);
        String usual = String.valueOf(newPlans.usualYear());
        return page(actor, year, subject, usual, null, printed(mistakes, "", locale), Text.in(locale), model);
    }

    @PostMapping("/plans/new/after")
    String after(
            @RequestParam String year,
            @RequestParam(defaultValue = "") String source,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        actor.must(Action.WRITE_DOCUMENTS);
        var mistakes = new ArrayList<>(newPlans.mistakes(year.strip(), "", false));
        if (source.isBlank()) mistakes.add(new TaskForm.Mistake("source", "plan.new.source.missing", ""));
        if (mistakes.isEmpty()) {
            // A plan that was carried out has tasks whose fate somebody decides one by one.
            if (plans.find(actor, PlanId.of(source)).document().state().issued())
                return "redirect:/plans/" + PlanId.of(source) + "/next?year=" + year.strip();
            var id = newPlans.after(actor, PlanId.of(source), Integer.parseInt(year.strip()));
            return "redirect:/plans/" + id + "/edit";
        }
        response.setStatus(422);
        String usual = String.valueOf(newPlans.usualYear());
        return page(actor, usual, "", year, source, printed(mistakes, "after-", locale), Text.in(locale), model);
    }

    private String page(
            Actor actor,
            String year,
            String subject,
            String afterYear,
            @Nullable String source,
            Map<String, String> mistakes,
            Text t,
            Model model) {
        var search = new DocumentSearch(DocumentKind.PLAN, "", null, null, DocumentSearch.Sort.YEAR, null, SOURCES);
        List<Choice> sources = documents.search(actor, search).documents().stream()
                .map(d -> new Choice(
                        d.id().toString(),
                        t.of("plan.new.source.label", String.valueOf(d.year()), d.subject(), d.numberAndSymbol()),
                        d.id().toString().equals(source)))
                .toList();
        model.addAttribute("page", new NewPlanPage(year, subject, afterYear, sources, mistakes));
        return "plan/drafting/new";
    }

    private static Map<String, String> printed(List<TaskForm.Mistake> mistakes, String prefix, Locale locale) {
        var t = Text.in(locale);
        return mistakes.stream()
                .collect(Collectors.toMap(m -> prefix + m.field(), m -> t.of(m.messageKey(), m.typed()), (a, b) -> a));
    }
}
