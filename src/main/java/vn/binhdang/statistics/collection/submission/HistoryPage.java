package vn.binhdang.statistics.collection.submission;

import java.util.List;

/** Every step of an answer and its amendments, the latest first. */
public record HistoryPage(String title, String lead, String address, List<Line> lines) {
    /** @param late what is to be said about the deadline; empty when it was in time or there is none */
    public record Line(String when, String what, String who, String agency, String reason, String late) {}
}
