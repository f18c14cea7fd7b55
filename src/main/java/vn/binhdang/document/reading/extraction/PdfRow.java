package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Fragments on one height of the page, from left to right. */
record PdfRow(List<PdfFragment> fragments) {
    /** In font sizes. The spaces of a justified line stay below; the gap between two columns does not. */
    static final float COLUMN_GAP = 0.9f;

    /** In font sizes: so wide a gap is a column even when only one row shows it. */
    private static final float CERTAIN_GAP = 3;

    private static final float SAME_HEIGHT = 0.5f;

    /** Less than the distance of two lines of one paragraph: beside each other, they are lines of two columns. */
    private static final float SAME_HEIGHT_BESIDE = 0.95f;

    /** A gap between two fragments: what lies left of {@code from}, what right of {@code to}. */
    record Gap(float from, float to) {
        float width() {
            return to - from;
        }

        float middle() {
            return (from + to) / 2;
        }
    }

    /** Rows from top to bottom. */
    static List<PdfRow> of(List<PdfFragment> fragments) {
        var sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingDouble(fragment -> fragment.y));
        var rows = new ArrayList<PdfRow>();
        var row = new ArrayList<PdfFragment>();
        for (var fragment : sorted) {
            if (!row.isEmpty() && !isOnRow(fragment, row)) {
                rows.add(fromLeft(row));
                row = new ArrayList<>();
            }
            row.add(fragment);
        }
        if (!row.isEmpty()) rows.add(fromLeft(row));
        return rows;
    }

    private static boolean isOnRow(PdfFragment fragment, List<PdfFragment> row) {
        float lower = fragment.y - row.getFirst().y;
        float size = Math.min(fragment.size, row.getFirst().size);
        return lower <= SAME_HEIGHT * size
                || lower <= SAME_HEIGHT_BESIDE * size && row.stream().allMatch(fragment::isBeside);
    }

    private static PdfRow fromLeft(List<PdfFragment> row) {
        row.sort(Comparator.comparingDouble(fragment -> fragment.x));
        return new PdfRow(List.copyOf(row));
    }

    float y() {
        return fragments.getFirst().y;
    }

    float size() {
        return fragments.getFirst().size;
    }

    float x() {
        return fragments.getFirst().x;
    }

    /** About: the letters of the first fragment are taken to be equally wide. */
    float firstWordWidth() {
        var first = fragments.getFirst();
        int space = first.text().indexOf(' ');
        float width = first.end() - first.x;
        return space < 0 ? width : width * space / first.text().length();
    }

    float end() {
        return fragments.getLast().end();
    }

    /** The widest gap that may part columns; of no width when there is none. */
    Gap widestGap() {
        var widest = new Gap(0, 0);
        for (int i = 1; i < fragments.size(); i++) {
            var before = fragments.get(i - 1);
            if (i == 1 && before.isLabel()) continue;
            var gap = new Gap(before.end(), fragments.get(i).x);
            if (gap.width() >= COLUMN_GAP * size() && gap.width() > widest.width()) widest = gap;
        }
        return widest;
    }

    boolean isCertain(Gap gap) {
        return gap.width() >= CERTAIN_GAP * size();
    }

    /** What remains of a gap when this row keeps out of it, each fragment going to the side where its middle lies. */
    Gap narrow(Gap gap) {
        float from = gap.from();
        float to = gap.to();
        for (var fragment : fragments) {
            if (fragment.middle() < gap.middle()) from = Math.max(from, fragment.end());
            else to = Math.min(to, fragment.x);
        }
        return new Gap(from, to);
    }

    boolean hasLeftOf(Gap gap) {
        return x() < gap.middle();
    }

    boolean hasRightOf(Gap gap) {
        return end() > gap.middle();
    }

    List<PdfFragment> leftOf(Gap gap) {
        return those(fragment -> fragment.middle() < gap.middle());
    }

    List<PdfFragment> rightOf(Gap gap) {
        return those(fragment -> fragment.middle() >= gap.middle());
    }

    private List<PdfFragment> those(Predicate<PdfFragment> wanted) {
        return fragments.stream().filter(wanted).toList();
    }

    String text() {
        var text = new StringBuilder();
        for (var fragment : fragments) {
            if (!text.isEmpty()) text.append(' ');
            text.append(fragment.text());
        }
        return text.toString();
    }

    boolean bold() {
        return lettersAre(PdfFragment::bold);
    }

    boolean italic() {
        return lettersAre(PdfFragment::italic);
    }

    private boolean lettersAre(Predicate<PdfFragment> look) {
        boolean any = false;
        for (var fragment : fragments) {
            if (!fragment.hasLetters()) continue;
            if (!look.test(fragment)) return false;
            any = true;
        }
        return any;
    }
}
