package vn.binhdang.statistics.collection.board;

import java.util.List;

/** Who was urged for a form and period. */
public record LogPage(String title, String lead, String back, List<Line> lines) {
    public record Line(String unit, String when, String who, String agency, String way, String told) {}
}
