package vn.binhdang.statistics.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param words what was searched for
 * @param first whether this is the top of the list
 * @param next address of what follows; null on the last page
 * @param publishes whether the actor prepares and publishes
 */
public record PublicationsPage(
        List<Row> rows,
        String words,
        boolean first,
        @Nullable String next,
        boolean publishes,
        List<Choice> elements,
        List<Choice> indicators,
        List<Choice> dimensions,
        Typed typed,
        Map<String, String> mistakes,
        String saved) {

    /** @param state message key; empty for what is published */
    public record Row(String href, String title, String state, String facts) {}

    public record Choice(String code, String name) {}

    public record Typed(
            String title,
            Set<String> elements,
            Set<String> indicators,
            String periods,
            String by,
            String map,
            String method,
            String threshold) {}

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
