package vn.binhdang.plan.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.drafting.EditorPage;
import vn.binhdang.document.drafting.Note;

/**
 * The editor of a plan: the words of the document, and its tasks.
 * @param address what the forms of tasks post below: "/plans/…"
 * @param source address of what was imported; null for a plan written here
 * @param units names of the agency's units, for the shared list of suggestions
 * @param printAssignments whether the table of assignments is printed
 * @param proposedDates how many deadlines wait to be accepted
 * @param undoTasks address that takes the last change of tasks back; null without one
 */
public record PlanEditPage(
        EditorPage editor,
        String address,
        @Nullable String source,
        String year,
        List<TaskView> tasks,
        List<UnitName> units,
        boolean printAssignments,
        int proposedDates,
        List<Note> notes,
        @Nullable String undoTasks) {

    /** @param hint abbreviation and folded name, so that a browser's list finds it without diacritics */
    public record UnitName(String id, String name, String hint) {}

    /**
     * @param name "II.1" or the beginning of the text
     * @param leadPrinted the words of the imported document; empty without them
     * @param flag the worst of its notes: "error", "warning", "" when all is well
     */
    public record TaskView(
            String id,
            String name,
            String number,
            String text,
            String lead,
            String leadPrinted,
            String coordinating,
            String start,
            String due,
            String dueText,
            String noDueReason,
            String output,
            String recurrence,
            int version,
            String lines,
            int rows,
            boolean first,
            boolean last,
            String flag,
            List<Note> notes) {}

    /** Tasks that changed, with what takes the change back. */
    public record TasksPart(
            String address, List<TaskView> tasks, @Nullable String undo) {}
}
