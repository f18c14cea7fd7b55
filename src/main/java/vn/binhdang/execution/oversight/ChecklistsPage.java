package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param plans whether the actor writes lists */
public record ChecklistsPage(
        List<Row> rows,
        boolean plans,
        String saved,
        String kind,
        String title,
        String questions,
        Map<String, String> mistakes) {
    public record Row(
            String id,
            OversightKind kind,
            String title,
            boolean own,
            boolean retired,
            List<String> questions,
            String retireAction) {}

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
