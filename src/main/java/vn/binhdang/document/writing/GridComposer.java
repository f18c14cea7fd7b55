package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.binhdang.document.writing.Piece.Cell;
import vn.binhdang.document.writing.Piece.Grid;

/** A table across the width of the text; the columns share it by what stands in them. */
final class GridComposer {
    /** Sizes tried until the longest word of every column fits; the body's own size first. */
    private static final List<Double> SIZES = List.of(PartStyle.TABLE_CELL.sizePt(), 12.0, 11.0, 10.0);

    /** Beyond this a cell's text wraps anyway, and a longer one needs no wider column. */
    private static final double WIDEST_WISH_MM = 90;

    /** Lines, and the rounding of widths to whole twips and points. */
    private static final double BORDER_MM = 0.6;

    private final List<List<String>> rows;
    private final int columns;

    private GridComposer(List<List<String>> rows) {
        this.rows = rows;
        this.columns = rows.stream().mapToInt(List::size).max().orElse(1);
    }

    static Grid compose(List<List<String>> rows, double widthMm) {
        var composer = new GridComposer(rows);
        for (double size : SIZES) {
            var least = composer.leastWidths(size);
            if (Arrays.stream(least).sum() <= widthMm)
                return composer.grid(size, composer.shared(least, size, widthMm));
        }
        // more columns than the page can hold in words: they break inside words rather than leave the page
        double size = SIZES.getLast();
        var least = composer.leastWidths(size);
        double shrink = widthMm / Arrays.stream(least).sum();
        return composer.grid(
                size, Arrays.stream(least).map(width -> width * shrink).toArray());
    }

    private Grid grid(double sizePt, double[] widths) {
        var styles = IntStream.range(0, columns)
                .mapToObj(column -> holdsNumbers(column) ? PartStyle.TABLE_NUMBER : PartStyle.TABLE_CELL)
                .toList();
        var cells = new ArrayList<List<Cell>>();
        for (int row = 0; row < rows.size(); row++) {
            var line = new ArrayList<Cell>();
            for (int column = 0; column < columns; column++)
                line.add(new Cell(row == 0 ? PartStyle.TABLE_HEAD : styles.get(column), text(row, column)));
            cells.add(line);
        }
        return new Grid(Arrays.stream(widths).boxed().toList(), sizePt, cells);
    }

    /** Ordinals, counts, percentages and dates stand in the middle of their column. */
    private boolean holdsNumbers(int column) {
        return IntStream.range(1, rows.size())
                .mapToObj(row -> text(row, column))
                .allMatch(text -> text.matches("[\\d.,/%+\\- ]{0,12}|[IVX]{1,5}\\.?"));
    }

    private String text(int row, int column) {
        var cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    /** What each column needs so that no word is broken. */
    private double[] leastWidths(double size) {
        return widths(
                size,
                (face, text) -> Arrays.stream(text.split("\\s+"))
                        .mapToDouble(word -> face.width(word, size))
                        .max()
                        .orElse(0));
    }

    /** What is left over after the longest words is shared by how much text waits in each column. */
    private double[] shared(double[] least, double size, double widthMm) {
        var wished =
                widths(size, (face, text) -> Math.min(face.width(text, size), DecreeLayout.points(WIDEST_WISH_MM)));
        double left = widthMm - Arrays.stream(least).sum();
        double wanted = IntStream.range(0, columns)
                .mapToDouble(i -> wished[i] - least[i])
                .sum();
        // an all-narrow table is stretched evenly, so that it still spans the text
        return IntStream.range(0, columns)
                .mapToDouble(i -> wanted <= left
                        ? wished[i]
                                + (left - wanted)
                                        * wished[i]
                                        / Arrays.stream(wished).sum()
                        : least[i] + left * (wished[i] - least[i]) / wanted)
                .toArray();
    }

    private double[] widths(double size, java.util.function.ToDoubleBiFunction<Typeface, String> measure) {
        double around = 2 * DecreeLayout.CELL_PADDING_MM + BORDER_MM;
        var widths = new double[columns];
        for (int column = 0; column < columns; column++)
            for (int row = 0; row < rows.size(); row++) {
                var face = row == 0 ? Typeface.BOLD : Typeface.REGULAR;
                double width = DecreeLayout.mm(measure.applyAsDouble(face, text(row, column)));
                widths[column] = Math.max(widths[column], width + around);
            }
        return widths;
    }
}
