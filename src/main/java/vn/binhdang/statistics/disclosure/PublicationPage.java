package vn.binhdang.statistics.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param map on whose map the units are; empty when each period stands on its own
 * @param facts what the proof says: label and value, without a count that is not shown
 * @param withdrawn since when nobody gets it any more, and why; empty when it holds
 * @param withdrawal null for who may not withdraw it, or when there is nothing to withdraw
 * @param downloads in each format; none while it is not published
 * @param publishAction empty when the actor cannot publish it (any more)
 * @param discardAction empty when the actor cannot discard it (any more)
 * @param barred why it can only be discarded; empty otherwise
 */
public record PublicationPage(
        String title,
        boolean published,
        String lead,
        String map,
        List<Sheet> sheets,
        List<Fact> facts,
        String rounding,
        String publishAction,
        String discardAction,
        String barred,
        String saved,
        String withdrawn,
        @Nullable Withdrawal withdrawal,
        List<Download> downloads) {

    /** A table of one element in one period. */
    public record Sheet(String caption, List<String> columns, List<Row> rows) {}

    public record Row(String name, List<Field> fields) {}

    /** @param withheld there is a count, and it is not shown */
    public record Field(String text, boolean withheld) {}

    public record Fact(String label, String value) {}

    /** @param typed reason that was refused, with the sentence; both empty at first */
    public record Withdrawal(String action, String typed, String mistake) {}

    public record Download(String href, String label) {}
}
