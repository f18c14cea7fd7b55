package vn.binhdang.execution.task;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form beside a task, on a page of its own: to hand it on, for a sub-task, for measure and cost.
 * @param stand null where there is no state to say: a new sub-task, hand-over, details
 * @param fields null for who may only say where the sub-task stands
 * @param overtaken what somebody else stored since the form was shown, line by line; empty when nobody did
 */
public record DoingPage(
        String title,
        String lead,
        String taskHref,
        String taskHeading,
        @Nullable Stand stand,
        @Nullable Fields fields,
        List<TaskPage.Fact> overtaken,
        Map<String, String> problems) {

    /** @param draftKey under which the browser keeps what was typed; of one person and one record */
    public record Fields(String action, String draftKey, String version, List<Field> fields, String button) {}

    /**
     * @param kind "text", "area" or "choice"
     * @param groups of a choice
     */
    public record Field(String kind, String name, String label, String hint, String value, List<Group> groups) {}

    /** @param label empty: no group around these */
    public record Group(String label, List<Option> options) {}

    public record Option(String value, String word, boolean chosen) {}

    public record Stand(
            String action,
            String draftKey,
            String version,
            String stateMark,
            String stateWord,
            List<TaskPage.Choice> states,
            String words) {}

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return problems.containsKey(field);
    }
}
