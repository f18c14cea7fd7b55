package vn.binhdang.statistics.collection.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.web.Text;

/** The steps of one submission. */
@Controller
class SubmissionController {
    private final SubmissionDesk desk;
    private final ReviewPages reviews;
    private final ComparisonPages comparisons;
    private final HistoryPages histories;

    SubmissionController(
            SubmissionDesk desk, ReviewPages reviews, ComparisonPages comparisons, HistoryPages histories) {
        this.desk = desk;
        this.reviews = reviews;
        this.comparisons = comparisons;
        this.histories = histories;
    }

    @PostMapping("/statistics/submissions/{id}/submit")
    @Allows(Action.SUBMIT_STATISTICS)
    String submit(@PathVariable SubmissionId id, @RequestParam int edition, Actor actor) {
        desk.submit(actor, id, edition);
        return shown(id, "submitted");
    }

    @PostMapping("/statistics/submissions/{id}/withdraw")
    @Allows(Action.SUBMIT_STATISTICS)
    String withdraw(@PathVariable SubmissionId id, @RequestParam int edition, Actor actor) {
        desk.withdraw(actor, id, edition);
        return shown(id, "withdrawn");
    }

    @GetMapping("/statistics/submissions/{id}/amendment")
    @Allows(Action.ENTER_STATISTICS)
    String amendment(@PathVariable SubmissionId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", comparisons.amendment(actor, id, "", "", t));
        return "statistics/collection/submission/amendment";
    }

    @PostMapping("/statistics/submissions/{id}/amendment")
    @Allows(Action.ENTER_STATISTICS)
    String amend(
            @PathVariable SubmissionId id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        String mistake = Reasons.mistake(reason, t);
        if (mistake.isEmpty()) return shown(desk.amend(actor, id, reason.strip()), "amending");
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("page", comparisons.amendment(actor, id, reason, mistake, t));
        return "statistics/collection/submission/amendment";
    }

    /** What an amendment changes: old, new, difference. */
    @GetMapping("/statistics/submissions/{id}/comparison")
    @Allows(Action.READ_STATISTICS)
    String comparison(@PathVariable SubmissionId id, Actor actor, Text t, Model model) {
        model.addAttribute("page", comparisons.comparison(actor, id, t));
        return "statistics/collection/submission/comparison";
    }

    /** Who did what, when and why; asked for as a part by pages that show the submission. */
    @GetMapping("/statistics/submissions/{id}/history")
    @Allows(Action.READ_STATISTICS)
    String history(
            @PathVariable SubmissionId id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", histories.page(actor, id, t));
        return part ? "statistics/collection/submission/steps" : "statistics/collection/submission/history";
    }

    @GetMapping("/statistics/submissions/{id}/review")
    @Allows(Action.ACCEPT_STATISTICS)
    String review(
            @PathVariable SubmissionId id,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", reviews.page(actor, id, ReviewPages.Typed.NOTHING, saved, t));
        return "statistics/collection/submission/review";
    }

    @PostMapping("/statistics/submissions/{id}/remarks")
    @Allows(Action.ACCEPT_STATISTICS)
    String remark(
            @PathVariable SubmissionId id,
            @RequestParam Optional<List<Integer>> slot,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var chosen = new TreeSet<>(slot.orElse(List.of()));
        String mistake = Reasons.remarkMistake(words, t);
        if (!chosen.isEmpty() && mistake.isEmpty()) {
            desk.remark(actor, id, chosen, words.strip());
            return "redirect:/statistics/submissions/" + id + "/review?saved=remarked#remarks";
        }
        return again(
                actor,
                id,
                new ReviewPages.Typed(
                        chosen,
                        words,
                        chosen.isEmpty() ? t.of("statistics.collection.remark.noCell") : mistake,
                        "",
                        ""),
                t,
                model,
                response);
    }

    @PostMapping("/statistics/submissions/{id}/remarks/{remark}/remove")
    @Allows(Action.ACCEPT_STATISTICS)
    String removeRemark(@PathVariable SubmissionId id, @PathVariable RemarkId remark, Actor actor) {
        desk.removeRemark(actor, id, remark);
        return "redirect:/statistics/submissions/" + id + "/review?saved=unremarked#remarks";
    }

    @PostMapping("/statistics/submissions/{id}/send-back")
    @Allows(Action.ACCEPT_STATISTICS)
    String sendBack(
            @PathVariable SubmissionId id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        String mistake = Reasons.mistake(reason, t);
        if (mistake.isEmpty()) {
            desk.sendBack(actor, id, edition, reason.strip());
            return "redirect:/statistics/to-accept?saved=returned";
        }
        return again(actor, id, new ReviewPages.Typed(new TreeSet<>(), "", "", reason, mistake), t, model, response);
    }

    @PostMapping("/statistics/submissions/{id}/accept")
    @Allows(Action.ACCEPT_STATISTICS)
    String accept(@PathVariable SubmissionId id, @RequestParam int edition, Actor actor) {
        desk.accept(actor, id, edition);
        return "redirect:/statistics/to-accept?saved=accepted";
    }

    private String again(
            Actor actor, SubmissionId id, ReviewPages.Typed typed, Text t, Model model, HttpServletResponse response) {
        model.addAttribute("page", reviews.page(actor, id, typed, "", t));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return "statistics/collection/submission/review";
    }

    private static String shown(SubmissionId id, String saved) {
        return "redirect:/statistics/submissions/" + id + "?saved=" + saved;
    }
}
