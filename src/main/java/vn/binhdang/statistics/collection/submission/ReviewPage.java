package vn.binhdang.statistics.collection.submission;

import java.util.List;

/**
 * A submission as whoever accepts it looks at it.
 * @param own the actor entered or submitted it and so does not decide
 */
public record ReviewPage(
        String title,
        String lead,
        String address,
        String entryHref,
        int edition,
        boolean open,
        boolean own,
        String saved,
        StatePart state,
        List<Said> findings,
        List<Table> tables,
        List<Collected> collected,
        String words,
        String wordsMistake,
        String reason,
        String reasonMistake) {
    /** @param href of the first figure it speaks of */
    public record Said(boolean error, String words, String href, String note) {}

    public record Table(String name, List<String> columns, List<Row> rows) {}

    public record Row(String name, List<Cell> cells) {}

    /**
     * @param slot -1 where nothing is asked
     * @param was what stood in the accepted revision, where it was another figure
     * @param note of the unit
     */
    public record Cell(int slot, String label, String value, String was, String note, boolean chosen) {}

    /** A remark that was not sent yet. */
    public record Collected(String id, String cell, String words) {}
}
