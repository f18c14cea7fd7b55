package vn.binhdang.statistics.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one unit side by side: a dashboard of up to ten charts, and everything else there is to look at.
 *
 * @param all everything there are figures of, those on the dashboard marked
 */
public record BoardPage(
        Filter filter,
        String unitName,
        String mapSentence,
        List<Card> cards,
        List<Offer> all,
        String targets,
        String compare,
        String pivot) {

    /** What is chosen on the page. */
    public record Filter(
            String unitWords,
            @Nullable String unitMistake,
            List<FigurePage.Choice> kinds,
            String from,
            String to,
            String on,
            @Nullable String onMistake) {}

    /** One chart with its table. */
    public record Card(
            String code,
            String name,
            String href,
            String basis,
            FigurePage.Value latest,
            String period,
            String reported,
            boolean estimated,
            FigurePage.@Nullable Chart chart,
            List<Line> lines) {}

    public record Line(String period, FigurePage.Value value, String reported, boolean estimated) {}

    /** Something there are figures of. */
    public record Offer(String code, String name, String href, boolean chosen) {}

    /** Two periods beside each other. */
    public record Comparison(
            Filter filter,
            String unitName,
            String mapSentence,
            List<FigurePage.Choice> earlier,
            List<FigurePage.Choice> later,
            String earlierName,
            String laterName,
            List<Change> changes,
            String board) {}

    /** @param difference in the unit of the figure; points for a share */
    public record Change(
            String name,
            String href,
            String basis,
            FigurePage.Value earlier,
            FigurePage.Value later,
            String difference,
            String percent,
            String reported,
            boolean estimated) {}
}
