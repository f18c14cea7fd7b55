package vn.binhdang.execution.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Text;

/** Answers that the office heard by telephone, in person or by letter. */
@Controller
@Allows({Action.URGE_TASKS, Action.URGE_BELOW})
class HeardController {
    private static final String VIEW = "execution/urging/heard";
    private static final int LONGEST_REASON = 500;

    private final HeardPages pages;
    private final UrgingAnswers answers;
    private final ActsOfUrging acts;
    private final Urgings urgings;

    HeardController(HeardPages pages, UrgingAnswers answers, ActsOfUrging acts, Urgings urgings) {
        this.pages = pages;
        this.answers = answers;
        this.acts = acts;
        this.urgings = urgings;
    }

    @GetMapping("/urging/{id}/items/{item}/heard")
    String form(@PathVariable UrgingId id, @PathVariable String item, Actor actor, Text t, Model model) {
        var form = HeardForm.today(urgings.today());
        model.addAttribute("page", pages.page(actor, id, Uuid7.parse(item), form, List.of(), t));
        return VIEW;
    }

    @PostMapping("/urging/{id}/items/{item}/heard")
    String hear(
            @PathVariable UrgingId id,
            @PathVariable String item,
            @ModelAttribute HeardForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var itemId = Uuid7.parse(item);
        var mistakes = form.mistakes(acts.find(actor, id).urgedOn(), urgings.today());
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.page(actor, id, itemId, form, mistakes, t));
            return VIEW;
        }
        answers.hear(actor, id, itemId, form.heard(), form.reply().reply());
        return "redirect:/urging/" + id + "?done=heard";
    }

    @GetMapping("/urging/{id}/answers/{said}")
    String correction(@PathVariable UrgingId id, @PathVariable String said, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.correction(actor, id, Uuid7.parse(said), t));
        return VIEW;
    }

    @PostMapping("/urging/{id}/answers/{said}")
    String correct(
            @PathVariable UrgingId id,
            @PathVariable String said,
            @ModelAttribute HeardForm form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var saidId = Uuid7.parse(said);
        var mistakes = form.mistakes(acts.find(actor, id).urgedOn(), urgings.today());
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.correction(actor, id, saidId, form, mistakes, t));
            return VIEW;
        }
        try {
            answers.correct(actor, id, saidId, form.heard(), form.reply().reply());
        } catch (Overtaken newer) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", pages.correction(actor, id, saidId, form, List.of(), t));
            return VIEW;
        }
        return "redirect:/urging/" + id + "?done=corrected";
    }

    @PostMapping("/urging/{id}/answers/{said}/withdraw")
    String withdraw(
            @PathVariable UrgingId id,
            @PathVariable String said,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var saidId = Uuid7.parse(said);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    pages.unfitWithdrawal(
                            actor,
                            id,
                            saidId,
                            why.isEmpty()
                                    ? Mistake.of("reason", "execution.urging.heard.needs.reason")
                                    : Mistake.of("reason", "execution.urging.tooLong", LONGEST_REASON),
                            t));
            return VIEW;
        }
        answers.withdraw(actor, id, saidId, why);
        return "redirect:/urging/" + id + "?done=withdrawn";
    }
}
