package vn.binhdang.document.drafting;

import java.util.List;

/**
 * Two people changed the same part: both versions side by side.
 * @param action where "keep mine" posts {@code hidden} again
 */
public record ConflictPage(String action, List<Pair> pairs, List<Hidden> hidden, String back) {
    /** @param value of the field that stands for {@code theirs} */
    public record Pair(String name, String label, String mine, String theirs, String value) {}

    public record Hidden(String name, String value) {}
}
