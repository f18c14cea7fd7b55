package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.execution.task.UnfitFiles;
import vn.binhdang.execution.task.Upload;
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
    private static final int LONGEST = 500;
    private static final int LONGEST_SUMMARY = 10_000;

    private final OtherBodies bodies;
    private final Missions missions;
    private final OtherBodyPages pages;
    private final UnitsByName unitsByName;
    private final Files files;

    OtherBodyController(
            OtherBodies bodies, Missions missions, OtherBodyPages pages, UnitsByName unitsByName, Files files) {
        this.bodies = bodies;
        this.missions = missions;
        this.pages = pages;
        this.unitsByName = unitsByName;
        this.files = files;
    }

    @GetMapping("/oversight/missions/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String begin(@ModelAttribute OtherBodyForm form, Text t, Model model) {
        return form(null, form, Map.of(), false, t, model);
    }

    @PostMapping("/oversight/missions/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String record(
            @ModelAttribute OtherBodyForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var scan = Upload.of(sent == null ? List.of() : sent);
        try {
            UnitId unit = unitsByName
                    .read(String.valueOf(form.unit()), missions.today(), actor.reach(Action.PLAN_OVERSIGHT))
                    .unit();
            var decision = form.read(missions.today(), unit == null ? "organisation.unitName.unknown" : null);
            if (unit == null) throw new IllegalStateException("a form without a unit is not read");
            return "redirect:/oversight/missions/" + bodies.record(actor, decision, unit, scan) + "?saved=recorded";
        } catch (Mended mended) {
            response.setStatus(422);
            return form(null, form, MissionForm.sentences(mended.mistakes(), t), false, t, model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            return form(null, form, Map.of("files", unfit.sentences(t)), false, t, model);
        } finally {
            Upload.closeAll(scan);
        }
    }

    @GetMapping("/oversight/missions/{id}/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String mend(@PathVariable MissionId id, Actor actor, Text t, Model model) {
        var mission = missions.find(actor, id);
        var body = mission.body();
        if (body == null || mission.cancelled()) throw new NotVisible("mission of another body " + id);
        return form(id, OtherBodyForm.of(mission, body), Map.of(), false, t, model);
    }

    @PostMapping("/oversight/missions/{id}/other")
    @Allows(Action.PLAN_OVERSIGHT)
    String change(
            @PathVariable MissionId id,
            @ModelAttribute OtherBodyForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        missions.find(actor, id);
        var scan = Upload.of(sent == null ? List.of() : sent);
        try {
            var decision = form.read(missions.today(), null);
            bodies.change(actor, id, VisitController.version(form.version()), decision, scan);
            return "redirect:/oversight/missions/" + id + "?saved=changed";
        } catch (Mended mended) {
            response.setStatus(422);
            return form(id, form, MissionForm.sentences(mended.mistakes(), t), false, t, model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            return form(id, form, Map.of("files", unfit.sentences(t)), false, t, model);
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            return form(id, form, Map.of(), true, t, model);
        } finally {
            Upload.closeAll(scan);
        }
    }

    @PostMapping("/oversight/missions/{id}/other/conclusion")
    @Allows(Action.PLAN_OVERSIGHT)
    String conclude(
            @PathVariable MissionId id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String arrival,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var mission = missions.find(actor, id);
        if (!mission.ofOtherBody()) throw new NotVisible("mission of another body " + id);
        var scan = Upload.of(sent == null ? List.of() : sent);
        try {
            var read = read(mission, number, day, arrival, summary);
            bodies.conclude(actor, id, VisitController.version(version), read, scan);
            return "redirect:/oversight/missions/" + id + "?saved=conclusionRecorded";
        } catch (Mended mended) {
            response.setStatus(422);
            var mistakes = MissionForm.sentences(mended.mistakes(), t);
            var typed = new OtherBodyPage.Conclusion(number, day, arrival, summary, false, mistakes);
            return show(actor, mission, typed, t, model);
        } catch (UnfitFiles unfit) {
            response.setStatus(422);
            var mistakes = Map.of("files", unfit.sentences(t));
            var typed = new OtherBodyPage.Conclusion(number, day, arrival, summary, false, mistakes);
            return show(actor, mission, typed, t, model);
        } catch (Overtaken overtaken) {
            response.setStatus(409);
            var typed = new OtherBodyPage.Conclusion(number, day, arrival, summary, true, Map.of());
            return show(actor, missions.find(actor, id), typed, t, model);
        } finally {
            Upload.closeAll(scan);
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

    private OtherBodies.Conclusion read(Mission mission, String number, String day, String arrival, String summary) {
        var mistakes = new LinkedHashMap<String, String>();
        String read = MissionForm.text(number);
        if (read.isEmpty()) mistakes.put("number", "execution.oversight.mend.conclusionNumber");
        if (read.length() > LONGEST) mistakes.put("number", "execution.oversight.mend.long");
        if (MissionForm.text(arrival).length() > LONGEST) mistakes.put("arrival", "execution.oversight.mend.long");
        if (MissionForm.text(summary).length() > LONGEST_SUMMARY)
            mistakes.put("summary", "execution.oversight.mend.long");
        var concluded = TypedDay.read(day);
        if (concluded.isEmpty()) mistakes.put("day", "execution.oversight.mend.day");
        else if (concluded.get().isAfter(missions.today())) mistakes.put("day", "execution.oversight.mend.future");
        else if (concluded.get().isBefore(mission.fromDay()))
            mistakes.put("day", "execution.oversight.mend.beforeFirst");
        if (!mistakes.isEmpty()) throw new Mended(mistakes);
        return new OtherBodies.Conclusion(
                read, concluded.orElseThrow(), MissionForm.text(arrival), MissionForm.text(summary));
    }

    private String form(
            @Nullable MissionId id,
            OtherBodyForm form,
            Map<String, String> mistakes,
            boolean overtaken,
            Text t,
            Model model) {
        model.addAttribute("page", pages.form(id, form, mistakes, overtaken, t));
        return "execution/oversight/otherForm";
    }

    private String show(Actor actor, Mission mission, OtherBodyPage.Conclusion typed, Text t, Model model) {
        model.addAttribute("page", pages.page(actor, mission, "", MissionPages.Typed.NOTHING, typed, t));
        return "execution/oversight/other";
    }
}
