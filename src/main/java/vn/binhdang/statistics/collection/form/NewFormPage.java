package vn.binhdang.statistics.collection.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.PeriodKind;

/** @param mistakes field to sentence */
public record NewFormPage(List<Choice> regimes, Map<String, String> typed, Map<String, String> mistakes) {
    public record Choice(String value, String name) {}

    public List<PeriodKind> kinds() {
        return List.of(PeriodKind.values());
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }
}
