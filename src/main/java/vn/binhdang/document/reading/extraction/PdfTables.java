package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfRulings.Ruling;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/** The ruled tables of a page: lines that cross each other, directly or over others, make one table. */
final class PdfTables {
    private static final float TOUCHING = 3;

    /** Merged lines of one direction; more is a chart or a map. */
    private static final int MOST_LINES = 600;

    private final List<PdfTable> tables;
    private @Nullable Place last;
    private float lastX = Float.NaN;
    private float lastY = Float.NaN;

    private PdfTables(List<PdfTable> tables) {
        this.tables = tables;
    }

    static PdfTables of(List<Ruling> rulings) {
        var horizontal = joined(rulings, true);
        var vertical = joined(rulings, false);
        if (horizontal.size() > MOST_LINES || vertical.size() > MOST_LINES) return new PdfTables(List.of());
        return new PdfTables(crossing(horizontal, vertical));
    }

    /** From top to bottom. */
    List<PdfTable> tables() {
        return tables;
    }

    /** Null outside tables. Letters come in the order drawn, so most lie where the one before lay. */
    @Nullable
    Place placeOf(PdfGlyph glyph) {
        if (tables.isEmpty()) return null;
        float x = (glyph.x() + glyph.end()) / 2;
        float y = glyph.y() - glyph.size() / 4;
        if (y == lastY && last != null && Math.abs(x - lastX) < glyph.size() / 4) return last;
        lastX = x;
        lastY = y;
        last = null;
        for (PdfTable table : tables)
            if (table.contains(x, y)) {
                last = table.placeOf(x, y);
                break;
            }
        return last;
    }

    /** Pieces of one direction put together to whole lines, sorted by position. */
    private static List<Ruling> joined(List<Ruling> rulings, boolean horizontal) {
        var pieces = new ArrayList<Ruling>();
        for (Ruling ruling : rulings) if (ruling.horizontal() == horizontal) pieces.add(ruling);
        // Positions in steps of a point, so that pieces of one line stand beside each other, then along the line.
        pieces.sort(
                Comparator.<Ruling>comparingInt(piece -> Math.round(piece.at())).thenComparingDouble(Ruling::from));
        var lines = new ArrayList<Ruling>();
        for (Ruling piece : pieces) {
            Ruling before = lines.isEmpty() ? null : lines.getLast();
            if (before == null || !continues(before, piece)) lines.add(piece);
            else
                lines.set(
                        lines.size() - 1,
                        new Ruling(horizontal, before.at(), before.from(), Math.max(before.to(), piece.to())));
        }
        lines.sort(Comparator.comparingDouble(Ruling::at));
        return lines;
    }

    private static boolean continues(Ruling before, Ruling piece) {
        return Math.round(before.at()) == Math.round(piece.at()) && piece.from() <= before.to() + TOUCHING;
    }

    private static List<PdfTable> crossing(List<Ruling> horizontal, List<Ruling> vertical) {
        int[] group = new int[horizontal.size() + vertical.size()];
        for (int i = 0; i < group.length; i++) group[i] = i;
        for (int h = 0; h < horizontal.size(); h++)
            for (int v = 0; v < vertical.size(); v++)
                if (cross(horizontal.get(h), vertical.get(v)))
                    group[root(group, horizontal.size() + v)] = root(group, h);
        var tables = new ArrayList<PdfTable>();
        for (int root = 0; root < group.length; root++) {
            var rows = members(horizontal, group, 0, root);
            var columns = members(vertical, group, horizontal.size(), root);
            if (rows.size() < 2 || columns.size() < 2) continue;
            var table = new PdfTable(rows, columns);
            // One box around text is a frame, not a table.
            if (table.rows() >= 1 && table.columns() >= 1 && table.rows() + table.columns() > 2) tables.add(table);
        }
        tables.sort(Comparator.comparingDouble(PdfTable::top));
        return tables;
    }

    private static boolean cross(Ruling horizontal, Ruling vertical) {
        return vertical.at() >= horizontal.from() - TOUCHING
                && vertical.at() <= horizontal.to() + TOUCHING
                && horizontal.at() >= vertical.from() - TOUCHING
                && horizontal.at() <= vertical.to() + TOUCHING;
    }

    private static List<Ruling> members(List<Ruling> lines, int[] group, int offset, int root) {
        var members = new ArrayList<Ruling>();
        for (int i = 0; i < lines.size(); i++) if (root(group, offset + i) == root) members.add(lines.get(i));
        return members;
    }

    private static int root(int[] group, int at) {
        while (group[at] != at) at = group[at] = group[group[at]];
        return at;
    }
}
