package vn.binhdang.document.writing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Heading levels for the outline of the file. Levels may not be skipped (PDF/UA, ISO 14289-1 7.4.2) although a plan may
 * go from "II." straight to "a)", so the level is the number of headings a heading really stands below.
 */
final class OutlineLevels {
    private static final int DEEPEST = 6;

    private final int above;
    private final Deque<Integer> open = new ArrayDeque<>();

    OutlineLevels(int above) {
        this.above = above;
    }

    /** @param rank the smaller, the further up; a heading closes those of its own rank and below */
    int enter(int rank) {
        while (!open.isEmpty() && open.peek() >= rank) open.pop();
        open.push(rank);
        return Math.min(DEEPEST, above + open.size());
    }
}
