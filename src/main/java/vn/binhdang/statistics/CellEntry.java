package vn.binhdang.statistics;

/**
 * What is entered in a cell, or stood there.
 * @param value in units of the element's decimals; 0 unless the state is VALUE
 */
public record CellEntry(CellState state, long value) {
    public static final CellEntry MISSING = new CellEntry(CellState.MISSING, 0);
    public static final CellEntry NOT_APPLICABLE = new CellEntry(CellState.NOT_APPLICABLE, 0);

    public CellEntry {
        if (state != CellState.VALUE && value != 0) throw new IllegalArgumentException("a value where there is none");
    }

    public static CellEntry of(long value) {
        return new CellEntry(CellState.VALUE, value);
    }

    public static CellEntry in(Cells cells, int slot) {
        return cells.hasValue(slot) ? of(cells.value(slot)) : new CellEntry(cells.state(slot), 0);
    }

    public void putInto(Cells cells, int slot) {
        switch (state) {
            case MISSING -> cells.clear(slot);
            case NOT_APPLICABLE -> cells.setNotApplicable(slot);
            case VALUE -> cells.set(slot, value);
        }
    }
}
