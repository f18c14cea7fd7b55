package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.reading.extraction.PdfRow.Gap;

/**
 * Puts rows into reading order: where several rows in a row leave the same gap free, they are two columns and are read
 * one after the other. So the head of a document (issuer | national motto) and its tail (Nơi nhận | signature) come out
 * as the blocks they are, although a line of one may stand on the height of a line of the other.
 */
final class PdfColumns {
    /** Columns within columns: a list of recipients with a brace has one more. */
    private static final int DEEPEST = 3;

    /** Heights of a line between two rows of one column block; the space for a signature is the largest seen. */
    private static final float SIGNATURE_SPACE = 9;

    /** A line in the left column alone that keeps more distance belongs to what follows ("Kính gửi"). */
    private static final float LEFT_DISTANCE = 2.2f;

    private static final float NARROWEST_GAP = 0.6f;
    private static final int MOST_ROWS = 400;

    private PdfColumns() {}

    static List<PdfRow> inReadingOrder(List<PdfRow> rows) {
        return inReadingOrder(rows, 0);
    }

    private static List<PdfRow> inReadingOrder(List<PdfRow> rows, int depth) {
        if (depth == DEEPEST) return rows;
        var ordered = new ArrayList<PdfRow>();
        int at = 0;
        while (at < rows.size()) {
            Block block = Block.from(rows, at);
            if (block == null) {
                ordered.add(rows.get(at++));
                continue;
            }
            // The right column may begin above the left one: "TM. ỦY BAN NHÂN DÂN" above the level of "Nơi nhận".
            var right = new ArrayList<PdfFragment>();
            while (!ordered.isEmpty() && block.takesFromAbove(ordered.getLast(), rows.get(at)))
                right.addAll(ordered.removeLast().fragments());
            var left = new ArrayList<PdfFragment>();
            for (PdfRow row : rows.subList(at, block.end)) {
                left.addAll(row.leftOf(block.gap));
                right.addAll(row.rightOf(block.gap));
            }
            ordered.addAll(inReadingOrder(PdfRow.of(left), depth + 1));
            ordered.addAll(inReadingOrder(PdfRow.of(right), depth + 1));
            at = block.end;
        }
        return ordered;
    }

    /** Rows that share a gap, up to (not including) {@code end}. */
    private static final class Block {
        private Gap gap;
        private int end;

        private Block(Gap gap, int end) {
            this.gap = gap;
            this.end = end;
        }

        /** Null when the row at {@code start} begins no block. */
        static @org.jspecify.annotations.Nullable Block from(List<PdfRow> rows, int start) {
            PdfRow first = rows.get(start);
            Gap seed = first.widestGap();
            if (seed.width() == 0) return null;
            var block = new Block(seed, start + 1);
            int twoSided = 1;
            for (int i = start + 1; i < Math.min(rows.size(), start + MOST_ROWS); i++) {
                PdfRow row = rows.get(i);
                PdfRow above = rows.get(i - 1);
                Gap narrowed = row.narrow(block.gap);
                if (narrowed.width() < NARROWEST_GAP * row.size()) break;
                boolean left = row.hasLeftOf(narrowed);
                boolean right = row.hasRightOf(narrowed);
                float distance = row.y() - above.y();
                if (distance > (right ? SIGNATURE_SPACE : LEFT_DISTANCE) * row.size()) break;
                if (left && right) twoSided++;
                block.gap = narrowed;
                block.end = i + 1;
            }
            return twoSided > 1 || first.isCertain(seed) ? block : null;
        }

        boolean takesFromAbove(PdfRow row, PdfRow first) {
            return row.x() > gap.middle() && first.y() > row.y() && first.y() - row.y() < LEFT_DISTANCE * row.size();
        }
    }
}
