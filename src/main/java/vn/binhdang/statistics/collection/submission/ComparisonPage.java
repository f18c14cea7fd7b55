package vn.binhdang.statistics.collection.submission;

import java.util.List;

/**
 * An amendment beside what it amends.
 * @param unchanged how many figures are the same in both
 */
public record ComparisonPage(
        String title,
        String lead,
        String address,
        String why,
        String oldHead,
        String newHead,
        int unchanged,
        List<Line> lines) {
    /** @param difference empty where one of the two is no figure */
    public record Line(String name, String before, String after, String difference) {}
}
