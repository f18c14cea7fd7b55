package vn.binhdang.execution.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** Choosing what to urge for, the act itself, and its answers. */
@Controller
class UrgingController {
    private static final int LONGEST_ANSWER = 2000;

    private final UrgingPages pages;
    private final Composing composing;
    private final Urgings urgings;
    private final UrgingAnswers answers;
    private final ActsOfUrging acts;

    UrgingController(
            UrgingPages pages, Composing composing, Urgings urgings, UrgingAnswers answers, ActsOfUrging acts) {
        this.pages = pages;
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
        model.addAttribute("page", pages.tasks(actor, q, unit, due, unanswered, after, t));
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
        model.addAttribute("page", pages.compose(actor, form, reports, template, List.of(), true, t));
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
                    "page", pages.compose(actor, form, form.tasks().isEmpty(), null, unfit.mistakes(), false, t));
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
            case "urged", "answered", "dropped" -> t.of("execution.urging.done." + done);
            default -> "";
        };
        model.addAttribute("page", pages.act(actor, id, status, null, ActPage.Typed.NOTHING, t));
        return "execution/urging/act";
    }

    @PostMapping("/urging/{id}/drop")
    @Allows({Action.URGE_TASKS, Action.URGE_BELOW})
    String drop(@PathVariable UrgingId id, Actor actor) {
        if (!acts.find(actor, id).own()) throw new vn.binhdang.kernel.NotVisible("urging " + id);
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
        String said = words.strip();
        var kind = kind(answer);
        LocalDate day = null;
        String dayMistake = null;
        if (kind == Answer.PROMISED) {
            try {
                day = LocalDate.parse(promisedOn.strip());
                if (day.isBefore(pages.today()) || day.isAfter(pages.today().plusYears(2)))
                    dayMistake = t.of("execution.urging.needs.laterDay");
            } catch (DateTimeException e) {
                dayMistake = t.of("execution.urging.needs.promise");
            }
        }
        String answerMistake = kind == null ? t.of("execution.urging.needs.answer") : null;
        String wordsMistake = said.length() > LONGEST_ANSWER
                ? t.of("execution.urging.tooLong", LONGEST_ANSWER)
                : kind == Answer.NOT_YET && said.isEmpty() ? t.of("execution.urging.needs.reason") : null;
        if (kind == null || dayMistake != null || wordsMistake != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = new ActPage.Typed(answer, said, promisedOn, answerMistake, wordsMistake, dayMistake);
            model.addAttribute("page", pages.act(actor, id, "", itemId, typed, t));
            return "execution/urging/act";
        }
        answers.answer(actor, id, itemId, kind, said, day);
        return "redirect:/urging/" + id + "?done=answered";
    }

    private static @Nullable Answer kind(String text) {
        return switch (text) {
            case "DONE" -> Answer.DONE;
            case "PROMISED" -> Answer.PROMISED;
            case "NOT_YET" -> Answer.NOT_YET;
            default -> null;
        };
    }
}
