package vn.binhdang.statistics.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an element. @param code empty for a new one; what is counted cannot be altered later, only its words */
public record ElementPage(
        String code,
        String action,
        Map<String, String> typed,
        Set<String> chosen,
        Map<String, String> mistakes,
        List<DefinitionPage.Dimension> dimensions) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }

    public boolean isNew() {
        return code.isEmpty();
    }
}
