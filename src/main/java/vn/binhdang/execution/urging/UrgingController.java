package vn.binhdang.execution.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** Choosing what to urge for, the act itself, and its answers. */
@Controller
class UrgingController {
    private final TasksPages tasksPages;
    private final ComposePages composePages;
    private final ActPages actPages;
    private final Composing composing;
    private final Urgings urgings;
    private final UrgingAnswers answers;
    private final ActsOfUrging acts;

    UrgingController(
            TasksPages tasksPages,
            ComposePages composePages,
            ActPages actPages,
            Composing composing,
            Urgings urgings,
            UrgingAnswers answers,
            ActsOfUrging acts) {
        this.tasksPages = tasksPages;
        this.composePages = composePages;
        this.actPages = actPages;
        this.composing = composing;
        this.urgings = urgings;
        this.answers = answers;
        this.acts = acts;
    }

    @Bean
    static MenuEntry urgingMenu() {
        return new MenuEntry("execution.urging.navigation", "/urging", 29, Action.URGE_TASKS);
    }

    @Bean
    static MenuEntry urgingBelowMenu() {
        return new MenuEntry("execution.urging.below", "/urging/tasks", 30, Action.URGE_BELOW);
    }

    @GetMapping("/urging/tasks")
    @Allows({Action.URGE_TASKS, Action.URGE_BELOW})
    String tasks(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "LATE") String due,
            @RequestParam(defaultValue = "false") boolean unanswered,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", tasksPages.tasks(actor, q, unit, due, unanswered, after, t));
        return "execution/urging/tasks";
    }

    @GetMapping("/urging/new")
    @Allows({Action.URGE_TASKS, Action.URGE_BELOW})
    String compose(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable UUID template,
            Actor actor,
            Text t,
            Model model) {
        var form = UrgeForm.of(sent);
        boolean reports = sent.containsKey("reports");
        if (form.tasks().isEmpty() && !reports) return "redirect:/urging/tasks";
        model.addAttribute("page", composePages.compose(actor, form, reports, template, List.of(), true, t));
        return "execution/urging/compose";
    }

    @PostMapping("/urging")
    @Allows({Action.URGE_TASKS, Action.URGE_BELOW})
    String urge(
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var form = UrgeForm.of(sent);
        try {
            var done = composing.urge(actor, form);
            if (done.letter() != null) return "redirect:/documents/" + done.letter() + "/edit";
            var outcome = done.outcome();
            if (outcome.sent().size() == 1
                    && outcome.already() == 0
                    && outcome.nobody().isEmpty())
                return "redirect:/urging/" + outcome.sent().getFirst() + "?done=urged";
            return "redirect:/urging/log?" + outcomeQuery(outcome);
        } catch (UnfitForm unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    composePages.compose(actor, form, form.tasks().isEmpty(), null, unfit.mistakes(), false, t));
            return "execution/urging/compose";
        }
    }

    static String outcomeQuery(Urgings.Outcome outcome) {
        return "acts=%d&things=%d&already=%d&nobody=%d"
                .formatted(
                        outcome.sent().size(),
                        outcome.things(),
                        outcome.already(),
                        outcome.nobody().size());
    }

    @GetMapping("/urging/{id}")
    @Allows({Action.ANSWER_URGING, Action.URGE_TASKS, Action.URGE_BELOW})
    String act(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "") String done, Actor actor, Text t, Model model) {
        String status = switch (done) {
            case "urged", "answered", "dropped", "heard", "corrected", "withdrawn" ->
                t.of("execution.urging.done." + done);
            default -> "";
        };
        model.addAttribute("page", actPages.act(actor, id, status, null, ReplyForm.NOTHING, List.of(), t));
        return "execution/urging/act";
    }

    @PostMapping("/urging/{id}/drop")
    @Allows({Action.URGE_TASKS, Action.URGE_BELOW})
    String drop(@PathVariable UrgingId id, Actor actor) {
        if (!acts.find(actor, id).own()) throw new NotVisible("urging " + id);
        urgings.drop(actor, id);
        return "redirect:/urging/" + id + "?done=dropped";
    }

    @PostMapping("/urging/{id}/items/{item}/answer")
    @Allows(Action.ANSWER_URGING)
    String answer(
            @PathVariable UrgingId id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String promisedOn,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var itemId = Uuid7.parse(item);
        var form = new ReplyForm(answer, promisedOn, words);
        var mistakes = form.mistakes(urgings.today());
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", actPages.act(actor, id, "", itemId, form, mistakes, t));
            return "execution/urging/act";
        }
        answers.answer(actor, id, itemId, form.reply());
        return "redirect:/urging/" + id + "?done=answered";
    }
}
