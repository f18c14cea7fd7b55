package vn.binhdang.execution.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which recommendations are looked for.
 * @param state name of a state, OVERDUE or NOT_DONE (open and not overdue as well); empty: all
 */
public record RecommendationFilter(
        String words,
        String state,
        @Nullable OversightKind kind,
        @Nullable Sender whose) {
    static final List<String> STATES =
            List.of("UNDONE", "OVERDUE", "OPEN", "REPORTED", "RETURNED", "DONE", "WITHDRAWN");

    static RecommendationFilter of(
            @Nullable String words, @Nullable String state, @Nullable String kind, @Nullable String whose) {
        String typed = words == null ? "" : words.strip();
        return new RecommendationFilter(
                typed.substring(0, Math.min(typed.length(), 200)),
                state != null && STATES.contains(state) ? state : "",
                OversightKind.named(kind).orElse(null),
                Sender.named(whose).orElse(null));
    }

    public boolean isEmpty() {
        return words.isEmpty() && state.isEmpty() && kind == null && whose == null;
    }

    String addressAfter(String key) {
        var address = UriComponentsBuilder.fromPath("/oversight/recommendations");
        if (!words.isEmpty()) address.queryParam("q", "{q}");
        if (!state.isEmpty()) address.queryParam("state", state);
        if (kind != null) address.queryParam("kind", kind.name());
        if (whose != null) address.queryParam("whose", whose.name());
        address.queryParam("after", key);
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }
}
