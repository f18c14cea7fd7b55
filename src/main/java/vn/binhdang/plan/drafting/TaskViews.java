package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.Finding;
import vn.binhdang.document.drafting.EditorPages;
import vn.binhdang.document.drafting.Note;
import vn.binhdang.document.drafting.Note.MendForm;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.drafting.PlanEditPage.TaskView;
import vn.binhdang.plan.drafting.PlanEditPage.UnitName;
import vn.binhdang.plan.drafting.PlanNotes.PlanNote;
import vn.binhdang.web.Text;

/** Tasks as the editor shows them, each with what is to be looked at. */
@Component
class TaskViews {
    List<TaskView> of(Plan plan, List<PlanTask> tasks, List<PlanNote> carried, UnitNames words, Text t) {
        var check = PlanCompanion.check(plan, words);
        var views = new ArrayList<TaskView>();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var findings = check.of(task);
            var notes = new ArrayList<Note>();
            carried.stream()
                    .filter(note -> task.id().equals(note.task()))
                    .forEach(note -> notes.add(carriedNote(plan, note, t)));
            findings.forEach(finding -> notes.add(Note.of(finding, mend(plan, task, finding, t), t)));
            views.add(view(task, words, notes, i == 0, i == tasks.size() - 1));
        }
        return views;
    }

    /** Units by name, for suggestions; the hint lets "VP" and "van phong" find them. */
    static List<UnitName> units(UnitNames words) {
        return words.all().stream()
                .map(unit -> new UnitName(
                        unit.id().toString(),
                        unit.name(),
                        (unit.symbolAbbreviation() == null ? "" : unit.symbolAbbreviation() + " · ")
                                + UnitMatcher.fold(unit.name())))
                .toList();
    }

    static Note carriedNote(Plan plan, PlanNote note, Text t) {
        String button = note.proposed() == null
                ? t.of("plan.note.settle")
                : t.of("plan.note.accept", TypedDate.printed(note.proposed()));
        return new Note(
                "warning",
                t.of("document.drafting.note.warning"),
                t.of(note.code(), note.arguments().toArray()),
                new MendForm("/plans/" + plan.id() + "/notes/" + note.id(), "note", "", "", button));
    }

    private static @Nullable MendForm mend(Plan plan, PlanTask task, Finding finding, Text t) {
        if (finding.mend() == null) return null;
        String value = finding.mend().value();
        return new MendForm(
                "/plans/" + plan.id() + "/tasks/" + task.id() + "/mend",
                finding.mend().field(),
                value,
                String.valueOf(task.version()),
                t.of("document.drafting.mend", value));
    }

    private static TaskView view(PlanTask task, UnitNames words, List<Note> notes, boolean first, boolean last) {
        return new TaskView(
                task.id().toString(),
                TaskCheck.name(task),
                orEmpty(task.number()),
                task.text(),
                words.name(task.leadUnit(), task.leadPrinted()),
                orEmpty(task.leadPrinted()),
                words.names(task.coordinating()),
                TypedDate.printed(task.startOn()),
                TypedDate.printed(task.dueOn()),
                orEmpty(task.dueText()),
                orEmpty(task.noDueReason()),
                orEmpty(task.expectedOutput()),
                orEmpty(task.recurrence()),
                task.version(),
                EditorPages.printed(task.lines()),
                EditorPages.height(task.text()),
                first,
                last,
                worst(notes),
                notes);
    }

    private static String worst(List<Note> notes) {
        for (String severity : List.of("error", "warning"))
            if (notes.stream().anyMatch(note -> note.severity().equals(severity))) return severity;
        return "";
    }

    private static String orEmpty(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
