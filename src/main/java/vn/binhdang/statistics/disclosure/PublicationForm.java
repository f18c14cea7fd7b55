package vn.binhdang.statistics.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published, as typed.
 * @param map the day on whose map; empty: each period on its own
 */
public record PublicationForm(
        @Nullable String title,
        @Nullable List<String> element,
        @Nullable List<String> indicator,
        @Nullable String periods,
        @Nullable String by,
        @Nullable String map,
        @Nullable String method,
        @Nullable String threshold) {

    static PublicationForm empty() {
        return new PublicationForm("", List.of(), List.of(), "", "", "", "WITHHOLD", "4");
    }

    String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    List<String> elements() {
        return element == null ? List.of() : element;
    }

    List<String> indicators() {
        return indicator == null ? List.of() : indicator;
    }
}
