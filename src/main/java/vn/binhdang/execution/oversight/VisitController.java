package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.UnfitFiles;
import vn.binhdang.execution.task.Upload;
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

    VisitController(
            Visits visits,
            Missions missions,
            Proofs proofs,
            Recommendations recommendations,
            VisitPages pages,
            UnitsByName unitsByName,
            Files files) {
        this.visits = visits;
        this.missions = missions;
        this.proofs = proofs;
        this.recommendations = recommendations;
        this.pages = pages;
        this.unitsByName = unitsByName;
        this.files = files;
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
        String typedDay = fields.getOrDefault("visitedOn", "");
        var answers = answers(fields);
        var mistakes = new LinkedHashMap<String, String>();
        var day = TypedDay.read(typedDay);
        if (day.isEmpty() && !typedDay.isBlank()) mistakes.put("visitedOn", t.of("execution.oversight.mend.day"));
        for (var answer : answers.values())
            if (answer.remark().length() > LONGEST) mistakes.put("answers", t.of("execution.oversight.mend.long"));
        try {
            if (mistakes.isEmpty()) {
                visits.answer(actor, id, version(fields.get("version")), day.orElse(null), answers);
                return "redirect:/oversight/visits/" + id + "?saved=answers";
            }
            response.setStatus(422);
        } catch (Mended mended) {
            response.setStatus(422);
            mistakes.putAll(MissionForm.sentences(mended.mistakes(), t));
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            return show(actor, id, "", VisitPages.Typed.answers(answers, typedDay, true, Map.of()), t, model);
        }
        return show(actor, id, "", VisitPages.Typed.answers(answers, typedDay, false, mistakes), t, model);
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
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        visits.find(actor, id);
        var uploads = Upload.of(sent == null ? List.of() : sent);
        var typed = new VisitPage.NewFinding(grade, text);
        try {
            visits.record(actor, id, graded(grade), fitting(text), uploads);
            return "redirect:/oversight/visits/" + id + "?saved=finding#findings";
        } catch (Mended mended) {
            response.setStatus(422);
            return show(
                    actor,
                    id,
                    "",
                    VisitPages.Typed.finding(typed, false, MissionForm.sentences(mended.mistakes(), t)),
                    t,
                    model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            return show(
                    actor,
                    id,
                    "",
                    VisitPages.Typed.finding(typed, false, Map.of("files", unfit.sentences(t))),
                    t,
                    model);
        } finally {
            Upload.closeAll(uploads);
        }
    }

    /** When somebody else changed it in between, what was typed stands in the form for a new finding, beside what is stored. */
    @PostMapping("/oversight/visits/{id}/findings/{finding}")
    String change(
            @PathVariable VisitId id,
            @PathVariable FindingId finding,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        visits.find(actor, id);
        var uploads = Upload.of(sent == null ? List.of() : sent);
        var typed = new VisitPage.NewFinding(grade, text);
        try {
            visits.change(actor, id, finding, version(version), graded(grade), fitting(text), uploads);
            return "redirect:/oversight/visits/" + id + "?saved=finding#findings";
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            return show(actor, id, "", VisitPages.Typed.finding(typed, true, Map.of()), t, model);
        } catch (Mended mended) {
            response.setStatus(422);
            return show(
                    actor,
                    id,
                    "",
                    VisitPages.Typed.finding(typed, false, MissionForm.sentences(mended.mistakes(), t)),
                    t,
                    model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            return show(
                    actor,
                    id,
                    "",
                    VisitPages.Typed.finding(typed, false, Map.of("files", unfit.sentences(t))),
                    t,
                    model);
        } finally {
            Upload.closeAll(uploads);
        }
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
        var mistakes = new LinkedHashMap<String, String>();
        String words = MissionForm.text(text);
        if (words.isEmpty() || words.length() > LONGEST)
            mistakes.put("recommend", t.of("execution.oversight.mend.text"));
        var meaning = unitsByName.read(unit, visits.today(), null);
        var responsible = meaning.unit();
        if (responsible == null) mistakes.put("unit", t.of("organisation.unitName.unknown"));
        var due = TypedDay.read(dueOn);
        if (due.isEmpty() || (!due.get().isAfter(visits.today()) && !ofOtherBody(actor, visit)))
            mistakes.put("dueOn", t.of("execution.oversight.mend.due"));
        if (responsible == null || !mistakes.isEmpty()) {
            response.setStatus(422);
            var typed = new VisitPage.NewRecommendation(finding, text, unit, dueOn);
            return show(actor, id, "", VisitPages.Typed.recommendation(typed, mistakes), t, model);
        }
        recommendations.make(
                actor, id, finding.isBlank() ? null : FindingId.of(finding), words, responsible, due.orElseThrow());
        return "redirect:/oversight/visits/" + id + "?saved=recommended#recommendations";
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

    static int version(@Nullable String typed) {
        try {
            return Integer.parseInt(String.valueOf(typed));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Grade graded(String grade) {
        return Grade.named(grade).orElse(Grade.SHORTCOMING);
    }

    private static String fitting(String text) {
        String words = MissionForm.text(text);
        if (words.length() > LONGEST) throw new Mended(Map.of("text", "execution.oversight.mend.long"));
        return words;
    }

    private String show(Actor actor, VisitId id, String saved, VisitPages.Typed typed, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, id, saved, typed, t));
        return "execution/oversight/visit";
    }
}
