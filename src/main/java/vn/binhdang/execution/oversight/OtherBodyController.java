package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceDesk;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.SentFiles;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Missions of other bodies: written down, mended, concluded. */
@Controller
class OtherBodyController {
    private final OtherBodies bodies;
    private final Missions missions;
    private final OtherBodyPages pages;
    private final UnitsByName unitsByName;
    private final EvidenceDesk desk;
    private final Files files;

    OtherBodyController(
            OtherBodies bodies,
            Missions missions,
            OtherBodyPages pages,
            UnitsByName unitsByName,
            EvidenceDesk desk,
            Files files) {
        this.bodies = bodies;
        this.missions = missions;
        this.pages = pages;
        this.unitsByName = unitsByName;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping("/oversight/missions/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String begin(@ModelAttribute OtherBodyForm form, Text t, Model model) {
        model.addAttribute("page", pages.form(null, form, Map.of(), false, t));
        return "execution/oversight/otherForm";
    }

    @PostMapping("/oversight/missions/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String record(
            @ModelAttribute OtherBodyForm form,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (var scan = desk.open(actor, sent, LinkForm.NONE)) {
            var made = new AtomicReference<MissionId>();
            var attempt = Attempt.at(() -> made.set(record(actor, form, scan)), t, response);
            return attempt.stored()
                    ? "redirect:/oversight/missions/" + made.get() + "?saved=recorded"
                    : form(null, form, scan, attempt, t, model);
        }
    }

    private MissionId record(Actor actor, OtherBodyForm form, Brought scan) {
        var mistakes = form.mistakes(missions.today(), null);
        UnitId unit = unitsByName
                .read(String.valueOf(form.unit()), missions.today(), actor.reach(Action.PLAN_OVERSIGHT))
                .unit();
        if (unit == null) mistakes.put("unit", "organisation.unitName.unknown");
        bodies.mustFit(scan, mistakes);
        if (unit == null) throw new IllegalStateException("a form without a unit is not stored");
        return bodies.record(actor, form.read(), unit, scan);
    }

    @GetMapping("/oversight/missions/{id}/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String mend(@PathVariable MissionId id, Actor actor, Text t, Model model) {
        var mission = missions.find(actor, id);
        var body = mission.body();
        if (body == null || mission.cancelled()) throw new NotVisible("mission of another body " + id);
        model.addAttribute("page", pages.form(id, OtherBodyForm.of(mission, body), Map.of(), false, t));
        return "execution/oversight/otherForm";
    }

    @PostMapping("/oversight/missions/{id}/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String change(
            @PathVariable MissionId id,
            @ModelAttribute OtherBodyForm form,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var body = missions.find(actor, id).body();
        var concluded = body == null ? null : body.concludedOn();
        try (var scan = desk.open(actor, sent, LinkForm.NONE)) {
            var attempt = Attempt.at(
                    () -> {
                        bodies.mustFit(scan, form.mistakes(missions.today(), concluded));
                        bodies.change(actor, id, VisitController.version(form.version()), form.read(), scan);
                    },
                    t,
                    response);
            return attempt.stored()
                    ? "redirect:/oversight/missions/" + id + "?saved=changed"
                    : form(id, form, scan, attempt, t, model);
        }
    }

    @PostMapping("/oversight/missions/{id}/other/conclusion")
    @Allows(Action.PLAN_OVERSIGHT)
    String conclude(
            @PathVariable MissionId id,
            @ModelAttribute ConclusionForm form,
            @ModelAttribute SentFiles sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var mission = missions.find(actor, id);
        if (!mission.ofOtherBody()) throw new NotVisible("mission of another body " + id);
        try (var scan = desk.open(actor, sent, LinkForm.NONE)) {
            var attempt = Attempt.at(
                    () -> {
                        bodies.mustFit(scan, form.mistakes(mission.fromDay(), missions.today()));
                        bodies.conclude(actor, id, VisitController.version(form.version()), form.read(), scan);
                    },
                    t,
                    response);
            if (attempt.stored()) return "redirect:/oversight/missions/" + id + "?saved=conclusionRecorded";
            var typed = form.typed(scan.again(attempt.mistakes(), t), attempt.overtaken());
            return show(actor, missions.find(actor, id), typed, t, model);
        }
    }

    /** Only ever as a download, as what people bring is. */
    @GetMapping("/oversight/missions/{id}/papers/{paper}")
    @Allows(Action.CARRY_OUT_OVERSIGHT)
    ResponseEntity<InputStreamResource> file(@PathVariable MissionId id, @PathVariable String paper, Actor actor) {
        var which = Arrays.stream(OtherBodies.Paper.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(paper))
                .findFirst()
                .orElseThrow(() -> new NotVisible("no such paper"));
        return EvidenceDownload.of(bodies.file(actor, id, which), files);
    }

    private String form(
            @Nullable MissionId id, OtherBodyForm form, Brought scan, Attempt attempt, Text t, Model model) {
        var mistakes = scan.again(attempt.mistakes(), t);
        model.addAttribute("page", pages.form(id, form, mistakes, attempt.overtaken(), t));
        return "execution/oversight/otherForm";
    }

    private String show(Actor actor, Mission mission, OtherBodyPage.Conclusion typed, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, mission, "", MissionPages.Typed.NOTHING, typed, t));
        return "execution/oversight/other";
    }
}
