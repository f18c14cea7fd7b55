package vn.binhdang.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param all unchanged clauses are listed too */
public record DifferencePage(
        String importId,
        String olderFile,
        String newerFile,
        String planSubject,
        String planHref,
        int changed,
        int added,
        int removed,
        int same,
        boolean all,
        List<Row> rows,
        String madePlanHref) {
    public record Row(
            Clauses.Kind kind,
            String kindWord,
            @Nullable String before,
            @Nullable String after) {}
}
