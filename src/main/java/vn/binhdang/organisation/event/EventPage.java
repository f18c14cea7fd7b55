package vn.binhdang.organisation.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitKind;

/**
 * The form of an event.
 * @param suggestions units to choose from
 * @param problems field to sentence
 * @param refusal why the rules forbid it
 * @param correcting the wrong event that this one puts right, as a sentence
 */
public record EventPage(
        EventKind kind,
        EventForm form,
        List<String> suggestions,
        Map<String, String> problems,
        @Nullable String refusal,
        @Nullable String correcting) {

    public List<EventKind> kinds() {
        return List.of(EventKind.values());
    }

    public List<UnitKind> unitKinds() {
        return List.of(UnitKind.values());
    }

    public boolean takesSeveral() {
        return kind == EventKind.MERGE_INTO || kind == EventKind.CONSOLIDATE || kind == EventKind.MOVE;
    }

    public boolean takesUnits() {
        return kind != EventKind.CREATE;
    }

    public boolean takesTarget() {
        return kind == EventKind.MERGE_INTO || kind == EventKind.MOVE || kind == EventKind.TRANSFER_FUNCTION;
    }

    public boolean takesNaming() {
        return kind == EventKind.CREATE || kind == EventKind.CONSOLIDATE || kind == EventKind.RENAME;
    }

    public boolean takesBelow() {
        return kind == EventKind.MERGE_INTO
                || kind == EventKind.CONSOLIDATE
                || kind == EventKind.SPLIT
                || kind == EventKind.DISSOLVE;
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** For aria-describedby: the id of the sentence below a field that is wrong. */
    public @Nullable String described(String field) {
        return problems.containsKey(field) ? "problem-" + field : null;
    }

    public @Nullable String invalid(String field) {
        return problems.containsKey(field) ? "true" : null;
    }
}
