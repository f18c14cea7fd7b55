package vn.binhdang.statistics.collection.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.entry.EntryPage;

/**
 * The next version of a form while it is written. Whatever is typed is kept, with what is wrong with it above: only a whole
 * one is put in force.
 */
public record DraftPage(
        String path,
        String code,
        String name,
        int number,
        int edition,
        String saved,
        List<String> faults,
        List<FormDefinition.Section> sections,
        List<FormDefinition.Rule> rules,
        List<CellRow> cells,
        List<EntryPage.Section> preview,
        List<Choice> elements,
        Map<String, String> mistakes,
        Map<String, String> typed,
        FormDefinition.Section fresh,
        @Nullable Overtaken overtaken) {

    /** A table with nothing in it yet. */
    public static final FormDefinition.Section EMPTY =
            new FormDefinition.Section("", "", "", "", false, List.of(), List.of());

    /**
     * Somebody else stored the draft while this part of it was written: the page shows what was typed, and here stands what is
     * stored.
     * @param part anchor of it: "section-2", "cells", "rules"
     * @param stored its lines; none where it is not there
     */
    public record Overtaken(String part, List<String> stored) {}

    public @Nullable Overtaken overtaken(String part) {
        return overtaken != null && overtaken.part().equals(part) ? overtaken : null;
    }

    public record CellRow(String key, String name, boolean asked, boolean required, String lowest, String highest) {}

    public record Choice(String value, String name) {}

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Two empty lines follow what is there. */
    public static List<FormDefinition.Heading> withEmpty(List<FormDefinition.Heading> headings) {
        var lines = new java.util.ArrayList<>(headings);
        for (int i = 0; i < 2; i++) lines.add(new FormDefinition.Heading("", "", ""));
        return lines;
    }
}
