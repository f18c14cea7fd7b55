package vn.binhdang.plan.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Purpose × target × task of one plan, ready to print.
 *
 * @param state of the plan, in words
 * @param note whether links are still part of a draft or dated additions to an issued text
 * @param columns of the grid: the numbers of the targets
 * @param idle tasks that serve no target
 */
public record TargetMatrixPage(
        String planHref,
        String address,
        String title,
        String state,
        String note,
        boolean mayLink,
        List<Figure> figures,
        List<Purpose> purposes,
        List<Cell> unnamed,
        List<Task> idle,
        List<String> columns,
        List<GridRow> grid,
        String printedOn) {

    public record Figure(String number, String label, boolean flagged) {}

    /**
     * A purpose, or a target that the plan sets itself.
     * @param mark which of both, in words; empty for a purpose
     * @param none that it serves no target, in words
     */
    public record Purpose(String mark, String label, String text, String none, String href, List<Cell> cells) {}

    /** @param since when it was linked after the issue; else empty */
    public record Cell(TargetView target, String since, List<Task> tasks) {}

    public record Task(String label, String text, String href) {}

    /**
     * @param value what it sets for which year, in words
     * @param mark "official" or "unverified"
     * @param ended its period is over before the year of the plan; else empty
     */
    public record TargetView(
            String code,
            String number,
            String name,
            String language,
            String document,
            String value,
            String mark,
            String markWord,
            String ended,
            @Nullable String source) {}

    /**
     * @param name number and first words: several purposes of one heading have the same number
     * @param flagged it serves no target at all
     * @param cells words of each column; {@code flagged} where a task is missing
     */
    public record GridRow(String label, String text, String name, boolean flagged, List<GridCell> cells) {}

    public record GridCell(String words, boolean flagged) {}
}
