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

    /** In parts of the text width: words that would only just have fitted may not have. */
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
        for (PdfRow row : PdfColumns.inReadingOrder(rows))
            add(row, null, acrossThePage.contains(row) ? flow(row) : null);
    }

    private void addTable(List<PdfFragment> fragments) {
        Map<Place, List<PdfFragment>> cells = new LinkedHashMap<>();
        for (var fragment : fragments)
            if (fragment.place != null)
                cells.computeIfAbsent(fragment.place, _ -> new ArrayList<>()).add(fragment);
        var places = new ArrayList<>(cells.keySet());
        places.sort(Comparator.comparingInt(Place::row).thenComparingInt(Place::column));
        for (Place place : places)
            for (PdfRow row : PdfRow.of(cells.getOrDefault(place, Collections.emptyList()))) add(row, place, null);
    }

    private void addTurned(List<PdfGlyph> glyphs) {
        if (glyphs.isEmpty()) return;
        for (PdfRow row : PdfRow.of(PdfFragment.of(glyphs, PdfTables.of(List.<Ruling>of())))) add(row, null, null);
    }

    private void add(PdfRow row, @Nullable Place place, PdfLine.@Nullable Flow flow) {
        lines.add(new PdfLine(
                row.text(),
                row.bold(),
                row.italic(),
                place == null && isCentred(row),
                page.number(),
                row.y() / page.height(),
                row.y(),
                row.size(),
                flow,
                place));
    }

    private PdfLine.Flow flow(PdfRow row) {
        float width = right - left;
        float room = right - FIT_TOLERANCE * width - row.end() - SPACE * row.size();
        return new PdfLine.Flow(row.x() - left, row.firstWordWidth(), room);
    }

    private boolean isCentred(PdfRow row) {
        float width = right - left;
        float before = row.x() - left;
        float after = right - row.end();
        return Math.min(before, after) > CENTRED_MARGIN * width
                && Math.abs(before - after) < CENTRED_TOLERANCE * 2 * width;
    }
}
