package vn.binhdang.plan.amendment;

import java.util.List;
import java.util.Map;

/**
 * The form of one change of a purpose, a target or a row of an annex: what the plan says now beside what it will say.
 *
 * @param place "I.1 Mục đích"
 * @param homeId and {@code kind}: where a part that is added will stand; empty for one that stands somewhere
 * @param version of the change; 0 for a first one
 * @param seen how often amendments in force changed what {@code fields} shows
 * @param dropAction takes the part out of the plan; empty where there is none
 * @param mistakes message per field, ready to print
 */
public record PartPage(
        String action,
        String back,
        String title,
        String place,
        String homeId,
        String kind,
        boolean adds,
        List<Field> fields,
        String reason,
        String version,
        String seen,
        String dropAction,
        String dropReason,
        Map<String, String> mistakes) {

    /** @param now what is in force; empty for a part that is added */
    public record Field(String name, String label, String now, String value, boolean longer) {}

    public boolean wrong(String field) {
        return mistakes.containsKey(field);
    }

    public boolean changed(Field field) {
        return !adds && !field.now().equals(field.value());
    }
}
