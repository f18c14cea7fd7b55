package vn.binhdang.statistics.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** @param publishes whether the actor prepares and publishes */
public record PublicationsPage(
        List<Row> rows,
        boolean publishes,
        List<Choice> elements,
        List<Choice> dimensions,
        Typed typed,
        Map<String, String> mistakes,
        String saved) {

    public record Row(String href, String title, boolean published, String facts) {}

    public record Choice(String code, String name) {}

    public record Typed(
            String title, Set<String> elements, String periods, String by, String method, String threshold) {}

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
