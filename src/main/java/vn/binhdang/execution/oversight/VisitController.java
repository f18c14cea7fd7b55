package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceDesk;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.SentFiles;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** The visit of a unit: answers, findings with evidence, recommendations. */
@Controller
@Allows(Action.CARRY_OUT_OVERSIGHT)
class VisitController {
    private static final int LONGEST = 10_000;
    private static final List<String> ANSWERS = List.of("YES", "PARTLY", "NO", "NOT_APPLICABLE");

    private final Visits visits;
    private final Missions missions;
    private final Proofs proofs;
    private final Recommendations recommendations;
    private final VisitPages pages;
    private final UnitsByName unitsByName;
    private final Files files;
    private final EvidenceDesk desk;

    VisitController(
            Visits visits,
            Missions missions,
            Proofs proofs,
            Recommendations recommendations,
            VisitPages pages,
            UnitsByName unitsByName,
            Files files,
            EvidenceDesk desk) {
        this.visits = visits;
        this.missions = missions;
        this.proofs = proofs;
        this.recommendations = recommendations;
        this.pages = pages;
        this.unitsByName = unitsByName;
        this.files = files;
        this.desk = desk;
    }

    @GetMapping("/oversight/visits/{id}")
    String show(
            @PathVariable VisitId id, @RequestParam(defaultValue = "") String saved, Actor actor, Text t, Model model) {
        String key = "execution.oversight.saved." + saved;
        return show(actor, id, t.has(key) ? t.of(key) : "", VisitPages.Typed.NOTHING, t, model);
    }

    @PostMapping("/oversight/visits/{id}/answers")
    String answer(
            @PathVariable VisitId id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        visits.find(actor, id);
        String day = fields.getOrDefault("visitedOn", "");
        var answers = answers(fields);
        var attempt = Attempt.at(
                () -> visits.answer(actor, id, version(fields.get("version")), read(day, answers), answers),
                t,
                response);
        if (attempt.stored()) return "redirect:/oversight/visits/" + id + "?saved=answers";
        return show(actor, id, "", VisitPages.Typed.answers(answers, day, attempt), t, model);
    }

    private static @Nullable LocalDate read(String typed, Map<UUID, Visits.Answer> answers) {
        var mistakes = new LinkedHashMap<String, String>();
        var day = TypedDay.readNear(typed);
        if (day.isEmpty() && !typed.isBlank()) mistakes.put("visitedOn", "execution.oversight.mend.day");
        for (var answer : answers.values()) {
            if (answer.remark().length() > LONGEST) mistakes.put("answers", "execution.oversight.mend.long");
            if (answer.answer().isEmpty() && !answer.remark().isEmpty())
                mistakes.put("answers", "execution.oversight.mend.remarkAlone");
        }
        if (!mistakes.isEmpty()) throw new Mended(mistakes);
        return day.orElse(null);
    }

    /** Fields "answer-<question>" and "remark-<question>". */
    private static Map<UUID, Visits.Answer> answers(Map<String, String> fields) {
        var answers = new LinkedHashMap<UUID, Visits.Answer>();
        fields.forEach((name, value) -> {
            if (!name.startsWith("remark-")) return;
            String question = name.substring("remark-".length());
            if (!question.matches("[0-9a-f-]{36}")) return;
            String answer = fields.getOrDefault("answer-" + question, "");
            answers.put(
                    UUID.fromString(question),
                    new Visits.Answer(ANSWERS.contains(answer) ? answer : "", MissionForm.text(value)));
        });
        return answers;
    }

    @PostMapping("/oversight/visits/{id}/findings")
    String record(
            @PathVariable VisitId id,
            @ModelAttribute FindingForm form,
            @ModelAttribute LinkForm link,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        visits.find(actor, id);
        try (var brought = desk.open(actor, sent, link)) {
            var attempt =
                    Attempt.at(() -> visits.record(actor, id, form.chosenGrade(), form.words(), brought), t, response);
            return found(actor, id, null, form, brought, attempt, t, model);
        }
    }

    @PostMapping("/oversight/visits/{id}/findings/{finding}")
    String change(
            @PathVariable VisitId id,
            @PathVariable FindingId finding,
            @ModelAttribute FindingForm form,
            @ModelAttribute LinkForm link,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        visits.find(actor, id);
        try (var brought = desk.open(actor, sent, link)) {
            var attempt = Attempt.at(
                    () -> visits.change(
                            actor, id, finding, version(form.version()), form.chosenGrade(), form.words(), brought),
                    t,
                    response);
            return found(actor, id, finding, form, brought, attempt, t, model);
        }
    }

    /** What was typed about a finding, as typed. */
    record FindingForm(
            @Nullable String version,
            @Nullable String grade,
            @Nullable String text) {
        FindingForm {
            text = MissionForm.text(text);
        }

        Grade chosenGrade() {
            return Grade.named(grade).orElse(Grade.SHORTCOMING);
        }

        String words() {
            return String.valueOf(text);
        }
    }

    /** @param finding the one that was changed; null for a new one */
    private String found(
            Actor actor,
            VisitId id,
            @Nullable FindingId finding,
            FindingForm form,
            Brought brought,
            Attempt attempt,
            Text t,
            Model model) {
        if (attempt.stored()) return "redirect:/oversight/visits/" + id + "?saved=finding#findings";
        var typed = new VisitPage.TypedFinding(
                finding == null ? "" : finding.toString(),
                form.chosenGrade().name(),
                form.words(),
                brought.link(),
                brought.again(attempt.mistakes(), t));
        return show(actor, id, "", VisitPages.Typed.finding(typed, attempt), t, model);
    }

    @PostMapping("/oversight/visits/{id}/findings/{finding}/withdraw")
    String withdraw(
            @PathVariable VisitId id,
            @PathVariable FindingId finding,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        visits.withdraw(actor, id, finding, reason);
        return "redirect:/oversight/visits/" + id + "?saved=withdrawn#findings";
    }

    @PostMapping("/oversight/visits/{id}/recommendations")
    String recommend(
            @PathVariable VisitId id,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String dueOn,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var visit = visits.find(actor, id);
        var attempt = Attempt.at(() -> recommend(actor, visit, finding, text, unit, dueOn), t, response);
        if (attempt.stored()) return "redirect:/oversight/visits/" + id + "?saved=recommended#recommendations";
        var typed = new VisitPage.NewRecommendation(finding, text, unit, dueOn);
        return show(actor, id, "", VisitPages.Typed.recommendation(typed, attempt), t, model);
    }

    private void recommend(Actor actor, Visits.Visit visit, String finding, String text, String unit, String typedDay) {
        var mistakes = new LinkedHashMap<String, String>();
        String words = MissionForm.text(text);
        if (words.isEmpty()) mistakes.put("recommend", "execution.oversight.mend.text");
        if (words.length() > LONGEST) mistakes.put("recommend", "execution.oversight.mend.long");
        var responsible = unitsByName.read(unit, visits.today(), null).unit();
        if (responsible == null) mistakes.put("unit", "organisation.unitName.unknown");
        var due = TypedDay.readNear(typedDay);
        if (due.isEmpty() || (!due.get().isAfter(visits.today()) && !ofOtherBody(actor, visit)))
            mistakes.put("dueOn", "execution.oversight.mend.due");
        if (responsible == null || !mistakes.isEmpty()) throw new Mended(mistakes);
        recommendations.make(
                actor,
                visit.visitId(),
                finding.isBlank() ? null : FindingId.of(finding),
                words,
                responsible,
                due.orElseThrow());
    }

    /** What its paper says stands, also when the day is over before the paper is here. */
    private boolean ofOtherBody(Actor actor, Visits.Visit visit) {
        return missions.find(actor, visit.mission()).ofOtherBody();
    }

    @PostMapping("/oversight/visits/{id}/evidence/{proof}/take-back")
    String takeBack(@PathVariable VisitId id, @PathVariable ProofId proof, Actor actor) {
        visits.takeBack(actor, id, proof);
        return "redirect:/oversight/visits/" + id + "?saved=takenBack#findings";
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/oversight/visits/{id}/evidence/{proof}")
    ResponseEntity<InputStreamResource> file(@PathVariable VisitId id, @PathVariable ProofId proof, Actor actor) {
        visits.find(actor, id);
        return EvidenceDownload.of(proofs.file(proof, id, null), files);
    }

    @GetMapping("/oversight/visits/{id}/evidence/{proof}/thumbnail")
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable VisitId id, @PathVariable ProofId proof, Actor actor) {
        visits.find(actor, id);
        return EvidenceDownload.shown(proofs.thumbnail(proof, id, null), files);
    }

    static int version(@Nullable String typed) {
        try {
            return Integer.parseInt(String.valueOf(typed));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String show(Actor actor, VisitId id, String saved, VisitPages.Typed typed, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, id, saved, typed, t));
        return "execution/oversight/visit";
    }
}
