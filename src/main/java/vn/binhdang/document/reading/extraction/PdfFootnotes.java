package vn.binhdang.document.reading.extraction;

import java.util.List;
import vn.binhdang.document.reading.extraction.PdfRulings.Ruling;

/**
 * Footnotes at the foot of a page: below a short rule at the left margin, in smaller letters, the first with its mark.
 * They would stand in the middle of a sentence that goes on overleaf, so they are left out of the flow.
 */
final class PdfFootnotes {
    private static final float SHORTEST_RULE = 90;
    private static final float LONGEST_RULE = 220;
    private static final float AT_MARGIN = 12;
    private static final float SMALLER = 0.93f;

    private PdfFootnotes() {}

    /** @param rows from top to bottom, outside tables */
    static List<PdfRow> leftOut(List<PdfRow> rows, List<Ruling> rulings, float leftMargin) {
        if (rows.size() < 3) return rows;
        float bodySize = rows.get(rows.size() / 3).size();
        for (Ruling rule : rulings) {
            float length = rule.to() - rule.from();
            if (!rule.horizontal()
                    || length < SHORTEST_RULE
                    || length > LONGEST_RULE
                    || Math.abs(rule.from() - leftMargin) > AT_MARGIN) continue;
            int first = 0;
            while (first < rows.size() && rows.get(first).y() < rule.at()) first++;
            if (first > 0 && first < rows.size() && areNotes(rows.subList(first, rows.size()), bodySize))
                return rows.subList(0, first);
        }
        return rows;
    }

    private static boolean areNotes(List<PdfRow> rows, float bodySize) {
        String start = rows.getFirst().text().strip();
        boolean marked = !start.isEmpty()
                && (Character.isDigit(start.charAt(0)) || start.startsWith("*") || start.startsWith("["));
        // The last row may be the page number, in the size of the body.
        return marked
                && rows.stream().limit(Math.max(1, rows.size() - 1)).allMatch(row -> largest(row) < SMALLER * bodySize);
    }

    private static float largest(PdfRow row) {
        float largest = 0;
        for (var fragment : row.fragments()) largest = Math.max(largest, fragment.size);
        return largest;
    }
}
