package vn.binhdang.organisation.sheet;

import java.util.List;
import java.util.Optional;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.web.Text;

/**
 * The columns of one kind of table.
 * @param word "units": part of the message keys of its headings
 */
public record SheetLayout(String word, List<SheetColumn> columns) {
    public SheetLayout {
        columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException when the layout has no such column: a defect */
    public SheetColumn column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column %s in %s".formatted(key, word)));
    }

    public String heading(String key, Text t) {
        return t.of(messageKey(key));
    }

    /** What to write in the column, and why it is asked. */
    public String help(String key, Text t) {
        return t.of(messageKey(key) + ".help");
    }

    /** A cell of the one example row; empty when the example leaves it empty. */
    public String example(String key, Text t) {
        String example = messageKey(key) + ".example";
        return t.has(example) ? t.of(example) : "";
    }

    /** The column with this heading, in either language; a star for "needed" and what stands in brackets is ignored. */
    Optional<SheetColumn> under(String heading) {
        String folded = folded(heading);
        if (folded.isEmpty()) return Optional.empty();
        return columns.stream()
                .filter(column -> folded.equals(folded(heading(column.key(), Text.in(Text.VIETNAMESE))))
                        || folded.equals(folded(heading(column.key(), Text.in(Text.ENGLISH)))))
                .findFirst();
    }

    private static String folded(String heading) {
        return UnitMatcher.fold(heading.replaceAll("\\([^)]*\\)", " "));
    }

    private String messageKey(String key) {
        return "organisation.sheet." + word + "." + column(key).key();
    }
}
