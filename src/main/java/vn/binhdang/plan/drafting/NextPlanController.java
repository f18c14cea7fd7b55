package vn.binhdang.plan.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TaskStandings;
import vn.binhdang.web.Text;

/** The plan of the next year from one that was carried out: what is unfinished goes on where the clerk says so. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class NextPlanController {
    private static final String FIELD = "fate-";

    private final Plans plans;
    private final OutgoingDocuments documents;
    private final NewPlans newPlans;
    private final TaskStandings standings;

    NextPlanController(Plans plans, OutgoingDocuments documents, NewPlans newPlans, TaskStandings standings) {
        this.plans = plans;
        this.documents = documents;
        this.newPlans = newPlans;
        this.standings = standings;
    }

    @GetMapping("/plans/{id}/next")
    String choose(
            @PathVariable PlanId id, @RequestParam(defaultValue = "") String year, Actor actor, Text t, Model model) {
        documents.findFor(actor, id.document(), Action.WRITE_DOCUMENTS);
        String proposed =
                year.isBlank() ? String.valueOf(plans.find(actor, id).document().year() + 1) : year;
        return page(actor, id, proposed, Map.of(), "", "", t, model);
    }

    @PostMapping("/plans/{id}/next")
    String begin(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        documents.findFor(actor, id.document(), Action.WRITE_DOCUMENTS);
        var plan = plans.find(actor, id);
        var known = standings.of(plan);
        var chosen = chosen(fields);
        var undecided = new ArrayList<String>();
        var fates = new HashMap<TaskId, Fate>();
        for (var task : plans.tasksOf(plan)) {
            var fate = chosen.get(FIELD + task.id());
            if (fate != null) fates.put(task.id(), fate);
            else if (finished(task, known)) fates.put(task.id(), Fate.AGAIN);
            else undecided.add(TaskCheck.name(task));
        }
        boolean wrongYear = !newPlans.mistakes(year.strip(), "", false).isEmpty();
        if (undecided.isEmpty() && !wrongYear)
            return "redirect:/plans/" + newPlans.after(actor, id, Integer.parseInt(year.strip()), fates) + "/edit";
        response.setStatus(422);
        return page(
                actor,
                id,
                year,
                chosen,
                wrongYear ? t.of("plan.new.year.wrong", year) : "",
                undecided.isEmpty() ? "" : t.of("plan.next.undecided", String.join(", ", undecided)),
                t,
                model);
    }

    private String page(
            Actor actor,
            PlanId id,
            String year,
            Map<String, Fate> chosen,
            String mistake,
            String undecided,
            Text t,
            Model model) {
        var plan = plans.find(actor, id);
        var known = standings.of(plan);
        var tasks = plans.tasksOf(plan);
        var byEnd = tasks.stream().collect(Collectors.partitioningBy(task -> finished(task, known)));
        model.addAttribute(
                "page",
                new NextPlanPage(
                        "/plans/" + id,
                        "/plans/" + id + "/next",
                        plan.document().subject(),
                        year,
                        mistake,
                        undecided,
                        rows(byEnd.getOrDefault(false, List.of()), known, chosen, "", t),
                        rows(byEnd.getOrDefault(true, List.of()), known, chosen, Fate.AGAIN.name(), t)));
        return "plan/drafting/next";
    }

    private static List<NextPlanPage.Task> rows(
            List<PlanTask> tasks,
            Map<TaskId, TaskStandings.Standing> known,
            Map<String, Fate> chosen,
            String usual,
            Text t) {
        return tasks.stream()
                .map(task -> {
                    var standing = known.get(task.id());
                    var fate = chosen.get(FIELD + task.id());
                    return new NextPlanPage.Task(
                            FIELD + task.id(),
                            task.number() == null ? "" : task.number(),
                            task.text(),
                            standing == null ? t.of("plan.next.nothingHeard") : t.of(standing.messageKey()),
                            TypedDate.printed(task.dueOn()),
                            fate == null ? usual : fate.name());
                })
                .toList();
    }

    private static boolean finished(PlanTask task, Map<TaskId, TaskStandings.Standing> known) {
        var standing = known.get(task.id());
        return standing != null && standing.finished();
    }

    /** What is no fate was not chosen. */
    private static Map<String, Fate> chosen(Map<String, String> fields) {
        var chosen = new HashMap<String, Fate>();
        fields.forEach((field, value) -> Stream.of(Fate.values())
                .filter(fate -> field.startsWith(FIELD) && fate.name().equals(value))
                .forEach(fate -> chosen.put(field, fate)));
        return chosen;
    }
}
