package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.reading.extraction.PdfRulings.Ruling;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/** From the letters of a page to its lines: tables by their borders, columns by their gaps, the rest from top to bottom. */
final class PdfLayout {
    /** In parts of the text width: a line is centred when both its margins are at least this wide and nearly equal. */
    private static final float CENTRED_MARGIN = 0.06f;

    private static final float CENTRED_TOLERANCE = 0.025f;

    /** In parts of the text width: running text begins no further to the right. */
    private static final float WIDEST_INDENT = 0.2f;

    private static final float FIT_TOLERANCE = 0.02f;

    /** In font sizes. */
    private static final float SPACE = 0.25f;

    private final PdfPage page;
    private final PdfTables tables;
    private final List<PdfLine> lines = new ArrayList<>();
    private float left = Float.MAX_VALUE;
    private float right;

    private PdfLayout(PdfPage page) {
        this.page = page;
        this.tables = PdfTables.of(page.mainRulings());
    }

    static List<PdfLine> linesOf(PdfPage page) {
        var layout = new PdfLayout(page);
        layout.layOut();
        return layout.lines;
    }

    private void layOut() {
        var fragments = withoutRepeats(PdfFragment.of(page.mainGlyphs(), tables));
        for (var fragment : fragments) {
            left = Math.min(left, fragment.x);
            right = Math.max(right, fragment.end());
        }
        var free = new ArrayList<PdfFragment>();
        Map<PdfTable, List<PdfFragment>> ruled = new HashMap<>();
        for (var fragment : fragments) {
            if (fragment.place == null) free.add(fragment);
            else
                ruled.computeIfAbsent(fragment.place.table(), _ -> new ArrayList<>())
                        .add(fragment);
        }
        var rows = PdfFootnotes.leftOut(PdfRow.of(free), page.mainRulings(), left);
        int at = 0;
        for (PdfTable table : tables.tables()) {
            int above = at;
            while (at < rows.size() && rows.get(at).y() < table.top()) at++;
            addRows(rows.subList(above, at));
            addTable(ruled.getOrDefault(table, List.of()));
        }
        addRows(rows.subList(at, rows.size()));
        for (var other : page.otherGlyphs()) addTurned(other);
    }

    /** Some programs draw a letter twice, a little apart, to make it bold. */
    private static List<PdfFragment> withoutRepeats(List<PdfFragment> fragments) {
        var seen = new HashSet<String>();
        fragments.removeIf(fragment ->
                !seen.add(Math.round(fragment.x / 2) + "/" + Math.round(fragment.y / 2) + "/" + fragment.text()));
        return fragments;
    }

    private void addRows(List<PdfRow> rows) {
        Set<PdfRow> acrossThePage = Collections.newSetFromMap(new IdentityHashMap<>());
        acrossThePage.addAll(rows);
        PdfRow before = null;
        for (PdfRow row : PdfColumns.inReadingOrder(rows)) {
            boolean running = acrossThePage.contains(row) && isRunning(row);
            add(row, null, running && before != null && isParted(row, before));
            before = running ? row : null;
        }
    }

    private void addTable(List<PdfFragment> fragments) {
        Map<Place, List<PdfFragment>> cells = new LinkedHashMap<>();
        for (var fragment : fragments)
            if (fragment.place != null)
                cells.computeIfAbsent(fragment.place, _ -> new ArrayList<>()).add(fragment);
        var places = new ArrayList<>(cells.keySet());
        places.sort(Comparator.comparingInt(Place::row).thenComparingInt(Place::column));
        for (Place place : places)
            for (PdfRow row : PdfRow.of(cells.getOrDefault(place, Collections.emptyList()))) add(row, place, false);
    }

    private void addTurned(List<PdfGlyph> glyphs) {
        if (glyphs.isEmpty()) return;
        for (PdfRow row : PdfRow.of(PdfFragment.of(glyphs, PdfTables.of(List.<Ruling>of())))) add(row, null, false);
    }

    private void add(PdfRow row, @Nullable Place place, boolean parted) {
        lines.add(new PdfLine(
                row.text(),
                row.bold(),
                row.italic(),
                place == null && isCentred(row),
                page.number(),
                row.y() / page.height(),
                row.y(),
                row.size(),
                parted,
                place));
    }

    /** Not a title, nor words that stand somewhere on the page: there a line ends where it pleases. */
    private boolean isRunning(PdfRow row) {
        return row.x() - left < WIDEST_INDENT * (right - left) && !isCentred(row);
    }

    private boolean isParted(PdfRow row, PdfRow before) {
        float end = before.end() + SPACE * row.size() + row.firstWordWidth();
        return row.y() > before.y() && end < right - FIT_TOLERANCE * (right - left);
    }

    private boolean isCentred(PdfRow row) {
        float width = right - left;
        float before = row.x() - left;
        float after = right - row.end();
        return Math.min(before, after) > CENTRED_MARGIN * width
                && Math.abs(before - after) < CENTRED_TOLERANCE * 2 * width;
    }
}
