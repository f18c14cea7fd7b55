package vn.binhdang.execution.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the following page; null on the last */
public record RecommendationsPage(
        List<Row> rows,
        RecommendationFilter filter,
        List<String> states,
        boolean overseer,
        @Nullable String next,
        boolean first) {
    public record Row(
            String href,
            String text,
            String unit,
            String due,
            OversightKind kind,
            RecommendationState state,
            boolean overdue,
            boolean draft,
            String body) {}
}
