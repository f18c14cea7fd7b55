package vn.binhdang.plan.amendment;

import java.util.List;
import java.util.Map;

/**
 * The form of one change: what the plan says now beside what it will say.
 *
 * @param now by field; empty for a task that is added
 * @param values what stands in the form, by field
 * @param version of the change; 0 for a first one
 * @param seen version of the task that {@code now} shows
 * @param state where the task stands, in words; empty for a task that is added
 * @param dropAction takes the task out of the plan; empty where there is none
 * @param mistakes message per field, ready to print
 */
public record ChangePage(
        String action,
        String back,
        String title,
        String task,
        boolean adds,
        Map<String, String> now,
        Map<String, String> values,
        String version,
        String seen,
        String state,
        String dropAction,
        String dropReason,
        Map<String, String> mistakes) {

    /** The fields in their order; text and coordinating units have several lines. */
    public static final List<String> FIELDS = TaskTerms.FIELDS;

    public boolean wrong(String field) {
        return mistakes.containsKey(field);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean changed(String field) {
        return !adds && !now.getOrDefault(field, "").equals(value(field));
    }

    public boolean longer(String field) {
        return field.equals("text") || field.equals("coordinating") || field.equals("output");
    }
}
