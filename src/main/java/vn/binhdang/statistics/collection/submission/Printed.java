package vn.binhdang.statistics.collection.submission;

import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.web.Text;

/** Cells as they are read. */
final class Printed {
    private Printed() {}

    static CellState state(Cells cells, int slot) {
        return slot < cells.slots() ? cells.state(slot) : CellState.MISSING;
    }

    /** The figure; a sign for one that is missing and a word for one that does not apply. */
    static String cell(Cells cells, int slot, int decimals, Text t) {
        return switch (state(cells, slot)) {
            case MISSING -> "–";
            case NOT_APPLICABLE -> t.of("statistics.collection.notApplicable");
            case VALUE -> FigureText.print(cells.value(slot), decimals, t);
        };
    }
}
