package vn.binhdang.statistics.collection.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.web.Text;

/** A part of a stored draft as lines to read beside what somebody else typed. */
final class StoredPart {
    private StoredPart() {}

    /** @param part "section-2", "cells" or "rules" */
    static List<String> of(String part, FormDefinition stored, Text t) {
        if (part.equals("cells") && stored.settings().isEmpty()) return List.of(t.of("statistics.form.stored.usual"));
        if (part.equals("rules") && stored.rules().isEmpty()) return List.of(t.of("statistics.form.stored.noRules"));
        return switch (part) {
            case "cells" -> cells(stored, t);
            case "rules" ->
                stored.rules().stream()
                        .map(rule -> joined(
                                rule.code(),
                                rule.says(),
                                t.of(rule.severity().messageKey()),
                                rule.nameVi(),
                                rule.nameEn()))
                        .toList();
            default -> {
                int number = Integer.parseInt(part.substring("section-".length()));
                yield number >= 1 && number <= stored.sections().size()
                        ? section(stored.sections().get(number - 1), t)
                        : List.of();
            }
        };
    }

    private static List<String> section(FormDefinition.Section section, Text t) {
        var lines = new ArrayList<String>();
        lines.add(joined(section.nameVi(), section.nameEn()));
        lines.add(joined(section.hintVi(), section.hintEn()));
        if (section.sumRow()) lines.add(t.of("statistics.form.table.sumRow"));
        for (var row : section.rows()) lines.add(heading("statistics.form.stored.row", row, t));
        for (var column : section.columns()) lines.add(heading("statistics.form.stored.column", column, t));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static String heading(String key, FormDefinition.Heading heading, Text t) {
        return t.of(key, joined(heading.asks(), heading.nameVi(), heading.nameEn()));
    }

    private static List<String> cells(FormDefinition stored, Text t) {
        return stored.settings().stream()
                .map(cell -> joined(
                        cell.cell(),
                        cell.asked() ? "" : t.of("statistics.form.stored.notAsked"),
                        cell.required() ? t.of("statistics.form.cell.required") : "",
                        limit("statistics.form.cell.lowest", cell.lowest(), t),
                        limit("statistics.form.cell.highest", cell.highest(), t)))
                .toList();
    }

    private static String limit(String key, @Nullable String limit, Text t) {
        return limit == null ? "" : t.of(key) + " " + limit;
    }

    private static String joined(String... parts) {
        var said = new ArrayList<String>();
        for (String part : parts) if (!part.isEmpty()) said.add(part);
        return String.join(" · ", said);
    }
}
