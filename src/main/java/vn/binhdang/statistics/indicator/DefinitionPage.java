package vn.binhdang.statistics.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a definition.
 *
 * @param code empty for a new indicator, whose form asks for it
 * @param confirmed part of it is confirmed, so that a change becomes another version
 * @param overtaken somebody else stored something meanwhile
 * @param checked the formula was only looked at; nothing was stored
 */
public record DefinitionPage(
        String back,
        String action,
        String code,
        boolean confirmed,
        boolean overtaken,
        boolean checked,
        Map<String, String> typed,
        Set<String> chosen,
        Map<String, String> mistakes,
        FormulaView formula,
        List<Dimension> dimensions,
        List<ElementChoice> elements) {

    public record Dimension(String code, String name) {}

    /** @param hint its disaggregations: "SEX=F, SEX=M" */
    public record ElementChoice(String code, String name, String hint) {}

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
