package vn.binhdang.statistics.disclosure;

import java.util.List;

/**
 * @param facts what the proof says: label and value, without a count that is not shown
 * @param publishAction empty when the actor cannot publish it (any more)
 */
public record PublicationPage(
        String title,
        boolean published,
        String lead,
        List<Sheet> sheets,
        List<Fact> facts,
        String rounding,
        String publishAction,
        String discardAction,
        String saved) {

    /** A table of one element in one period. */
    public record Sheet(String caption, List<String> columns, List<Row> rows) {}

    public record Row(String name, List<Field> fields) {}

    /** @param withheld there is a count, and it is not shown */
    public record Field(String text, boolean withheld) {}

    public record Fact(String label, String value) {}
}
