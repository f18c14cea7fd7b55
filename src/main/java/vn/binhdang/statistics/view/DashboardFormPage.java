package vn.binhdang.statistics.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a dashboard.
 *
 * @param unit in words; null where it stands already, since the unit of one does not change
 * @param mistakes by field
 * @param stored what somebody else saved meanwhile, line by line; empty when nobody did
 */
public record DashboardFormPage(
        String title,
        String action,
        String back,
        String name,
        @Nullable String unit,
        String unitName,
        int version,
        List<Line> lines,
        Map<String, String> mistakes,
        @Nullable String overtaken,
        List<String> stored) {

    /** @param figures to choose from; one that is gone stands among them while it is chosen */
    public record Line(String place, List<FigurePage.Choice> figures, List<FigurePage.Choice> looks) {}

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }
}
