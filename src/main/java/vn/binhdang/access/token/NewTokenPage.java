package vn.binhdang.access.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param scopes what may be ticked
 * @param mistakes message key by field
 * @param problem message key of what no field is to blame for
 */
public record NewTokenPage(
        String agency,
        String name,
        String lastDay,
        String latest,
        List<Scope> scopes,
        Map<String, String> mistakes,
        @Nullable String problem) {
    public record Scope(String value, String labelKey, boolean chosen) {}

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }
}
