package vn.binhdang.statistics.collection.submission;

import java.util.List;

/** What waits to be accepted, one form and period at a time. */
public record AcceptPage(
        String saved,
        List<String> problems,
        List<Group> groups,
        String chosen,
        String title,
        List<Row> rows,
        boolean anyClean,
        String next) {
    /** @param key "form/period" */
    public record Group(String key, String label, boolean chosen) {}

    /**
     * @param value id and edition, for a box to tick; empty when it is looked at by itself
     * @param warns how many things the rules say
     */
    public record Row(
            String value,
            String unit,
            String href,
            String sent,
            boolean late,
            String amendment,
            String warns,
            String why) {}
}
