package vn.binhdang.statistics.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a unit and how far they are.
 *
 * @param themes of the indicators that have targets
 * @param years of the targets
 * @param standing what is chosen of the counts; empty for all
 * @param counts each with the address of its rows; the first one is all of them
 * @param found how many rows there are and which of them are on the page
 * @param clear address of everything; null where nothing is left out
 * @param part the way to the other pages; null when all rows are on one
 * @param any whether the unit has targets at all
 * @param download address of the rows as a file, without the format
 */
public record ScorePage(
        BoardPage.Filter filter,
        String words,
        List<FigurePage.Choice> themes,
        List<FigurePage.Choice> years,
        String standing,
        String unitName,
        String mapSentence,
        List<Count> counts,
        List<Row> rows,
        String found,
        @Nullable String clear,
        BoardPage.@Nullable Part part,
        boolean any,
        String download,
        String board) {

    /** How many targets stand so. */
    public record Count(String number, String words, String href, boolean chosen) {}

    /**
     * @param goalLanguage in which the target is said
     * @param look word of the state for the style sheet
     * @param why in words: from where to where the line goes, or why nothing can be said
     */
    public record Row(
            String name,
            String href,
            String basis,
            String goal,
            String goalLanguage,
            String year,
            boolean official,
            FigurePage.Value value,
            String period,
            String reported,
            String state,
            String look,
            String why) {}
}
