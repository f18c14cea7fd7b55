package vn.binhdang.plan.amendment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amendment with its changes, ready to print; while it is a draft, with the tasks of the plan to choose from.
 *
 * @param planHref the running plan
 * @param historyHref the plan as of any day
 * @param numberAndDay empty until it is issued
 * @param wordsHref where the words around the changes are written; empty for who may not write them now
 * @param others what else is being drafted for the same plan
 * @param done what was just done, in words; may be empty
 * @param restore takes the change back in that was just taken out; null when none was
 * @param found how many tasks the search finds, in words
 */
public record AmendmentPage(
        String address,
        String planHref,
        String planSubject,
        String historyHref,
        String title,
        String numberAndDay,
        String stateMark,
        String stateWord,
        boolean editable,
        String documentHref,
        String wordsHref,
        List<Link> others,
        String done,
        @Nullable String restore,
        List<Card> changes,
        String searched,
        List<Task> tasks,
        String found,
        String firstHref,
        String nextHref) {

    public record Link(String href, String words) {}

    /**
     * One change.
     * @param mark of its kind: "add", "change", "drop"
     * @param taskHref the task at work; empty where there is none yet
     * @param editHref empty when it cannot be changed now
     * @param fields what the task said, and what it will say; of a new task only the latter
     * @param overtaken why it has to be decided again; empty when nothing came between
     * @param moved what the task said when it was decided on, and what it says now
     * @param decideAction empty when there is nothing to decide but to take it back
     */
    public record Card(
            String id,
            String mark,
            String kind,
            String name,
            String taskHref,
            String editHref,
            String undoAction,
            List<Field> fields,
            String reason,
            List<Note> notes,
            String overtaken,
            List<Field> moved,
            String decideAction) {}

    public record Field(String label, String before, String after) {}

    /** @param severity "error" or "warning" */
    public record Note(String severity, String word, String sentence) {}

    /** @param chosen what this amendment does to it already, in words; empty when nothing */
    public record Task(
            String number,
            String text,
            String lead,
            String due,
            String stateMark,
            String stateWord,
            String href,
            String chosen) {}
}
