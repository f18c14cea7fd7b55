package vn.binhdang.statistics.view;

import java.util.List;

/**
 * @param fixed of the fields that are neither in rows nor in columns, which value is shown
 * @param cut what was asked for and is not shown, in words
 */
public record PivotPage(
        BoardPage.Filter filter,
        String unitName,
        String mapSentence,
        List<FigurePage.Choice> rowFields,
        List<FigurePage.Choice> columnFields,
        List<FigurePage.Choice> indicators,
        List<FigurePage.Choice> dimensions,
        List<FigurePage.Choice> categories,
        List<FigurePage.Choice> periods,
        List<FigurePage.Choice> levels,
        List<String> fixed,
        String corner,
        List<String> columns,
        List<Line> lines,
        List<String> cut,
        String download,
        String board) {

    public record Line(String name, List<Cell> cells) {}

    public record Cell(FigurePage.Value value, boolean estimated) {}
}
