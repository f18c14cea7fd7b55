package vn.binhdang.document.reading.extraction;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.reading.extraction.PdfTable.Place;

/**
 * Numbers the tables of a document. A table that goes on at the top of the next page with the same columns is one table;
 * the head that Word repeats there is left out.
 */
final class PdfTableNumbers {
    private @Nullable PdfTable current;
    private int number = -1;
    private int rowsBefore;
    private boolean continued;
    private boolean somethingSince;
    private final Set<String> head = new HashSet<>();

    /** To be asked for each line in order. */
    @Nullable
    Cell cellOf(PdfLine line) {
        Place place = line.place();
        if (place == null) {
            somethingSince = true;
            return null;
        }
        if (place.table() != current) enter(place.table());
        somethingSince = false;
        if (!continued && place.row() == 0) head.add(line.text());
        return new Cell(number, rowsBefore + place.row(), place.column());
    }

    private void enter(PdfTable table) {
        continued = current != null && !somethingSince && table.hasColumnsOf(current);
        if (continued && current != null) rowsBefore += current.rows();
        else {
            number++;
            rowsBefore = 0;
            head.clear();
        }
        current = table;
    }

    /** Whether the line belongs to a first row that says on a later page what the table's head said already. */
    boolean isRepeatedHead(PdfLine line) {
        Place place = line.place();
        return continued && place != null && place.row() == 0 && head.contains(line.text());
    }
}
