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
 * lines of one paragraph. Decree 30 asks for at least 6 points more; how far apart lines are is learned from the document,
 * for each size of letters.
 */
final class PdfGaps {
    /** Half of what the decree asks for. */
    private static final float LEAST_GAP = 3;

    /** Lines further apart, in font sizes, were not set as lines of one text. */
    private static final float FURTHEST = 3;

    /** A distance is the one of lines when it is not a chance: this often, and this share of all. */
    private static final int FEWEST = 2;

    /** In font sizes; a centimetre is two of them. */
    private static final float INDENT = 1.5f;

    /** In font sizes: running text begins no further to the right. */
    private static final float WIDEST_INDENT = 7;

    private static final int RAREST_IN_HUNDRED = 4;

    /** In font sizes: an indented first line begins no further to the right. */
    private static final float WIDEST_FIRST_LINE = 4;

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
        boolean firstLinesIndented = indentsFirstLines(lines);
        boolean roomTells = roomTells(lines);
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (roomTells && isParted(line, lines.get(i - 1))
                    || firstLinesIndented && areFirstLines(line, lines.get(i - 1))) gaps.after.add(line);
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

    /** Not where the lines were broken before they were set: there each line has room, and sentences go on behind it. */
    private static boolean roomTells(List<PdfLine> lines) {
        var wraps = new HardWraps();
        for (int i = 1; i < lines.size(); i++)
            if (isParted(lines.get(i), lines.get(i - 1)))
                wraps.count(lines.get(i - 1).text(), lines.get(i).text());
        return !wraps.areLikely();
    }

    /** The first word would have fitted on the line before; or a page begins with an indented line. */
    private static boolean isParted(PdfLine line, PdfLine before) {
        var flow = line.flow();
        var flowBefore = before.flow();
        if (flow == null || flowBefore == null || flow.indent() > WIDEST_INDENT * line.size()) return false;
        // the lines of a title end where they please; an indented line may look centred, but the next begins at the
        // same place
        if (line.centred() && before.centred() && Math.abs(flow.indent() - flowBefore.indent()) > 1) return false;
        boolean nextPage = line.page() != before.page();
        return flow.firstWord() < flowBefore.room() && (nextPage || line.y() > before.y())
                || nextPage && flow.indent() > INDENT * line.size();
    }

    /** An indented line followed by one at the edge is seen more often than the opposite, which lists do. */
    private static boolean indentsFirstLines(List<PdfLine> lines) {
        int balance = 0;
        for (int i = 1; i < lines.size(); i++) {
            var flow = lines.get(i).flow();
            var before = lines.get(i - 1).flow();
            if (flow == null
                    || before == null
                    || lines.get(i).page() != lines.get(i - 1).page()) continue;
            if (isFirstLine(lines.get(i - 1)) && flow.indent() < 1 && before.room() < flow.firstWord()) balance++;
            if (isFirstLine(lines.get(i)) && before.indent() < 1 && before.room() < flow.firstWord()) balance--;
        }
        return balance > 0;
    }

    /** Two indented lines in a row: a second line would stand at the edge. */
    private static boolean areFirstLines(PdfLine line, PdfLine before) {
        return isFirstLine(line)
                && isFirstLine(before)
                && line.flow() instanceof PdfLine.Flow flow
                && before.flow() instanceof PdfLine.Flow flowBefore
                && Math.abs(flow.indent() - flowBefore.indent()) < 1;
    }

    private static boolean isFirstLine(PdfLine line) {
        var flow = line.flow();
        return flow != null && flow.indent() > INDENT * line.size() && flow.indent() < WIDEST_FIRST_LINE * line.size();
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
