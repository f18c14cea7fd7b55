package vn.binhdang.statistics.view;

import java.util.List;

/**
 * @param fixed of the fields that are neither in rows nor in columns, which value is shown
 * @param cut more rows or columns were asked for than are shown
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
        boolean cut,
        String download,
        String board) {

    public record Line(String name, List<Cell> cells) {}

    public record Cell(FigurePage.Value value, boolean estimated) {}
}
