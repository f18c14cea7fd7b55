package vn.binhdang.organisation.sheet;

import java.util.Map;

/** Takes the rows of a file as they are read, the empty ones left out. */
interface RowTaker {
    /**
     * @param number as Excel counts
     * @param cells by column, from 0; empty cells are missing
     */
    void row(int number, Map<Integer, Cell> cells) throws UnreadableSheet;

    /** Cells that were made one; said after the last row, since that is where files say it. */
    void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) throws UnreadableSheet;
}
