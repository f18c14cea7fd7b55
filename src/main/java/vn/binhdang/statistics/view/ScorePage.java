package vn.binhdang.statistics.view;

import java.util.List;

/** The targets of a unit and how far they are. */
public record ScorePage(
        BoardPage.Filter filter,
        String unitName,
        String mapSentence,
        List<Count> counts,
        List<Row> rows,
        String board) {

    /** How many targets stand so. */
    public record Count(String number, String words) {}

    /**
     * @param look word of the state for the style sheet
     * @param why in words: from where to where the line goes, or why nothing can be said
     */
    public record Row(
            String name,
            String href,
            String basis,
            String goal,
            boolean official,
            FigurePage.Value value,
            String period,
            String reported,
            String state,
            String look,
            String why) {}
}
