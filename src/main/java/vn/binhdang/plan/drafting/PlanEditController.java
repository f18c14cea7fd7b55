package vn.binhdang.plan.drafting;

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
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.EditorPages;
import vn.binhdang.document.drafting.Note;
import vn.binhdang.document.drafting.Note.MendForm;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
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

    private final EditorPages editors;
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final PlanCompanion companion;
    private final PlanNotes notes;
    private final TaskEditing editing;
    private final TaskViews taskViews;
    private final ImportedNotes imported;
    private final PlanSettings settings;

    PlanEditController(
            EditorPages editors,
            Plans plans,
            OutgoingDocuments documents,
            PlanCompanion companion,
            PlanNotes notes,
            TaskEditing editing,
            TaskViews taskViews,
            ImportedNotes imported,
            PlanSettings settings) {
        this.editors = editors;
        this.plans = plans;
        this.documents = documents;
        this.companion = companion;
        this.notes = notes;
        this.editing = editing;
        this.taskViews = taskViews;
        this.imported = imported;
        this.settings = settings;
    }

    @GetMapping("/plans/{id}/edit")
    ModelAndView edit(@PathVariable String id, @RequestParam Optional<String> undo, Actor actor, Locale locale) {
        var t = Text.in(locale);
        var planId = PlanId.of(id);
        var editor = editors.of(actor, planId.document(), undo.orElse(null), t);
        var plan = plans.find(actor, planId);
        var tasks = plans.tasksOf(plan);
        var carried = notes.open(planId);
        var words = editing.unitWords(actor);
        boolean assignments = PlanCompanion.printsAssignments(plan, tasks, words);
        String address = "/plans/" + planId;
        return new ModelAndView(
                "plan/drafting/edit",
                "page",
                new PlanEditPage(
                        editor.with(carriedNotes(plan, carried, t)).with(imported.of(actor, plan, editor, t)),
                        address,
                        plan.importId() == null ? null : address + "/source",
                        String.valueOf(plan.document().year()),
                        taskViews.of(plan, tasks, carried, words, t),
                        TaskViews.units(words),
                        assignments,
                        (int) carried.stream()
                                .filter(note -> note.proposed() != null)
                                .count(),
                        wholeNotes(actor, plan, tasks, assignments, t),
                        undo.filter(u -> u.startsWith("tasks-"))
                                .map(u -> address + "/tasks/undo/" + u.substring(6))
                                .orElse(null)));
    }

    /** What the editor's script asks for after a change: every note anew, each with the place it belongs to. */
    @GetMapping("/plans/{id}/notes")
    ModelAndView notes(@PathVariable String id, Actor actor, Locale locale) {
        var t = Text.in(locale);
        var planId = PlanId.of(id);
        var editor = editors.of(actor, planId.document(), null, t);
        var plan = plans.find(actor, planId);
        var tasks = plans.tasksOf(plan);
        var carried = notes.open(planId);
        var words = editing.unitWords(actor);
        boolean assignments = PlanCompanion.printsAssignments(plan, tasks, words);
        var ofPlan = new LinkedHashMap<String, List<Note>>(carriedNotes(plan, carried, t));
        ofPlan.put("tasks", wholeNotes(actor, plan, tasks, assignments, t));
        taskViews.of(plan, tasks, carried, words, t).forEach(task -> ofPlan.put("task-" + task.id(), task.notes()));
        return new ModelAndView(
                "document/drafting/notes",
                Map.of(
                        "notes",
                        editor.with(imported.of(actor, plan, editor, t))
                                .with(ofPlan)
                                .notes()));
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

    private List<Note> wholeNotes(Actor actor, Plan plan, List<PlanTask> tasks, boolean assignments, Text t) {
        var content = documents.content(actor, plan.id().document());
        return companion.ofWhole(actor, plan, tasks, content, assignments).stream()
                .map(finding -> Note.of(finding, annexMend(plan, finding.code(), t), t))
                .toList();
    }

    private static @Nullable MendForm annexMend(Plan plan, String code, Text t) {
        return code.equals("plan.annex.notReferred")
                ? new MendForm("/plans/" + plan.id() + "/annex-reference", "annex", "", "", t.of("plan.annex.refer"))
                : null;
    }
}
