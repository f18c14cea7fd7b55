package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where paragraphs begin: behind a line that had room for the next word, and behind more white than there is between the
 * lines of one paragraph. Decree 30 asks for at least 6 points more. How far apart those are is learned from the document, for each size of letters.
 */
final class PdfGaps {
    /** Half of what the decree asks for. */
    private static final float LEAST_GAP = 3;

    /** Lines further apart, in font sizes, were not set as lines of one text. */
    private static final float FURTHEST = 3;

    /** A distance is the one of lines when it is not a chance: this often, and this share of all. */
    private static final int FEWEST = 2;

    private static final int RAREST_IN_HUNDRED = 4;

    private final Set<PdfLine> after = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfGaps() {}

    static PdfGaps of(List<PdfLine> lines) {
        var gaps = new PdfGaps();
        Map<Integer, List<Integer>> distances = new HashMap<>();
        for (int i = 1; i < lines.size(); i++)
            if (follows(lines.get(i), lines.get(i - 1)) && isText(lines.get(i), lines.get(i - 1)))
                distances
                        .computeIfAbsent(half(lines.get(i).size()), _ -> new ArrayList<>())
                        .add(half(distance(lines, i)));
        Map<Integer, Integer> pitches = new HashMap<>();
        distances.forEach((size, found) -> pitch(found, pitches, size));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).parted()) gaps.after.add(lines.get(i));
            var pitch = pitches.get(
                    half(Math.max(lines.get(i).size(), lines.get(i - 1).size())));
            if (pitch != null && follows(lines.get(i), lines.get(i - 1)) && distance(lines, i) > pitch / 2f + LEAST_GAP)
                gaps.after.add(lines.get(i));
        }
        return gaps;
    }

    boolean isBefore(PdfLine line) {
        return after.contains(line);
    }

    private static void pitch(List<Integer> distances, Map<Integer, Integer> pitches, int size) {
        var counts = new TreeMap<Integer, Integer>();
        for (int distance : distances) counts.merge(distance, 1, Integer::sum);
        for (var count : counts.entrySet())
            if (count.getValue() >= FEWEST && count.getValue() * 100 >= RAREST_IN_HUNDRED * distances.size()) {
                pitches.put(size, count.getKey());
                return;
            }
    }

    /** Below the line before, on the same page and outside tables; not at the head of the next column. */
    private static boolean follows(PdfLine line, PdfLine before) {
        return line.page() == before.page()
                && line.place() == null
                && before.place() == null
                && line.y() > before.y()
                && line.y() - before.y() < FURTHEST * line.size();
    }

    /** Titles are set closer than the text below them. */
    private static boolean isText(PdfLine line, PdfLine before) {
        return half(line.size()) == half(before.size())
                && !line.bold()
                && !line.centred()
                && !before.bold()
                && !before.centred();
    }

    private static float distance(List<PdfLine> lines, int at) {
        return lines.get(at).y() - lines.get(at - 1).y();
    }

    private static int half(float points) {
        return Math.round(points * 2);
    }
}
