package vn.binhdang.plan.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** For so many unfinished tasks one choice is offered for all that are not chosen one by one. */
    private static final int MANY = 4;

    private final Plans plans;
    private final OutgoingDocuments documents;
    private final NewPlans newPlans;
    private final NextPlans nextPlans;
    private final TaskStandings standings;

    NextPlanController(
            Plans plans, OutgoingDocuments documents, NewPlans newPlans, NextPlans nextPlans, TaskStandings standings) {
        this.plans = plans;
        this.documents = documents;
        this.newPlans = newPlans;
        this.nextPlans = nextPlans;
        this.standings = standings;
    }

    @GetMapping("/plans/{id}/next")
    String choose(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String done,
            Actor actor,
            Text t,
            Model model) {
        documents.findFor(actor, id.document(), Action.WRITE_DOCUMENTS);
        String proposed =
                year.isBlank() ? String.valueOf(plans.find(actor, id).document().year() + 1) : year;
        String said = done.equals("withdrawn") ? t.of("plan.next.withdrawn") : "";
        return page(actor, id, proposed, new Choices(Map.of(), ""), said, "", Map.of(), t, model);
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
        var chosen = new Choices(chosen(fields), rest(fields));
        var undecided = new LinkedHashMap<TaskId, String>();
        var fates = new HashMap<TaskId, Fate>();
        for (var task : plans.tasksOf(plan)) {
            var fate = chosen.of(task.id(), finished(task, known));
            if (fate != null) fates.put(task.id(), fate);
            else undecided.put(task.id(), TaskCheck.name(task));
        }
        boolean wrongYear = !newPlans.mistakes(year.strip(), "", false).isEmpty();
        if (undecided.isEmpty() && !wrongYear)
            return "redirect:/plans/" + newPlans.after(actor, id, Integer.parseInt(year.strip()), fates) + "/edit";
        response.setStatus(422);
        return page(
                actor, id, year, chosen, "", wrongYear ? t.of("plan.new.year.wrong", year) : "", undecided, t, model);
    }

    private String page(
            Actor actor,
            PlanId id,
            String year,
            Choices chosen,
            String said,
            String mistake,
            Map<TaskId, String> undecided,
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
                        said,
                        year,
                        mistake,
                        undecided.isEmpty() ? "" : t.of("plan.next.undecided", String.join(", ", undecided.values())),
                        written(actor, id, t),
                        byEnd.getOrDefault(false, List.of()).size() >= MANY,
                        chosen.rest(),
                        rows(byEnd.getOrDefault(false, List.of()), known, chosen.named(), undecided, "", t),
                        rows(
                                byEnd.getOrDefault(true, List.of()),
                                known,
                                chosen.named(),
                                undecided,
                                Fate.AGAIN.name(),
                                t)));
        return "plan/drafting/next";
    }

    private List<NextPlanPage.Written> written(Actor actor, PlanId source, Text t) {
        return nextPlans.after(actor, source).stream()
                .map(one -> new NextPlanPage.Written(
                        one.state().issued() ? "/plans/" + one.id() : "/plans/" + one.id() + "/edit",
                        t.of("plan.next.written.plan", String.valueOf(one.year()), one.subject()),
                        one.state().mark(),
                        t.of("document.state." + one.state().word()),
                        one.untouched() ? "/plans/" + source + "/next/" + one.id() + "/withdraw" : ""))
                .toList();
    }

    @PostMapping("/plans/{id}/next/{draft}/withdraw")
    String withdraw(@PathVariable PlanId id, @PathVariable PlanId draft, Actor actor) {
        nextPlans.withdraw(actor, id, draft);
        return "redirect:/plans/" + id + "/next?done=withdrawn";
    }

    /** @param rest name of the fate of all unfinished tasks that {@code named} does not name; empty when each is asked for */
    private record Choices(Map<String, Fate> named, String rest) {
        @Nullable
        Fate of(TaskId task, boolean finished) {
            var fate = named.get(FIELD + task);
            if (fate != null) return fate;
            if (finished) return Fate.AGAIN;
            return rest.isEmpty() ? null : Fate.valueOf(rest);
        }
    }

    private static String rest(Map<String, String> fields) {
        return Stream.of(Fate.values())
                .map(Fate::name)
                .filter(name -> name.equals(fields.get("rest")))
                .findFirst()
                .orElse("");
    }

    private static List<NextPlanPage.Task> rows(
            List<PlanTask> tasks,
            Map<TaskId, TaskStandings.Standing> known,
            Map<String, Fate> chosen,
            Map<TaskId, String> undecided,
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
                            fate == null ? usual : fate.name(),
                            undecided.containsKey(task.id()));
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
