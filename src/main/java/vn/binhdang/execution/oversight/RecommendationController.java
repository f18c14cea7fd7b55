package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.Mended;
import vn.binhdang.execution.task.EvidenceDesk;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.SentFiles;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** Recommendations and their follow-up: the unit reports, the head of the team accepts or sends back. */
@Controller
class RecommendationController {
    private static final int LONGEST = 10_000;

    private final Recommendations recommendations;
    private final RecommendationPages pages;
    private final Proofs proofs;
    private final Files files;
    private final EvidenceDesk desk;

    RecommendationController(
            Recommendations recommendations, RecommendationPages pages, Proofs proofs, Files files, EvidenceDesk desk) {
        this.recommendations = recommendations;
        this.pages = pages;
        this.proofs = proofs;
        this.files = files;
        this.desk = desk;
    }

    /** What was typed into one of the forms, as typed. */
    record Form(
            @Nullable String version,
            @Nullable String words,
            @Nullable String dueOn,
            @Nullable String reason) {
        Form {
            version = MissionForm.text(version);
            words = MissionForm.text(words);
            dueOn = MissionForm.text(dueOn);
            reason = MissionForm.text(reason);
        }

        int shownVersion() {
            return VisitController.version(version);
        }

        String fittingReason() {
            String typed = String.valueOf(reason);
            if (typed.length() > LONGEST) throw new Mended(Map.of("reason", "execution.oversight.mend.long"));
            return typed;
        }
    }

    @GetMapping("/oversight/recommendations")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var filter = RecommendationFilter.of(q, state, kind, whose);
        model.addAttribute("page", pages.list(actor, filter, Recommendations.Key.of(after)));
        return "execution/oversight/recommendations";
    }

    @GetMapping("/oversight/recommendations/{id}")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    String show(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        String key = "execution.oversight.saved." + saved;
        return show(new Request(actor, id, t, model), t.has(key) ? t.of(key) : "", RecommendationPages.Back.NOTHING);
    }

    @PostMapping("/oversight/recommendations/{id}/report")
    @Allows(Action.ANSWER_RECOMMENDATIONS)
    String report(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            @ModelAttribute LinkForm link,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        recommendations.find(actor, id);
        try (var brought = desk.open(actor, sent, link)) {
            var attempt = Attempt.at(
                    () -> recommendations.report(actor, id, form.shownVersion(), String.valueOf(form.words()), brought),
                    t,
                    response);
            if (attempt.stored()) return stored(id, "reported");
            var again = new Attempt(brought.again(attempt.mistakes(), t), attempt.overtaken());
            return show(
                    new Request(actor, id, t, model), "", new RecommendationPages.Back("report", form, link, again));
        }
    }

    @PostMapping("/oversight/recommendations/{id}/accept")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String accept(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(
                new Request(actor, id, t, model),
                "accept",
                form,
                response,
                "accepted",
                () -> recommendations.accept(actor, id, form.shownVersion(), ""));
    }

    @PostMapping("/oversight/recommendations/{id}/send-back")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String sendBack(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(
                new Request(actor, id, t, model),
                "back",
                form,
                response,
                "sentBack",
                () -> recommendations.sendBack(actor, id, form.shownVersion(), form.fittingReason()));
    }

    @PostMapping("/oversight/recommendations/{id}/reopen")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String reopen(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(
                new Request(actor, id, t, model),
                "reopen",
                form,
                response,
                "reopened",
                () -> recommendations.reopen(actor, id, form.shownVersion(), form.fittingReason()));
    }

    @PostMapping("/oversight/recommendations/{id}/postpone")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String postpone(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(
                new Request(actor, id, t, model),
                "postpone",
                form,
                response,
                "postponed",
                () -> recommendations.postpone(
                        actor,
                        id,
                        form.shownVersion(),
                        TypedDay.readNear(String.valueOf(form.dueOn())).orElse(null),
                        form.fittingReason()));
    }

    @PostMapping("/oversight/recommendations/{id}/withdraw")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String withdraw(
            @PathVariable RecommendationId id,
            @ModelAttribute Form form,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        return act(
                new Request(actor, id, t, model),
                "withdraw",
                form,
                response,
                "withdrawn",
                () -> recommendations.withdraw(actor, id, form.shownVersion(), form.fittingReason()));
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/oversight/recommendations/{id}/evidence/{proof}")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    ResponseEntity<InputStreamResource> file(
            @PathVariable RecommendationId id, @PathVariable ProofId proof, Actor actor) {
        return EvidenceDownload.of(proofs.file(proof, visitOf(actor, id), id), files);
    }

    @GetMapping("/oversight/recommendations/{id}/evidence/{proof}/thumbnail")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable RecommendationId id, @PathVariable ProofId proof, Actor actor) {
        return EvidenceDownload.shown(proofs.thumbnail(proof, visitOf(actor, id), id), files);
    }

    private VisitId visitOf(Actor actor, RecommendationId id) {
        return new VisitId(recommendations.find(actor, id).visitId());
    }

    private record Request(Actor actor, RecommendationId id, Text t, Model model) {}

    /** Does something about it, and shows the form again when that cannot be stored. */
    private String act(
            Request request, String which, Form form, HttpServletResponse response, String saved, Runnable deed) {
        recommendations.find(request.actor(), request.id());
        var attempt = Attempt.at(deed, request.t(), response);
        if (attempt.stored()) return stored(request.id(), saved);
        return show(request, "", new RecommendationPages.Back(which, form, LinkForm.NONE, attempt));
    }

    private static String stored(RecommendationId id, String saved) {
        return "redirect:/oversight/recommendations/" + id + "?saved=" + saved;
    }

    private String show(Request request, String saved, RecommendationPages.Back back) {
        request.model().addAttribute("page", pages.page(request.actor(), request.id(), saved, back, request.t()));
        return "execution/oversight/recommendation";
    }
}
