package vn.binhdang.execution.start;

import java.util.List;

/**
 * What the actor has to read, and what they said that they have read.
 * @param status what the last press did; empty on a first look
 */
public record ReadPage(String status, List<Line> toRead, String firstHref, String nextHref, List<Line> read) {
    public record Line(String id, String href, String title, String facts) {}
}
