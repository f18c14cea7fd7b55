package vn.binhdang.statistics.view;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * Figures of one unit side by side: a dashboard of up to twelve charts, and everything else there is to look at.
 *
 * @param here address of the page without what is chosen
 * @param named when somebody made it; null for the one that is always there
 * @param keep address where what is on the page becomes one with a name; null for who may not
 * @param part which of the chosen ones are drawn; null when all are
 * @param all everything there are figures of, those on the dashboard marked
 */
public record BoardPage(
        String here,
        @Nullable Named named,
        @Nullable String keep,
        Filter filter,
        String unitName,
        String mapSentence,
        List<Card> cards,
        @Nullable Part part,
        List<Offer> all,
        String targets,
        String compare,
        String pivot) {

    /**
     * Of one that somebody made.
     *
     * @param changed by whom and when, in words
     * @param change address; null for who may not, as the following
     * @param saved what has just been done, in words; empty for nothing
     */
    public record Named(
            String name,
            String changed,
            @Nullable String change,
            @Nullable String copy,
            @Nullable String delete,
            int version,
            String saved) {}

    /**
     * There are more than a page shows.
     *
     * @param said which of how many it shows
     * @param earlier address of those before; null on the first page
     * @param more address of those that follow; null on the last one
     */
    public record Part(
            String said, @Nullable String earlier, @Nullable String more) {
        /** Where a page begins; at the first one for what is no place in the list. */
        static int start(int asked, int size) {
            return asked > 0 && asked < size ? asked : 0;
        }

        /**
         * @param address of the page that begins at a place
         * @return null when all are on one page
         */
        static @Nullable Part of(int start, int most, int size, String key, IntFunction<String> address, Text t) {
            if (size <= most) return null;
            return new Part(
                    t.of(key, start + 1, Math.min(size, start + most), size),
                    start == 0 ? null : address.apply(Math.max(0, start - most)),
                    start + most < size ? address.apply(start + most) : null);
        }
    }

    /** What is chosen on the page. */
    public record Filter(
            String unitWords,
            @Nullable String unitMistake,
            List<FigurePage.Choice> kinds,
            String from,
            String to,
            String on,
            @Nullable String onMistake) {}

    /**
     * One chart with its table.
     *
     * @param id its place on the page
     * @param heading of the first column: periods or units
     * @param columns of values
     * @param latest null where there can be no figure; the note then says why
     * @param note what has to be known beside it
     */
    public record Card(
            String id,
            String code,
            String name,
            @Nullable String href,
            String basis,
            FigurePage.@Nullable Value latest,
            String period,
            String reported,
            boolean estimated,
            FigurePage.@Nullable Chart chart,
            String heading,
            List<String> columns,
            List<Line> lines,
            @Nullable String note) {
        /** Of an indicator or element that is no more, or that no form asks for any more. */
        static Card gone(String code, int number, String why) {
            return silent(code, code, null, number, why);
        }

        /** Of one of which there can be no figure. */
        static Card silent(String code, String name, @Nullable String href, int number, String why) {
            return new Card(
                    String.valueOf(number),
                    code,
                    name,
                    href,
                    "",
                    null,
                    "",
                    "",
                    false,
                    null,
                    "",
                    List.of(),
                    List.of(),
                    why);
        }
    }

    public record Line(String heading, List<FigurePage.Value> values, String reported, boolean estimated) {}

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
            @Nullable Part part,
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
