package vn.binhdang.document.reading.extraction;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The straight lines drawn on a page, horizontal and vertical: borders of tables. Programs draw them as strokes or as
 * very thin filled boxes, in many pieces.
 */
final class PdfRulings {
    /** A piece of a line; {@code at} is its y (horizontal) or x (vertical). */
    record Ruling(boolean horizontal, float at, float from, float to) {}

    private static final float THICKEST = 3;
    private static final float SHORTEST = 4;
    private static final float SLANT = 1;

    /** A page with more pieces is a drawing or a map, where no table could be told from the rest. */
    private static final int MOST = 20_000;

    private final List<Ruling> painted = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private float startX;
    private float startY;
    private float x;
    private float y;

    void moveTo(Point2D.Float to) {
        startX = x = to.x;
        startY = y = to.y;
    }

    void lineTo(Point2D.Float to) {
        if (path.size() < MOST) path.add(new float[] {x, y, to.x, to.y});
        x = to.x;
        y = to.y;
    }

    void closePath() {
        if (x != startX || y != startY) lineTo(new Point2D.Float(startX, startY));
    }

    void rectangle(Point2D.Float corner, Point2D.Float opposite) {
        moveTo(corner);
        lineTo(new Point2D.Float(opposite.x, corner.y));
        lineTo(opposite);
        lineTo(new Point2D.Float(corner.x, opposite.y));
        closePath();
    }

    void stroke() {
        for (float[] s : path) add(s[0], s[1], s[2], s[3]);
        path.clear();
    }

    /** Only a thin box is a line; a wide one is shading. Segments are taken in fours, as boxes come. */
    void fill() {
        for (int i = 0; i + 3 < path.size(); i += 4) fillBox(path.subList(i, i + 4));
        path.clear();
    }

    private void fillBox(List<float[]> sides) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (float[] side : sides) {
            left = Math.min(left, Math.min(side[0], side[2]));
            right = Math.max(right, Math.max(side[0], side[2]));
            bottom = Math.min(bottom, Math.min(side[1], side[3]));
            top = Math.max(top, Math.max(side[1], side[3]));
        }
        if (top - bottom <= THICKEST) add(left, (top + bottom) / 2, right, (top + bottom) / 2);
        else if (right - left <= THICKEST) add((left + right) / 2, bottom, (left + right) / 2, top);
    }

    /** A path that only clips, or is given up. */
    void discard() {
        path.clear();
    }

    private void add(float x1, float y1, float x2, float y2) {
        if (painted.size() >= MOST) return;
        if (Math.abs(y1 - y2) <= SLANT && Math.abs(x1 - x2) >= SHORTEST)
            painted.add(new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
        else if (Math.abs(x1 - x2) <= SLANT && Math.abs(y1 - y2) >= SHORTEST)
            painted.add(new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
    }

    /** In the coordinates of the page description: y grows upwards. */
    List<Ruling> painted() {
        return painted.size() >= MOST ? List.of() : painted;
    }
}
