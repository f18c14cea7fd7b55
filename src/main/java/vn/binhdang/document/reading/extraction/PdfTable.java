package vn.binhdang.document.reading.extraction;

import java.util.List;
import vn.binhdang.document.reading.extraction.PdfRulings.Ruling;

/**
 * A table that its borders show. Rows and columns are counted along all borders; a merged cell stands where it begins,
 * found as the nearest border above and to the left that really passes there.
 */
final class PdfTable {
    /** A cell of a table on this page. */
    record Place(PdfTable table, int row, int column) {}

    private static final float NEAR = 2;

    private final List<Ruling> horizontal;
    private final List<Ruling> vertical;
    private final float[] rowEdges;
    private final float[] columnEdges;

    /** @param horizontal and {@code vertical} sorted by position */
    PdfTable(List<Ruling> horizontal, List<Ruling> vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.rowEdges = edges(horizontal);
        this.columnEdges = edges(vertical);
    }

    private static float[] edges(List<Ruling> rulings) {
        float[] edges = new float[rulings.size()];
        int count = 0;
        for (Ruling ruling : rulings)
            if (count == 0 || ruling.at() - edges[count - 1] > NEAR) edges[count++] = ruling.at();
        return java.util.Arrays.copyOf(edges, count);
    }

    int columns() {
        return columnEdges.length - 1;
    }

    int rows() {
        return rowEdges.length - 1;
    }

    float top() {
        return rowEdges[0];
    }

    float bottom() {
        return rowEdges[rowEdges.length - 1];
    }

    boolean contains(float x, float y) {
        return x >= columnEdges[0] - NEAR
                && x <= columnEdges[columnEdges.length - 1] + NEAR
                && y >= top() - NEAR
                && y <= bottom() + NEAR;
    }

    Place placeOf(float x, float y) {
        return new Place(
                this,
                indexOf(rowEdges, lastBefore(horizontal, y, x)),
                indexOf(columnEdges, lastBefore(vertical, x, y)));
    }

    /** Position of the nearest ruling before {@code at} that passes {@code across}. */
    private static float lastBefore(List<Ruling> rulings, float at, float across) {
        float last = rulings.getFirst().at();
        for (Ruling ruling : rulings) {
            if (ruling.at() > at) break;
            if (ruling.from() - NEAR <= across && across <= ruling.to() + NEAR) last = ruling.at();
        }
        return last;
    }

    private static int indexOf(float[] edges, float position) {
        int index = 0;
        while (index + 1 < edges.length - 1 && edges[index + 1] <= position + NEAR / 2) index++;
        return index;
    }

    /** Whether this table, at the top of a page, goes on with the other's columns. */
    boolean hasColumnsOf(PdfTable other) {
        if (columnEdges.length != other.columnEdges.length) return false;
        for (int i = 0; i < columnEdges.length; i++)
            if (Math.abs(columnEdges[i] - other.columnEdges[i]) > 2 * NEAR) return false;
        return true;
    }
}
