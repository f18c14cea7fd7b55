package vn.binhdang.statistics.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one indicator or element, ready to print.
 *
 * @param basis whether it is a share of bodies or of people, or what it counts
 * @param lack why nothing can be computed; the page then shows the definition alone. Null when there are figures
 * @param here the address with everything chosen, for downloads and for what is added to it
 * @param mapSentence on whose map the figures are
 * @param trend the figure of the unit in every period
 * @param ranks the units below in one period; null when there are none
 */
public record FigurePage(
        String code,
        String name,
        String unitOfMeasure,
        String basis,
        boolean official,
        @Nullable String lack,
        String address,
        Filter filter,
        String unitName,
        String mapSentence,
        @Nullable Latest latest,
        @Nullable Trend trend,
        @Nullable Ranks ranks,
        @Nullable Tiles tiles,
        List<Fact> about,
        @Nullable String definition,
        String download) {

    /** One of several to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    /** What is chosen on the page. */
    public record Filter(
            String unitWords,
            @Nullable String unitMistake,
            List<Choice> kinds,
            String from,
            String to,
            List<Choice> dimensions,
            List<Choice> levels,
            String on,
            @Nullable String onMistake) {}

    /** The newest figure, large. */
    public record Latest(
            String value,
            String period,
            @Nullable String goal,
            @Nullable String parts,
            String reported,
            boolean estimated) {}

    /** A link with its words. */
    public record Link(String href, String words) {}

    /** A value as printed; why there is none; what it is computed from. */
    public record Value(String text, @Nullable String reason) {}

    /**
     * @param categories names of the categories beside the whole
     * @param submitted whether a column leads to the submissions of the unit itself
     */
    public record Trend(
            @Nullable Chart chart,
            @Nullable Chart sides,
            List<String> categories,
            boolean share,
            boolean goals,
            boolean submitted,
            List<TrendRow> rows) {}

    public record TrendRow(
            String period,
            @Nullable String href,
            boolean focus,
            Value value,
            List<Value> categories,
            String numerator,
            String denominator,
            String goal,
            String reported,
            boolean estimated,
            List<Link> submitted) {}

    /**
     * @param explained what the order does and does not say
     * @param more address of the following units; null when these are all
     */
    public record Ranks(
            String heading,
            @Nullable Chart chart,
            List<String> explained,
            List<String> categories,
            boolean share,
            boolean intervals,
            List<RankRow> rows,
            int all,
            @Nullable String earlier,
            @Nullable String more) {}

    public record RankRow(
            String rank,
            String unit,
            String href,
            Value value,
            List<Value> categories,
            String interval,
            String numerator,
            String denominator,
            String reported,
            boolean estimated,
            List<Link> submitted) {}

    /** A chart, and the id of the table that says the same. */
    public record Chart(String id, String title, String json, int size) {}

    /** A schematic map; sizes in its own points. */
    public record Tiles(
            String title, int width, int height, List<Tile> tiles, List<Step> steps, List<String> missing) {}

    public record Tile(
            int x,
            int y,
            int side,
            String mark,
            String value,
            String fill,
            String ink,
            String words,
            @Nullable String href) {}

    /** A step of the legend. */
    public record Step(int x, int y, int side, String fill, String words) {}

    /** A line of the definition. */
    public record Fact(String heading, String text) {}
}
