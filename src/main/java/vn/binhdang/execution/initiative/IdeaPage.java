package vn.binhdang.execution.initiative;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a new idea, with what was typed. */
public record IdeaPage(Map<String, String> typed, Map<String, String> mistakes) {
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
