package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.document.drafting.EditorPage;
import vn.binhdang.document.drafting.EditorPages;
import vn.binhdang.document.drafting.Note;
import vn.binhdang.document.drafting.Note.MendForm;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.drafting.PlanNotes.PlanNote;
import vn.binhdang.web.Text;

/** The page where a plan is written, with its findings and its choices for print. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class PlanEditController {
    /** Where notes about no single paragraph are shown. */
    private static final Map<String, String> CARRIED_PLACES =
            Map.of("plan.note.subjectShifted", "subjectLine", "plan.note.basisOld", "bases");

    private final Drafts drafts;
    private final EditorPages editors;
    private final Plans plans;
    private final Agencies agencies;
    private final PlanCompanion companion;
    private final PlanNotes notes;
    private final TaskViews taskViews;
    private final ImportedNotes imported;
    private final PlanSettings settings;
    private final Clock clock;

    PlanEditController(
            Drafts drafts,
            EditorPages editors,
            Plans plans,
            Agencies agencies,
            PlanCompanion companion,
            PlanNotes notes,
            TaskViews taskViews,
            ImportedNotes imported,
            PlanSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.editors = editors;
        this.plans = plans;
        this.agencies = agencies;
        this.companion = companion;
        this.notes = notes;
        this.taskViews = taskViews;
        this.imported = imported;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/plans/{id}/edit")
    ModelAndView edit(@PathVariable String id, @RequestParam Optional<String> undo, Actor actor, Locale locale) {
        var t = Text.in(locale);
        var planId = PlanId.of(id);
        var draft = draft(actor, planId, undo.orElse(null), t);
        var plan = draft.plan();
        String address = "/plans/" + planId;
        return new ModelAndView(
                "plan/drafting/edit",
                "page",
                new PlanEditPage(
                        draft.editor()
                                .with(carriedNotes(plan, draft.carried(), t))
                                .with(imported.of(actor, plan, draft.editor(), t)),
                        address,
                        plan.importId() == null ? null : address + "/source",
                        String.valueOf(plan.document().year()),
                        taskViews.of(plan, draft.tasks(), draft.carried(), draft.units(), t),
                        TaskViews.units(draft.units()),
                        draft.assignments(),
                        (int) draft.carried().stream()
                                .filter(note -> note.proposed() != null)
                                .count(),
                        wholeNotes(actor, draft, t),
                        undo.filter(u -> u.startsWith("tasks-"))
                                .map(u -> address + "/tasks/undo/" + u.substring(6))
                                .orElse(null)));
    }

    /** What the editor's script asks for after a change: every note anew, each with the place it belongs to. */
    @GetMapping("/plans/{id}/notes")
    ModelAndView notes(@PathVariable String id, Actor actor, Locale locale) {
        var t = Text.in(locale);
        var draft = draft(actor, PlanId.of(id), null, t);
        var plan = draft.plan();
        var ofPlan = new LinkedHashMap<String, List<Note>>(carriedNotes(plan, draft.carried(), t));
        ofPlan.put("tasks", wholeNotes(actor, draft, t));
        taskViews
                .of(plan, draft.tasks(), draft.carried(), draft.units(), t)
                .forEach(task -> ofPlan.put("task-" + task.id(), task.notes()));
        return new ModelAndView(
                "document/drafting/notes",
                Map.of(
                        "notes",
                        draft.editor()
                                .with(imported.of(actor, plan, draft.editor(), t))
                                .with(ofPlan)
                                .notes()));
    }

    /** A draft as both pages show it, each part of it read once. */
    private record Draft(
            Plan plan,
            List<PlanTask> tasks,
            AdministrativeDocument content,
            EditorPage editor,
            List<PlanNote> carried,
            UnitNames units,
            boolean assignments) {}

    private Draft draft(Actor actor, PlanId id, @Nullable String undo, Text t) {
        var written = drafts.written(actor, id.document());
        var agency = agencies.on(actor.agency(), LocalDate.now(clock));
        var found = plans.withTasks(written.document());
        var units = new UnitNames(agency.below());
        return new Draft(
                found.plan(),
                found.tasks(),
                written.content(),
                editors.of(actor, written, agency, undo, t),
                notes.open(id),
                units,
                PlanCompanion.printsAssignments(found.plan(), found.tasks(), units));
    }

    @PostMapping("/plans/{id}/settings")
    String settings(
            @PathVariable String id,
            @RequestParam String year,
            @RequestParam Optional<String> printAssignments,
            Actor actor) {
        settings.set(actor, PlanId.of(id), year.strip(), printAssignments.isPresent());
        return "redirect:/plans/" + PlanId.of(id) + "/edit#tasks-title";
    }

    /** Adds the sentence that refers to the annex of assignments. */
    @PostMapping("/plans/{id}/annex-reference")
    String annexReference(@PathVariable String id, Actor actor) {
        var block = settings.referToAnnex(actor, PlanId.of(id));
        return "redirect:/plans/" + PlanId.of(id) + "/edit#block-" + block;
    }

    @PostMapping("/plans/{id}/notes/{note}")
    String settle(@PathVariable String id, @PathVariable UUID note, Actor actor) {
        settings.settle(actor, PlanId.of(id), note);
        return "redirect:/plans/" + PlanId.of(id) + "/edit#notes";
    }

    /** Every proposed date at once. */
    @PostMapping("/plans/{id}/notes/dates")
    String acceptDates(@PathVariable String id, Actor actor) {
        settings.acceptDates(actor, PlanId.of(id));
        return "redirect:/plans/" + PlanId.of(id) + "/edit#tasks-title";
    }

    private static Map<String, List<Note>> carriedNotes(Plan plan, List<PlanNote> carried, Text t) {
        var places = new LinkedHashMap<String, List<Note>>();
        for (var note : carried) {
            if (note.task() != null) continue;
            String place = note.block() == null
                    ? CARRIED_PLACES.getOrDefault(note.code(), Note.WHOLE)
                    : "block-" + note.block();
            places.computeIfAbsent(place, p -> new ArrayList<>()).add(TaskViews.carriedNote(plan, note, t));
        }
        return places;
    }

    private List<Note> wholeNotes(Actor actor, Draft draft, Text t) {
        var plan = draft.plan();
        return companion.ofWhole(actor, plan, draft.tasks(), draft.content(), draft.assignments()).stream()
                .map(finding -> Note.of(finding, annexMend(plan, finding.code(), t), t))
                .toList();
    }

    private static @Nullable MendForm annexMend(Plan plan, String code, Text t) {
        return code.equals("plan.annex.notReferred")
                ? new MendForm("/plans/" + plan.id() + "/annex-reference", "annex", "", "", t.of("plan.annex.refer"))
                : null;
    }
}
