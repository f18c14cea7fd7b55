package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.execution.task.UnfitFiles;
import vn.binhdang.execution.task.Upload;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Recommendations and their follow-up: the unit reports, the head of the team accepts or sends back. */
@Controller
class RecommendationController {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final int LONGEST = 10_000;

    private final Recommendations recommendations;
    private final Missions missions;
    private final Visits visits;
    private final Proofs proofs;
    private final Units units;
    private final Accounts accounts;
    private final ExecutionRules rules;
    private final Files files;

    RecommendationController(
            Recommendations recommendations,
            Missions missions,
            Visits visits,
            Proofs proofs,
            Units units,
            Accounts accounts,
            ExecutionRules rules,
            Files files) {
        this.recommendations = recommendations;
        this.missions = missions;
        this.visits = visits;
        this.proofs = proofs;
        this.units = units;
        this.accounts = accounts;
        this.rules = rules;
        this.files = files;
    }

    /** What was typed and could not be stored. */
    private record Typed(String words, String newDay, String reason, boolean overtaken, Map<String, String> mistakes) {
        static final Typed NOTHING = new Typed("", "", "", false, Map.of());
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
        var filter = Recommendations.Filter.of(q, state, kind, whose);
        var key = Recommendations.Key.of(after);
        var found = recommendations.list(actor, filter, key);
        boolean more = found.size() > Recommendations.PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, Recommendations.PAGE) : found);
        var today = recommendations.today();
        var named = units.named(
                shown.stream().map(Recommendations.Recommendation::unit).toList(), today);
        model.addAttribute(
                "page",
                new RecommendationsPage(
                        shown.stream()
                                .map(one -> new RecommendationsPage.Row(
                                        "/oversight/recommendations/" + one.id(),
                                        one.text(),
                                        MissionPages.name(named, one.unit()),
                                        TypedDay.print(one.dueOn()),
                                        one.kind(),
                                        one.state(),
                                        one.overdue(today),
                                        !one.active(),
                                        one.body() == null ? "" : one.body()))
                                .toList(),
                        filter,
                        Recommendations.Filter.STATES,
                        actor.may(Action.READ_OVERSIGHT),
                        more
                                ? filter.addressAfter(new Recommendations.Key(
                                                shown.getLast().dueOn(),
                                                shown.getLast().id())
                                        .text())
                                : null,
                        key.equals(Recommendations.Key.TOP)));
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
        return show(actor, id, t.has(key) ? t.of(key) : "", Typed.NOTHING, t, model);
    }

    @PostMapping("/oversight/recommendations/{id}/report")
    @Allows(Action.ANSWER_RECOMMENDATIONS)
    String report(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        recommendations.find(actor, id);
        var uploads = Upload.of(sent == null ? List.of() : sent);
        try {
            return stored(
                    actor,
                    id,
                    "reported",
                    new Typed(words, "", "", false, Map.of()),
                    t,
                    model,
                    response,
                    () -> recommendations.report(
                            actor, id, VisitController.version(version), fitting("words", words), uploads));
        } finally {
            Upload.closeAll(uploads);
        }
    }

    @PostMapping("/oversight/recommendations/{id}/accept")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String accept(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        recommendations.find(actor, id);
        return stored(
                actor,
                id,
                "accepted",
                Typed.NOTHING,
                t,
                model,
                response,
                () -> recommendations.accept(actor, id, VisitController.version(version), ""));
    }

    @PostMapping("/oversight/recommendations/{id}/send-back")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String sendBack(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        recommendations.find(actor, id);
        var typed = new Typed("", "", reason, false, Map.of());
        return stored(
                actor,
                id,
                "sentBack",
                typed,
                t,
                model,
                response,
                () -> recommendations.sendBack(actor, id, VisitController.version(version), fitting("reason", reason)));
    }

    @PostMapping("/oversight/recommendations/{id}/reopen")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String reopen(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        recommendations.find(actor, id);
        var typed = new Typed("", "", reason, false, Map.of());
        return stored(
                actor,
                id,
                "reopened",
                typed,
                t,
                model,
                response,
                () -> recommendations.reopen(actor, id, VisitController.version(version), fitting("reason", reason)));
    }

    @PostMapping("/oversight/recommendations/{id}/postpone")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String postpone(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        recommendations.find(actor, id);
        var typed = new Typed("", dueOn, reason, false, Map.of());
        return stored(actor, id, "postponed", typed, t, model, response, () -> {
            var day =
                    TypedDay.read(dueOn).orElseThrow(() -> new Mended(Map.of("dueOn", "execution.oversight.mend.day")));
            recommendations.postpone(actor, id, VisitController.version(version), day, fitting("reason", reason));
        });
    }

    @PostMapping("/oversight/recommendations/{id}/withdraw")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    String withdraw(
            @PathVariable RecommendationId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        recommendations.find(actor, id);
        var typed = new Typed("", "", reason, false, Map.of());
        return stored(
                actor,
                id,
                "withdrawn",
                typed,
                t,
                model,
                response,
                () -> recommendations.withdraw(actor, id, VisitController.version(version), fitting("reason", reason)));
    }

    /** Only ever as a download: what people bring is never shown from our own address. */
    @GetMapping("/oversight/recommendations/{id}/evidence/{proof}")
    @Allows({Action.CARRY_OUT_OVERSIGHT, Action.ANSWER_RECOMMENDATIONS})
    ResponseEntity<InputStreamResource> file(
            @PathVariable RecommendationId id, @PathVariable ProofId proof, Actor actor) {
        var made = recommendations.find(actor, id);
        return EvidenceDownload.of(proofs.file(proof, new VisitId(made.visitId()), id), files);
    }

    private String stored(
            Actor actor,
            RecommendationId id,
            String saved,
            Typed typed,
            Text t,
            Model model,
            HttpServletResponse response,
            Runnable act) {
        try {
            act.run();
            return "redirect:/oversight/recommendations/" + id + "?saved=" + saved;
        } catch (Mended mended) {
            response.setStatus(422);
            var mistakes = MissionForm.sentences(mended.mistakes(), t);
            return show(
                    actor, id, "", new Typed(typed.words(), typed.newDay(), typed.reason(), false, mistakes), t, model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            var mistakes = Map.of("files", unfit.sentences(t));
            return show(
                    actor, id, "", new Typed(typed.words(), typed.newDay(), typed.reason(), false, mistakes), t, model);
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            return show(
                    actor, id, "", new Typed(typed.words(), typed.newDay(), typed.reason(), true, Map.of()), t, model);
        }
    }

    private static String fitting(String field, String typed) {
        String words = MissionForm.text(typed);
        if (words.length() > LONGEST) throw new Mended(Map.of(field, "execution.oversight.mend.long"));
        return words;
    }

    private String show(Actor actor, RecommendationId id, String saved, Typed typed, Text t, Model model) {
        model.addAttribute("page", page(actor, id, saved, typed, t));
        return "execution/oversight/recommendation";
    }

    private RecommendationPage page(Actor actor, RecommendationId id, String saved, Typed typed, Text t) {
        var made = recommendations.find(actor, id);
        var steps = recommendations.steps(id);
        var ids = new HashSet<UnitId>();
        ids.add(made.unit());
        steps.forEach(step -> {
            ids.add(new UnitId(step.unitId()));
            if (step.fromUnitId() != null) ids.add(new UnitId(step.fromUnitId()));
        });
        var today = recommendations.today();
        var named = units.named(ids, today);
        var people = accounts.namesOf(
                steps.stream().map(step -> new AccountId(step.saidBy())).collect(Collectors.toSet()));
        boolean judge = recommendations.judge(actor, made);
        String path = "/oversight/recommendations/" + id;
        var evidence = proofs.of(new VisitId(made.visitId()));
        return new RecommendationPage(
                path,
                made.text(),
                t.of(
                        "execution.oversight.recommendation.source",
                        t.of(made.kind().messageKey()),
                        made.subject(),
                        made.conclusion().isEmpty() ? "–" : made.conclusion()),
                made.body() == null ? "" : made.body(),
                seesMission(actor, made) ? "/oversight/missions/" + made.missionId() : "",
                MissionPages.name(named, made.unit()),
                TypedDay.print(made.dueOn()),
                made.doneOn() == null ? "" : TypedDay.print(made.doneOn()),
                made.state(),
                made.overdue(today),
                !made.active(),
                saved,
                String.valueOf(made.version()),
                made.active()
                        && made.answers()
                        && actor.may(Action.ANSWER_RECOMMENDATIONS)
                        && (made.state() == RecommendationState.OPEN || made.state() == RecommendationState.RETURNED),
                made.active() && judge && made.state() == RecommendationState.REPORTED,
                made.active() && judge && made.state().open(),
                judge && made.state() == RecommendationState.DONE,
                made.state().open() && (made.active() ? judge : writesVisit(actor, made)),
                steps.stream()
                        .map(step -> step(path, step, evidence, named, people, t))
                        .toList(),
                typed.words(),
                typed.newDay(),
                typed.reason(),
                typed.overtaken(),
                typed.mistakes(),
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", rules.on(today).evidenceMegabytes()));
    }

    private boolean seesMission(Actor actor, Recommendations.Recommendation made) {
        try {
            missions.find(actor, new MissionId(made.missionId()));
            return true;
        } catch (NotVisible closed) {
            return false;
        }
    }

    private boolean writesVisit(Actor actor, Recommendations.Recommendation made) {
        try {
            var visit = visits.find(actor, new VisitId(made.visitId()));
            return visits.writable(actor, missions.find(actor, visit.mission()), visit);
        } catch (NotVisible closed) {
            return false;
        }
    }

    private static RecommendationPage.Step step(
            String path,
            Recommendations.Step step,
            List<Proofs.Proof> evidence,
            Map<UnitId, Unit> named,
            Map<AccountId, String> people,
            Text t) {
        return new RecommendationPage.Step(
                t.of(
                        "execution.oversight.step." + step.step(),
                        people.getOrDefault(new AccountId(step.saidBy()), ""),
                        MissionPages.name(named, new UnitId(step.unitId())),
                        WHEN.format(step.saidAt().atZoneSameInstant(Today.ZONE)),
                        step.dueOn() == null ? "" : TypedDay.print(step.dueOn()),
                        step.fromUnitId() == null ? "" : MissionPages.name(named, new UnitId(step.fromUnitId()))),
                step.words(),
                evidence.stream()
                        .filter(proof -> step.id().equals(proof.followUpId()))
                        .map(proof -> new RecommendationPage.Proof(path + "/evidence/" + proof.id(), proof.title()))
                        .toList());
    }
}
