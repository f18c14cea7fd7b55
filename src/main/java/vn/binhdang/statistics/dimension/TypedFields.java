package vn.binhdang.statistics.dimension;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed and what has to be mended, by field. */
public record TypedFields(Map<String, String> typed, Map<String, String> mistakes) {
    /** @param stands what stands there while nobody has typed anything */
    public String value(String field, String stands) {
        return typed.getOrDefault(field, stands);
    }

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }

    /** Whether one of the fields with this ending has to be mended. */
    public boolean isWrong(String ending) {
        return mistakes.keySet().stream().anyMatch(field -> field.endsWith(ending));
    }
}
