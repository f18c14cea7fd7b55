package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Drops what stands on a page and not in the document: page numbers, and lines that every page repeats at its edge. */
final class PdfMargins {
    /** Parts of the page's height; Decree 30 gives margins of 20-25 mm of 297. */
    private static final float TOP = 0.09f;

    private static final float BOTTOM = 0.91f;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?iu)[-–—\\s]*(trang|page)?[\\s:]*\\d{1,4}(\\s*(/|of|trên)\\s*\\d{1,4})?[-–—\\s.]*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** On fewer pages a repeated line may be chance. */
    private static final int FEWEST_REPEATS = 3;

    private PdfMargins() {}

    static List<PdfLine> without(List<PdfLine> lines, int pages) {
        Map<String, Integer> repeats = new HashMap<>();
        for (PdfLine line : lines) if (isAtEdge(line)) repeats.merge(key(line), 1, Integer::sum);
        var kept = new ArrayList<PdfLine>();
        for (PdfLine line : lines) {
            boolean dropped = isAtEdge(line)
                    && (PAGE_NUMBER.matcher(line.text()).matches()
                            || repeats.getOrDefault(key(line), 0) >= Math.max(FEWEST_REPEATS, pages / 2));
            if (!dropped) kept.add(line);
        }
        return kept;
    }

    private static boolean isAtEdge(PdfLine line) {
        return line.place() == null && (line.top() < TOP || line.top() > BOTTOM);
    }

    /** The same words at the same edge, whatever page number they contain. */
    private static String key(PdfLine line) {
        return (line.top() < TOP ? '^' : '_') + DIGITS.matcher(line.text()).replaceAll("0");
    }
}
