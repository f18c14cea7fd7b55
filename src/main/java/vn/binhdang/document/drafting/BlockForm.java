package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhdang.document.Block;

/**
 * A paragraph as its form sends it.
 * @param version that the typist saw
 * @param cells of a table, row after row
 * @param columns how many cells make a row; 0 for anything but a table
 * @param at where the cursor stood in the text, for splitting; null without a script
 */
record BlockForm(
        int version,
        Block.Kind kind,
        @Nullable String number,
        String text,
        List<String> cells,
        int columns,
        @Nullable Integer at) {

    static BlockForm of(MultiValueMap<String, String> form) {
        String number = Typed.line(value(form, "number"));
        return new BlockForm(
                Numbers.of(value(form, "version"), 0),
                kind(value(form, "kind")),
                number.isEmpty() ? null : number,
                Typed.text(value(form, "text")),
                form.getOrDefault("cell", List.of()).stream().map(Typed::text).toList(),
                Numbers.of(value(form, "columns"), 0),
                form.containsKey("at") && !value(form, "at").isEmpty() ? Numbers.of(value(form, "at"), 0) : null);
    }

    /** The stored paragraph with what was typed; its place in the source stays. A table stays a table. */
    Block over(Block stored) {
        if (stored.kind() == Block.Kind.TABLE)
            return new Block(Block.Kind.TABLE, null, "", columns > 0 ? rows() : stored.rows(), stored.lines());
        return new Block(kind == Block.Kind.TABLE ? stored.kind() : kind, number, text, List.of(), stored.lines());
    }

    /** What differs between these words and the stored ones; empty when somebody else typed the same. */
    List<Difference> against(Block stored) {
        var typed = over(stored);
        var differences = new ArrayList<Difference>();
        if (typed.kind() != stored.kind())
            differences.add(new Difference(
                    "kind",
                    "document.drafting.block.kind",
                    typed.kind().name(),
                    stored.kind().name(),
                    stored.kind().name()));
        if (!Objects.equals(typed.number(), stored.number()))
            differences.add(Difference.of(
                    "number",
                    "document.drafting.block.number",
                    Objects.requireNonNullElse(typed.number(), ""),
                    Objects.requireNonNullElse(stored.number(), "")));
        if (!typed.text().equals(stored.text()))
            differences.add(Difference.of("text", "document.drafting.block.text", typed.text(), stored.text()));
        if (!typed.rows().equals(stored.rows()))
            differences.add(Difference.of(
                    "cell", "document.drafting.block.table", printed(typed.rows()), printed(stored.rows())));
        return differences;
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i + columns <= cells.size(); i += columns) rows.add(cells.subList(i, i + columns));
        return rows;
    }

    private static String printed(List<List<String>> rows) {
        return String.join(
                "\n", rows.stream().map(row -> String.join(" | ", row)).toList());
    }

    private static Block.Kind kind(String name) {
        for (var kind : Block.Kind.values()) if (kind.name().equals(name.toUpperCase(Locale.ROOT))) return kind;
        return Block.Kind.PARAGRAPH;
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
